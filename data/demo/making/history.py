"""What happened to each scheme and when: brought in, revised, approved at each gateway, moved on, rated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from making import tables
from making.courses import ENDS, REVISED, STAGES, Course
from making.evidence import evidence

Event = dict[str, Any]
ANALYST, MANAGER, FINANCE = "pmo.analyst@ccg.example", "pmo.manager@ccg.example", "finance.lead@ccg.example"
GATEWAYS = (
    (("finance", "finance-review"), ("executive", "management-executive-review")),
    (("committee", "clinical-executive-committee-review"), ("assessors", "impact-assessors-sign-off")),
    (("planning", "pmo-plan-review"),),
    (("monitoring", "pmo-able-to-monitor"),),
)
GIVERS = {
    "finance": (FINANCE,),
    "executive": ("executive.secretary@ccg.example",),
    "committee": ("cec.secretary@ccg.example",),
    "assessors": ("quality.assessor@ccg.example", "equality.assessor@ccg.example"),
    "planning": (MANAGER,),
    "monitoring": (MANAGER,),
}
IN_AND_BACK = ("Q18-006", 2, 1)  # moved to Planning in month 2 and sent back within it
MONTH_END = "Month-end figures and ratings"


def events(courses: Sequence[Course]) -> list[Event]:
    """Return every event in the order in which they are replayed: by day, then by what comes first in a day."""
    found = [event for course in courses for event in _course(course)]
    found += tables.read(tables.HERE / "extra_events.csv", titled=False)
    order = ("brought in", "created", "edited", "ticked", "rated")
    place = {what: number for number, what in enumerate(order)}
    return sorted(found, key=lambda event: (event["date"], place.get(event["what"], len(order)), event["by"]))


def _course(course: Course) -> Iterator[Event]:
    begun = "created" if course.stage_begun == 0 and 1 not in course.months else "brought in"
    stage = f"stage={STAGES[course.stage_begun]}" if begun == "brought in" else ""
    yield event(course.begun, course.ref, begun, MANAGER if begun == "brought in" else keeper(course), stage)
    before = course.stage_begun
    for month, end in ENDS.items():
        if month not in course.months:
            continue
        yield from _revised(course, month)
        after = course.stage(month)
        if after > before:
            yield from _gateway(course, month, before)
        if (course.ref, month, before) == IN_AND_BACK:
            yield from _gateway(course, month, before)
        yield _at_month_end(course, month, end)
        before = after


def keeper(course: Course) -> str:
    """Return who keeps a scheme up to date: its lead where the lead is a person of the record, else the PMO."""
    people = tables.read(tables.DEMO / "programme" / "people.csv")
    leads = {row["name"]: row["email"] for row in people if row["roles"] == "lead"}
    return leads.get(str(course.newest["lead"]), ANALYST)


def _revised(course: Course, month: int) -> Iterator[Event]:
    """Before a month's gateways the case is brought up to date."""
    if month in REVISED and course.begun < REVISED[month]:
        changed = dict(_values(course)).get(REVISED[month], "")
        why = "Value worked through for the gateway" if changed else "Case brought up to date for the gateway"
        yield event(REVISED[month], course.ref, "edited", keeper(course), changed, why)


def _values(course: Course) -> Iterator[tuple[dt.date, str]]:
    for since, net, recurrent in course.versions():
        values = {"gross_saving": net + course.investment, "net_value": net, "recurrent_value": recurrent}
        values["non_recurrent_value"] = net - recurrent
        yield since, " | ".join(f"{name}={value}" for name, value in values.items())


def _at_month_end(course: Course, month: int, end: dt.date) -> Event:
    by = FINANCE if course.starts_in <= month else keeper(course)
    changed = {"reported_rag": course.rag(month)}
    if month == max(ENDS):
        changed["comment"] = course.newest["comment"]
        changed["slippage_reason"] = _slipped().get(course.ref, "")
    details = " | ".join(f"{name}={value}" for name, value in changed.items() if value)
    return event(end, course.ref, "edited", by, details, MONTH_END)


def _slipped() -> Mapping[str, str]:
    return {row["ref"]: row["reason"] for row in tables.read(tables.HERE / "slippage.csv", titled=False)}


def _gateway(course: Course, month: int, stage: int) -> Iterator[Event]:
    """Give each approval of a gateway at the month's meeting of those who give it."""
    (days,) = (row for row in tables.read(tables.HERE / "meetings.csv", titled=False) if row["month"] == str(month))
    conditions = {
        (row["ref"], row["approval"]): f"{row['condition']}; {row['owner']}; {row['due']}"
        for row in tables.read(tables.HERE / "conditions.csv", titled=False)
    }
    for meeting, approval in GATEWAYS[stage]:
        givers = GIVERS[meeting]
        day, by = dt.date.fromisoformat(days[meeting]), givers[int(course.ref[-2:]) % len(givers)]
        condition = conditions.get((course.ref, approval), "")
        what = "approved with conditions" if condition else "approved"
        details = f"{approval} | {condition}" if condition else approval
        yield event(day, course.ref, what, by, details, evidence(course, approval, day))


def event(day: dt.date, ref: str, what: str, by: str, details: str = "", evidence: str = "") -> Event:  # noqa: PLR0913, PLR0917
    """Return one line of the history."""
    return {"date": day.isoformat(), "ref": ref, "what": what, "by": by, "details": details, "evidence": evidence}
