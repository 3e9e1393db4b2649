"""A case's lists as grids and back: profile, milestones, KPIs, risks, assessments, activity; rows without a name go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from recovery.period import MONTH_NAMES, month_name
from recovery.programme.scheme import (
    DOWN,
    NOUGHT,
    UP,
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    SchemeRisk,
)  # fmt: skip
from recovery.ui.programme.typed import number, penny, text, whole
from recovery.ui.programme.year import MONTHS

if TYPE_CHECKING:
    from decimal import Decimal

Record = Mapping[str, Any]
SHORT: Final = tuple(name[:3] for name in MONTH_NAMES)
PARTS: Final = {"Plan": "plan", "Actual": "actual", "Forecast": "forecast"}
ONCE: Final = ", non-recurrent"
BETTER: Final = {UP: "More is better", DOWN: "Less is better"}


def profile_rows(profile: Iterable[ProfileMonth]) -> list[dict[str, Any]]:
    """Return twelve rows: the month, then plan, actual and forecast of the recurrent and the non-recurrent line."""
    held = {(one.month, one.recurrent): one for one in profile}
    return [
        {"Month": month_name(month)}
        | {
            f"{title}{'' if recurrent else ONCE}": _float(_cell(held.get((month, recurrent)), name))
            for recurrent in (True, False)
            for title, name in PARTS.items()
        }
        for month in MONTHS
    ]


def _cell(line: ProfileMonth | None, name: str) -> Decimal | None:
    value: Decimal | None = getattr(line, name) if line else None
    return None if name == "plan" and not value else value


def profile(rows: Iterable[Record]) -> tuple[ProfileMonth, ...]:
    """Return the profile that a grid of twelve rows holds; a line about which nothing is said is left out."""
    found = []
    for month, row in enumerate(rows, start=1):
        for recurrent in (True, False):
            cells = {name: penny(row.get(f"{title}{'' if recurrent else ONCE}")) for title, name in PARTS.items()}
            if any(value is not None for value in cells.values()):
                plan = cells["plan"] or NOUGHT
                found.append(ProfileMonth(month, plan, cells["actual"], cells["forecast"], recurrent))
    return tuple(found)


def milestone_rows(found: Iterable[Milestone]) -> list[dict[str, Any]]:
    """Return a row a milestone."""
    return [{"Milestone": one.name, "Due": one.due, "Now expected": one.forecast, "Done": one.done} for one in found]


def milestones(rows: Iterable[Record]) -> tuple[Milestone, ...]:
    """Return the milestones that a grid holds."""
    return tuple(
        Milestone(text(row["Milestone"]), _day(row["Due"]), _day(row["Now expected"]), _day(row["Done"]))
        for row in rows
        if text(row["Milestone"])
    )


def kpi_rows(found: Iterable[Kpi]) -> list[dict[str, Any]]:
    """Return a row a KPI, its actuals under their months."""
    return [
        {
            "KPI": one.name, "Unit": one.unit, "Baseline": _float(one.baseline), "Target": _float(one.target),
            "Direction": BETTER.get(one.direction, BETTER[UP]),
        }
        | {SHORT[month - 1]: _float(dict(one.actuals).get(month)) for month in MONTHS}
        for one in found
    ]  # fmt: skip


def kpis(rows: Iterable[Record]) -> tuple[Kpi, ...]:
    """Return the KPIs that a grid holds."""
    return tuple(
        Kpi(
            text(row["KPI"]), text(row["Unit"]), number(row["Baseline"]), number(row["Target"]),
            DOWN if text(row["Direction"]) == BETTER[DOWN] else UP, _by_month(row),
        )
        for row in rows
        if text(row["KPI"])
    )  # fmt: skip


def _by_month(row: Record) -> tuple[tuple[int, Decimal], ...]:
    cells = ((month, number(row.get(SHORT[month - 1]))) for month in MONTHS)
    return tuple((month, value) for month, value in cells if value is not None)


def risk_rows(found: Iterable[SchemeRisk]) -> list[dict[str, Any]]:
    """Return a row a risk."""
    return [
        {
            "Risk": one.title, "Likelihood": one.likelihood, "Consequence": one.consequence,
            "Mitigation": one.mitigation, "Owner": one.owner, "Open": one.is_open,
        }
        for one in found
    ]  # fmt: skip


def risks(rows: Iterable[Record]) -> tuple[SchemeRisk, ...]:
    """Return the risks that a grid holds; a new one is open."""
    return tuple(
        SchemeRisk(
            text(row["Risk"]), whole(row["Likelihood"]), whole(row["Consequence"]), text(row["Mitigation"]),
            text(row["Owner"]), row["Open"] is None or bool(row["Open"]),
        )
        for row in rows
        if text(row["Risk"])
    )  # fmt: skip


def assessment_rows(found: Iterable[Assessment]) -> list[dict[str, Any]]:
    """Return a row an assessment."""
    return [
        {
            "Assessment": one.kind, "Stage 1 score": one.stage_1_score, "Stage 2 needed": one.stage_2_needed,
            "Stage 2 score": one.stage_2_score, "Outcome": one.outcome, "Assessor": one.assessor, "Date": one.on,
        }
        for one in found
    ]  # fmt: skip


def assessments(rows: Iterable[Record]) -> tuple[Assessment, ...]:
    """Return the assessments that a grid holds."""
    return tuple(
        Assessment(
            text(row["Assessment"]), _score(row["Stage 1 score"]), bool(row["Stage 2 needed"] or False),
            _score(row["Stage 2 score"]), text(row["Outcome"]), text(row["Assessor"]), _day(row["Date"]),
        )
        for row in rows
        if text(row["Assessment"])
    )  # fmt: skip


def activity_rows(found: Iterable[ActivityChange]) -> list[dict[str, Any]]:
    """Return a row a measure and point of delivery, its changes under their months."""
    places: dict[tuple[str, str], dict[int, Decimal]] = {}
    for one in found:
        places.setdefault((one.code, one.point_of_delivery), {})[one.month] = one.change
    return [
        {"Measure": code, "Point of delivery": delivery}
        | {SHORT[month - 1]: _float(own.get(month)) for month in MONTHS}
        for (code, delivery), own in places.items()
    ]


def activity(rows: Iterable[Record]) -> tuple[ActivityChange, ...]:
    """Return the activity changes that a grid holds."""
    return tuple(
        ActivityChange(text(row["Measure"]), text(row["Point of delivery"]), month, value)
        for row in rows
        if text(row["Measure"])
        for month, value in _by_month(row)
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _score(cell: object) -> int | None:
    value = number(cell)
    return None if value is None else int(value)


def _day(cell: object) -> dt.date | None:
    if not text(cell):
        return None
    return cell.date() if isinstance(cell, dt.datetime) else dt.date.fromisoformat(str(cell)[:10])
