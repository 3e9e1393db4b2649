"""A scheme's case as it stood on a day: what its tables say by then.

A line with `since` or `on` holds from that day and takes the place of an earlier one; a month's actual is known from
the month's last day, a milestone's new date from `forecast_on`, its end from `done`.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from recovery.demo.tables import Row, amount, date, read, whole
from recovery.period import MONTH_FIELDS, MONTHS_IN_YEAR
from recovery.programme.scheme import (
    NOUGHT,
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)

TABLES: Final = ("profile", "milestones", "kpis", "risks", "assessments", "activity")
MONEY: Final = frozenset(
    {"gross_saving", "investment", "net_value", "recurrent_value", "non_recurrent_value", "full_year_effect"}
)
DATES: Final = frozenset({"start", "end"})


class Cases:
    """The tables of a kept register, by scheme; `year` is the calendar year in which the financial year starts."""

    def __init__(self, folder: Path, year: int) -> None:
        self._year = year
        self._first = {row["ref"]: row for row in read(folder / "schemes.csv")}
        self._rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name in TABLES})
        for name in TABLES:
            for row in read(folder / f"{name}.csv"):
                self._rows[row["ref"]][name].append(row)

    def at(self, ref: str, day: dt.date, changed: Mapping[str, str]) -> Scheme:
        """Return a scheme's case on a day, with the fields that have been changed since it was written down."""
        rows, text = self._rows[ref], {**self._first[ref], **changed}
        own = {field.name: _value(field.name, text[field.name]) for field in fields(Scheme) if field.name in text}
        ended = [month for month in range(1, MONTHS_IN_YEAR + 1) if _month_end(self._year, month) <= day]
        return Scheme(
            **own,
            profile=_profile(_newest(rows["profile"], day, "line", "measure"), ended),
            milestones=tuple(_milestone(row, day) for row in rows["milestones"]),
            kpis=tuple(_kpi(row, ended) for row in rows["kpis"]),
            risks=tuple(map(_risk, _newest(rows["risks"], day, "title"))),
            assessments=tuple(map(_assessment, _newest(rows["assessments"], day, "kind"))),
            activity=tuple(change for row in rows["activity"] for change in _activity(row)),
        )


def _value(name: str, text: str) -> Any:  # noqa: ANN401 - as the field takes it
    change: Callable[[str], Any] = amount if name in MONEY else date if name in DATES else str
    return change(text)


def _month_end(year: int, month: int) -> dt.date:
    after = month + 4
    return dt.date(year + (after > MONTHS_IN_YEAR), (after - 1) % MONTHS_IN_YEAR + 1, 1) - dt.timedelta(1)


def _newest(rows: Iterable[Row], day: dt.date, *keys: str) -> list[Row]:
    """Return the line that holds on a day for each of the keys, in the order of the table."""
    held: dict[tuple[str, ...], Row] = {}
    for row in rows:
        if (row.get("since") or row.get("on") or "") <= day.isoformat():
            held[tuple(row[key] for key in keys)] = row
    return list(held.values())


def _profile(rows: Iterable[Row], ended: list[int]) -> tuple[ProfileMonth, ...]:
    lines: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        lines[row["line"]][row["measure"]] = row
    months = [month for line in lines for month in _line(line == "recurrent", lines[line], ended)]
    return tuple(sorted(months, key=lambda month: (month.month, not month.recurrent)))


def _line(recurrent: bool, measures: Mapping[str, Row], ended: list[int]) -> list[ProfileMonth]:  # noqa: FBT001
    found = []
    for month, field in enumerate(MONTH_FIELDS, start=1):
        cells = {measure: amount(row[field]) for measure, row in measures.items()}
        actual = cells.get("actual") if month in ended else None
        plan, forecast = cells.get("plan") or NOUGHT, cells.get("forecast")
        if plan or actual is not None or forecast is not None:
            found.append(ProfileMonth(month, plan, actual, forecast, recurrent))
    return found


def _milestone(row: Row, day: dt.date) -> Milestone:
    done, known = date(row["done"]), date(row["forecast_on"])
    forecast = date(row["forecast"]) if known and known <= day else None
    return Milestone(row["name"], date(row["due"]), forecast, done if done and done <= day else None)


def _kpi(row: Row, ended: list[int]) -> Kpi:
    cells = ((month, amount(row.get(MONTH_FIELDS[month - 1]))) for month in ended)
    actuals = tuple((month, value) for month, value in cells if value is not None)
    return Kpi(row["name"], row["unit"], amount(row["baseline"]), amount(row["target"]), row["direction"], actuals)


def _risk(row: Row) -> SchemeRisk:
    return SchemeRisk(
        row["title"],
        int(row["likelihood"]),
        int(row["consequence"]),
        row["mitigation"],
        row["owner"],
        row["open"] == "yes",
    )


def _assessment(row: Row) -> Assessment:
    return Assessment(
        kind=row["kind"],
        stage_1_score=whole(row["stage_1_score"]),
        stage_2_needed=row["stage_2_needed"] == "yes",
        stage_2_score=whole(row["stage_2_score"]),
        outcome=row["outcome"],
        assessor=row["assessor"],
        on=date(row["on"]),
    )


def _activity(row: Row) -> list[ActivityChange]:
    months = ((month, amount(row[field]) or Decimal(0)) for month, field in enumerate(MONTH_FIELDS, start=1))
    return [ActivityChange(row["code"], row["point_of_delivery"], month, change) for month, change in months if change]
