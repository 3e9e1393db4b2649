"""Monthly profiles: plans that add up to the net value, the quarter's actuals, and forecasts for the rest of the year.

The quarter's plan is the published 8,786 thousand pounds.  Community schemes and the checks of low-value procedures
are planned in twelfths and have not begun, prescribing is ahead; everything else is on plan but for two small schemes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from making import tables
from making.courses import ENDS, FIELDS, Course

QUARTER_PLAN = 8_786_000
QUARTER = 3
BALANCING = "Q18-045"  # its plan in the quarter is what makes up the published total
IN_TWELFTHS = {"Q18-035", "Q18-036", "Q18-037", "Q18-038", "Q18-039", "Q18-048"}  # planned so, and not begun
PHASING = {
    ("Q18-025", False): (0, 0, 3, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    ("Q18-041", False): (0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    ("Q18-042", False): (1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0),
}
OFF_PLAN = {"Q18-025": 55_000, "Q18-026": 95_000, "Q18-027": 20_000, "Q18-028": 8_000, "Q18-030": 5_000,
            "Q18-033": 7_000, "Q18-050": -5_200, "Q18-051": 500, "Q18-053": -5_000}  # fmt: skip
STANDS_IN = {"Q18-042": 120_000}  # recurrent saving missed in the quarter and made up by non-recurrent saving
TO_DATE = {"Green": 100, "Amber": 86, "Red": 62}  # percent of plan to date while a scheme was so rated
WOBBLE = (995, 1002, 1000)  # thousandths of plan to date of the large schemes, month by month
LARGE = 1_000_000
Row = dict[str, Any]
Lines = dict[bool, list[int]]


def profile(courses: Sequence[Course]) -> list[Row]:
    """Return every line of every profile: plan by version, actuals, forecasts."""
    quarter = sum(sum(_quarter(course)) for course in courses if course.ref != BALANCING)
    return [row for course in courses for row in _rows(course, QUARTER_PLAN - quarter)]


def plan(course: Course, net: int, recurrent: int, balance: int = 0) -> Lines:
    """Return the plan by line, recurrent and not; the months add up to the value of each."""
    return {
        line: tables.spread(value, _phasing(course, balance, line=line))
        for line, value in ((True, recurrent), (False, net - recurrent))
        if value
    }


def _phasing(course: Course, balance: int, *, line: bool) -> Sequence[float]:
    if course.ref == BALANCING:
        rest = (int(course.newest["net_value"]) - balance) / (12 - QUARTER)
        return [balance / QUARTER] * QUARTER + [rest] * (12 - QUARTER)
    if course.ref in IN_TWELFTHS:
        return [1] * 12
    return PHASING.get((course.ref, line)) or [int(month >= course.starts_in) for month in range(1, 13)]


def _quarter(course: Course) -> list[int]:
    _, net, recurrent = course.versions()[-1]
    return [sum(months[:QUARTER]) for months in plan(course, net, recurrent).values()]


def _rows(course: Course, balance: int) -> Iterator[Row]:
    plans = [(since, plan(course, net, recurrent, balance)) for since, net, recurrent in course.versions()]
    for since, lines in plans:
        before = [earlier for day, earlier in plans if day < since]
        gone = {line: [0] * 12 for line in (before[-1] if before else {}) if line not in lines}
        for line, months in {**lines, **gone}.items():
            yield _row(course, since, "plan", months, line=line)
    actual = _actuals(course, plans)
    for line, months in actual.items():
        yield _row(course, max(ENDS[1], course.begun), "actual", months, line=line)
    for line, months in _forecasts(course, plans[-1][1]).items():
        yield _row(course, ENDS[QUARTER], "forecast", [None] * QUARTER + months, line=line)


def _row(course: Course, since: dt.date, measure: str, months: Sequence[int | None], *, line: bool) -> Row:
    padded = [*months, *[None] * (12 - len(months))]
    return {
        "ref": course.ref,
        "since": since.isoformat(),
        "line": "recurrent" if line else "non-recurrent",
        "measure": measure,
        **dict(zip(FIELDS, padded, strict=True)),
    }


def _actuals(course: Course, plans: list[tuple[dt.date, Lines]]) -> Lines:
    """Return the quarter's actuals by line, month by month; none where nothing was planned by then."""
    final = plans[-1][1]
    if not any(sum(months[:QUARTER]) for months in final.values()):
        return {}
    to_date: dict[bool, list[int]] = {line: [0] for line in final}
    for month in range(1, QUARTER + 1):
        held = [lines for since, lines in plans if since <= ENDS[month]] or [final]
        for line, planned in _to_date(held[-1], month, final).items():
            to_date[line].append(planned * _thousandths(course, month) // 1000)
    _off_plan(course, to_date)
    return {line: [late - early for early, late in pairwise(held)] for line, held in to_date.items()}


def _to_date(lines: Lines, month: int, final: Lines) -> dict[bool, int]:
    """Return what was planned by a month's end, by the lines of the final case; a line that went is in the main one."""
    main = True in final
    found = dict.fromkeys(final, 0)
    for line, months in lines.items():
        found[line if line in final else main] += sum(months[:month])
    return found


def _thousandths(course: Course, month: int) -> int:
    if course.ref in IN_TWELFTHS:
        return 0
    if month == QUARTER:
        return 1000
    if int(course.newest["net_value"]) >= LARGE:
        return WOBBLE[month - 1]
    return 10 * TO_DATE[course.rag(month)]


def _off_plan(course: Course, to_date: dict[bool, list[int]]) -> None:
    main = True in to_date
    to_date[main][QUARTER] += OFF_PLAN.get(course.ref, 0)
    missed = STANDS_IN.get(course.ref, 0)
    for line, held in to_date.items():
        for month in range(1, QUARTER + 1):
            held[month] += (-1 if line else 1) * missed * month // QUARTER


def _forecasts(course: Course, planned: Lines) -> Lines:
    """Return the forecast of the months to come where it is no longer the plan."""
    rest = {line: months[QUARTER:] for line, months in planned.items()}
    if course.ref in IN_TWELFTHS:
        recovered = {"Q18-035": 60, "Q18-038": 50, "Q18-048": 80}.get(course.ref, 100)
        begins = course.starts_in
        value = sum(planned[True]) * recovered // 100
        return {True: tables.spread(value, [int(month >= begins) for month in range(QUARTER + 1, 13)])}
    if course.ref == "Q18-026":
        return {True: [month * 12 // 10 for month in rest[True]]}
    if course.ref == "Q18-042":
        made_up = sum(rest[True]) * 8 // 100
        less = tables.spread(sum(rest[True]) - made_up, [1] * len(rest[True]))
        more = tables.spread(made_up, [1] * len(rest[False]))
        return {True: less, False: [month + extra for month, extra in zip(rest[False], more, strict=True)]}
    return {}
