"""Worked by hand: the published month 3 as key financial duties, and the allocation that moved by £3,748k.

The published position forecasts spend of £1,219,839k against an allocation of £1,184,770k: £35,069k beyond the limit, a
statutory duty that any excess breaks.  The same forecast is exactly the planned deficit, so that by the size of the
variance the control total is met for the year; to date it is £818k worse, 0.28 % of the £295,625k allocated so far.
"""

from __future__ import annotations

from functools import cache

from tests.engine.filled import FilledEngine
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands


@cache
def published() -> FilledEngine:
    return FilledEngine(*published_tables())


def test_the_limit_is_broken_by_the_forecast_and_the_control_total_only_strained_to_date():
    found = at_month_3(published(), "duties")
    limit, total = (row(found, name) for name in ("Revenue resource limit", "Control total"))
    assert thousands(found, "Revenue resource limit", "target", "forecast", "variance") == [1184770, 1219839, -35069]
    assert (limit["rag"], limit["rated_on"], limit["rule_kind"]) == ("Red", "forecast", "Statutory duty")
    assert thousands(found, "Control total", "target", "actual", "forecast", "variance") == [
        -35069,
        -9585,
        -35069,
        -818,
    ]
    assert (total["rag"], total["rated_on"], total["rule_kind"]) == ("Amber", "to date", "Size of variance")


def test_running_costs_are_on_their_limit_and_so_within_it():
    found = row(at_month_3(published(), "duties"), "Running costs allowance")
    assert (found["rag"], found["variance"], found["source"]) == (
        "Green", 0, "from the position: budget of Running Costs",
    )  # fmt: skip


def test_what_nobody_has_loaded_is_not_rated():
    found = row(at_month_3(published(), "duties"), "Cash at month end")
    assert (found["actual"], found["rag"], found["source"]) == (None, None, "not loaded")


def test_the_allocation_moved_by_3748_between_plan_and_month_3():
    found = at_month_3(published(), "allocations")
    assert [(label, int(amount) // 1000, int(limit) // 1000) for label, _, amount, _, _, limit, _ in found.rows] == [
        ("Opening allocation", 1181022, 1181022),
        ("Not explained by a list of movements", 3748, 1184770),
        ("Current limit", 1184770, 1184770),
    ]


def test_all_of_the_contingency_is_in_the_forecast_and_three_twelfths_of_it_released():
    found = at_month_3(published(), "contingency")
    assert [(step, int(amount) // 1000) for step, amount, *_ in found.rows] == [
        ("In the plan", 5230),
        ("In the plan and held no longer", 2230),
        ("Held", 3000),
        ("Released to date", 750),
        ("In the forecast", 3000),
        ("Left", 0),
    ]
