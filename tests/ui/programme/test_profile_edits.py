from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.programme.scheme import ProfileMonth
from recovery.ui.programme.profile_edits import Line, Overlap, altered, overlaps, rows, totals
from tests.ui.programme.building import full

PLAN, FORECAST, ONCE = Line("plan", True), Line("forecast", True), Line("plan", False)  # noqa: FBT003


def state(case):
    class State:
        scheme = case

    return State


def test_a_row_a_scheme_shows_one_line_by_month():
    (row,) = rows([full()], PLAN)
    assert (row["Reference"], row["Apr"], row["May"], row["Jun"]) == ("S1", 60_000.0, 40_000.0, None)
    assert rows([full()], ONCE)[0]["May"] == 20_000.0


def test_only_altered_cells_are_taken_and_a_plan_of_nought_is_an_empty_cell():
    edited = rows([full()], PLAN)
    assert altered([full()], PLAN, edited) == {}
    edited[0]["Apr"], edited[0]["May"], edited[0]["Jun"] = 61_000.5, None, 0.0
    assert altered([full()], PLAN, edited) == {"S1": {1: Decimal("61000.50"), 2: None}}


def test_cells_put_into_a_case_leave_every_other_line_alone():
    case = FORECAST.put(full(), {2: None, 12: Decimal(5)})
    assert case.profile == (
        ProfileMonth(1, Decimal(60_000), Decimal("55000.25"), None),
        ProfileMonth(2, Decimal(40_000), None, None),
        ProfileMonth(2, Decimal(20_000), None, None, recurrent=False),
        ProfileMonth(12, Decimal(0), None, Decimal(5)),
    )
    assert replace(case, profile=full().profile) == full()


def test_a_line_that_says_nothing_any_more_goes():
    assert [one.month for one in ONCE.put(full(), {2: None}).profile] == [1, 2]


def test_an_overlap_is_a_cell_that_both_altered_differently():
    theirs = PLAN.put(full(), {1: Decimal(50_000), 3: Decimal(7)})
    opened, now = {"S1": full()}, {"S1": state(theirs)}
    mine = {"S1": {1: Decimal(65_000), 2: Decimal(1)}}
    found = overlaps(opened, now, PLAN, mine)
    assert found == [Overlap("S1", "Lighter prescribing", ((1, Decimal(60_000), Decimal(50_000), Decimal(65_000)),))]
    assert overlaps(opened, now, PLAN, {"S1": {1: Decimal(50_000)}}) == []
    assert overlaps(opened, now, PLAN, {"S1": {2: Decimal(1)}}) == []


def test_totals_add_up_what_the_schemes_would_be():
    other = replace(full(), ref="S2")
    months = totals([full(), other], PLAN, {"S2": {1: Decimal(1), 4: Decimal(2)}})
    assert months[:5] == [Decimal(60_001), Decimal(80_000), Decimal(0), Decimal(2), Decimal(0)]
