"""The second organisation: an invented care board with an efficiency programme of twelve schemes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from making import tables
from making.courses import FIELDS
from making.known import changing

Row = dict[str, Any]
BEGUN = dt.date(2024, 4, 8)
ASSESSED = dt.date(2024, 3, 20)
ENDS = {1: dt.date(2024, 4, 30), 2: dt.date(2024, 5, 31), 3: dt.date(2024, 6, 30)}
YEAR_END = dt.date(2025, 3, 31)
MANAGER, FINANCE = "programme.manager@icb.example", "finance.lead@icb.example"
COPIED = ("ref", "title", "area", "workstream", "description", "lead", "sro", "clinical_lead")
CHEAP_MONTHS = (94, 98, 100)  # percent of what is delivered to date that had shown by each month


def programme() -> dict[str, list[Row]]:
    """Return every table of the care board's kept register by its file's name."""
    rough = tables.read(tables.HERE / "care_board.csv", titled=False)
    found = {
        "schemes": [_case(row) for row in rough],
        "profile": [line for row in rough for line in _profile(row)],
        "milestones": [step for row in rough for step in _milestones(row)],
        "kpis": [_kpi(row) for row in rough if row["kpi"]],
        "risks": [_risk(row) for row in rough],
        "assessments": [one for row in rough if row["begun_at"] != "Opportunity" for one in _assessments(row)],
        "activity": [_activity()],
    }
    return {**found, "events": changing(found, _events(rough), ENDS)}


def _case(row: Row) -> Row:
    net, investment = int(row["net_value"]), int(row["investment"])
    recurrent = net * int(row["recurrent"]) // 100
    running = int(row["last_month"]) - int(row["first_month"]) + 1
    return {
        **{name: row[name] for name in COPIED},
        "start": _first_of(int(row["first_month"])).isoformat(),
        "end": YEAR_END.isoformat(),
        "gross_saving": net + investment,
        "investment": investment,
        "net_value": net,
        "recurrent_value": recurrent,
        "non_recurrent_value": net - recurrent,
        "full_year_effect": recurrent * 12 // running,
        "reported_rag": row["rating"],
    }


def _first_of(month: int) -> dt.date:
    return dt.date(2024 + (month > 9), (month + 2) % 12 + 1, 1)  # noqa: PLR2004 - December is the ninth


def _profile(row: Row) -> Iterator[Row]:
    net = int(row["net_value"])
    recurrent = net * int(row["recurrent"]) // 100
    running = [int(int(row["first_month"]) <= month <= int(row["last_month"])) for month in range(1, 13)]
    for line, value in (("recurrent", recurrent), ("non-recurrent", net - recurrent)):
        if value:
            plan = tables.spread(value, running)
            yield _line(row, BEGUN, line, "plan", plan)
            if row["delivered"]:
                yield _line(row, ENDS[1], line, "actual", _actual(plan, int(row["delivered"])))


def _actual(plan: list[int], delivered: int) -> list[int | None]:
    to_date = [0]
    for month, shown in enumerate(CHEAP_MONTHS, start=1):
        to_date.append(sum(plan[:month]) * delivered * shown // 10_000)
    months = [late - early for early, late in pairwise(to_date)]
    return [*months, *[None] * (12 - len(months))]


def _line(row: Row, since: dt.date, line: str, measure: str, months: list[Any]) -> Row:
    head = {"ref": row["ref"], "since": since.isoformat(), "line": line, "measure": measure}
    return head | dict(zip(FIELDS, months, strict=True))


def _milestones(row: Row) -> Iterator[Row]:
    begins = _first_of(int(row["first_month"]))
    steps = [("Plan written", dt.date(2024, 3, 28)), ("Savings begin", begins + dt.timedelta(1))]
    ends = _first_of(int(row["last_month"]) + 1) if row["last_month"] != "12" else dt.date(2024, 10, 18)
    steps.append(("Savings reviewed", ends - dt.timedelta(20) if row["last_month"] != "12" else ends))
    for name, due in steps:
        done = due if due < ENDS[3] else None
        late = due + dt.timedelta(28) if name == "Savings begin" and due == dt.date(2024, 7, 2) else None
        yield {
            "ref": row["ref"],
            "name": name,
            "due": due.isoformat(),
            "forecast_on": ENDS[3].isoformat() if late else "",
            "forecast": late.isoformat() if late else "",
            "done": done.isoformat() if done else "",
        }


def _kpi(row: Row) -> Row:
    baseline, target = float(row["baseline"]), float(row["target"])
    values = [
        f"{baseline + (target - baseline) * (0.06 + 0.1 * month):.2f}" if row["delivered"] else "" for month in ENDS
    ]
    names = ("unit", "baseline", "target", "direction")
    return {"ref": row["ref"], "name": row["kpi"], **{name: row[name] for name in names},
            **dict(zip(FIELDS, values, strict=False))}  # fmt: skip


def _risk(row: Row) -> Row:
    return {
        "ref": row["ref"],
        "since": BEGUN.isoformat(),
        "title": row["risk"],
        "likelihood": row["likelihood"],
        "consequence": row["consequence"],
        "mitigation": row["mitigation"],
        "owner": row["lead"],
        "open": "yes",
    }


def _assessments(row: Row) -> Iterator[Row]:
    for kind in ("quality", "equality"):
        yield {
            "ref": row["ref"],
            "kind": kind,
            "on": ASSESSED.isoformat(),
            "stage_1_score": 3 + len(kind) % 3,
            "stage_2_needed": "no",
            "stage_2_score": "",
            "outcome": "proceed",
            "assessor": "Quality and equality assessor",
        }


def _activity() -> Row:
    months = [-share for share in tables.spread(1350, [0, 0, 0] + [1] * 9)]
    return {"ref": "E24-07", "code": "E.M.10a", "point_of_delivery": "Day case",
            **dict(zip(FIELDS, months, strict=True))}  # fmt: skip


def _events(rough: list[Row]) -> list[Row]:
    found = [_event(BEGUN, row, "brought in", MANAGER, f"stage={row['begun_at']}", "") for row in rough]
    found += [_event(end, row, "edited", FINANCE, "", "Month-end figures") for end in ENDS.values() for row in rough]
    found += tables.read(tables.HERE / "care_board_events.csv", titled=False)
    order = ("brought in", "edited", "rated")
    place = {what: number for number, what in enumerate(order)}
    return sorted(found, key=lambda event: (event["date"], place.get(event["what"], len(order)), event["by"]))


def _event(day: dt.date, row: Row, what: str, by: str, details: str, evidence: str) -> Row:  # noqa: PLR0913, PLR0917
    return {"date": day.isoformat(), "ref": row["ref"], "what": what, "by": by, "details": details,
            "evidence": evidence}  # fmt: skip
