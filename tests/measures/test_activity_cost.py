"""A variance in cost is volume at the planned price, and price on what was done."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.errors import NothingLoaded
from recovery.measures.activity_cost import Costed, counted_once
from recovery.measures.figures import figure
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import everything_published
from tests.measures.looking import VIEW, at_month_3, row

AMOUNTS = st.decimals(0, 10_000, places=2)


def test_without_a_cost_only_volume_can_be_told_and_the_total_says_as_much():
    found = at_month_3(everything_published(), "activity-cost")
    attendances, total = row(found, "E.M.12"), row(found, "Total")
    assert attendances["volume_variance"] == 142 * (80_196 - 78_006)
    assert (attendances["price_variance"], attendances["cost_variance"]) == (None, None)
    assert total["volume_variance"] == 543_840 + attendances["volume_variance"]
    assert (total["price_variance"], total["actual_cost"]) == (None, None)
    assert found.illustrative
    assert found.kinds == ("line", "line", "line", "total")


def test_a_cost_of_a_later_month_is_not_held_against_an_earlier_one():
    may = row(figure("activity-cost", everything_published(), View("X01", VIEW.year, 2)), "E.M.8")
    assert may["ytd_plan"] == 26_950 + 29_002
    assert may["actual_cost"] is None
    assert may["volume_variance"] == 165 * (26_950 + 29_002 - 27_001 - 27_002)


def test_a_cost_of_an_earlier_month_is_held_against_that_month():
    july = row(figure("activity-cost", everything_published(), View("X01", VIEW.year, 4)), "E.M.8")
    assert (july["month"], july["ytd_plan"], july["cost_variance"]) == (3, 84_302, 409_830)


def test_prices_without_a_plan_are_nothing_to_show():
    engine = FilledEngine(Loaded(table("activity-prices", [{"code": "A", "unit_price": 1}]), 3))
    with pytest.raises(NothingLoaded, match="activity plan"):
        at_month_3(engine, "activity-cost")


def costed(code, kind="line", price=1, actual=9):
    unit_price, done = (None if one is None else Decimal(one) for one in (price, actual))
    return Costed(kind, code, code, unit_price, Decimal(10), done, None)


def test_a_part_counts_only_where_its_line_has_no_price():
    lines = [costed("A"), costed("Aa", "part"), costed("B", price=None), costed("Ba", "part"), costed("Bb", "part")]
    assert [one.code for one in counted_once(lines)] == ["A", "Ba", "Bb"]


def test_parts_count_where_not_every_month_of_their_line_has_an_actual():
    lines = [costed("A", actual=None), costed("Aa", "part"), costed("Ab", "part", actual=None)]
    assert [one.code for one in counted_once(lines)] == ["Aa", "Ab"]
    assert [one.code for one in counted_once([costed("A", actual=None), costed("Aa", "part", actual=None)])] == ["A"]
    assert counted_once([costed("A", price=None), costed("Aa", "part", price=None)]) == []


MONTHS = ("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar")


def planned(*codes, **changes):
    rows = [{"code": code, "title": code, **dict.fromkeys(MONTHS, 100), **changes} for code in codes]
    return Loaded(table("activity-plan", rows))


def priced(*codes):
    return Loaded(table("activity-prices", [{"code": code, "unit_price": 10} for code in codes]), 3)


def done(code, months=3):
    rows = [{"code": code, "financial_year": 2018, "month": month, "actual": 90} for month in range(1, months + 1)]
    return Loaded(table("activity-actuals", rows), 3)


def test_the_total_names_what_it_leaves_out():
    found = at_month_3(FilledEngine(planned("A", "B"), priced("A", "B"), done("A"), done("B", 2)), "activity-cost")
    total = row(found, "Total")
    assert total["title"] == "Without B"
    assert total["planned_cost"] == row(found, "A")["planned_cost"] == row(found, "B")["planned_cost"]
    assert total["volume_variance"] == row(found, "A")["volume_variance"] == total["planned_cost"] / 10
    whole = row(at_month_3(FilledEngine(planned("A"), priced("A"), done("A")), "activity-cost"), "Total")
    assert whole["title"] is None


def test_a_plan_that_misses_a_month_is_not_held_against_actuals_of_every_month():
    engine = FilledEngine(planned("A", may=None), priced("A"), done("A"))
    found = row(at_month_3(engine, "activity-cost"), "A")
    assert (found["ytd_plan"], found["ytd_actual"], found["volume_variance"]) == (None, 270, None)
    june = next(one for one in at_month_3(engine, "activity").records() if one["month"] == 3)
    assert (june["ytd_plan"], june["ytd_actual"], june["ytd_variance"]) == (None, 270, None)
    assert june["variance"] == 10


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_volume_and_price_make_the_whole_to_the_penny(price, planned, actual, cost):
    one = Costed("line", "A", "A", price, planned, actual, cost)
    assert one.volume_variance + one.price_variance == one.cost_variance == price * planned - cost
