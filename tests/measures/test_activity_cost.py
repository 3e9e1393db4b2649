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
    assert (july["ytd_plan"], july["cost_variance"]) == (84_302, 409_830)


def test_prices_without_a_plan_are_nothing_to_show():
    engine = FilledEngine(Loaded(table("activity-prices", [{"code": "A", "unit_price": 1}]), 3))
    with pytest.raises(NothingLoaded, match="activity plan"):
        at_month_3(engine, "activity-cost")


def costed(code, kind="line", price=1):
    number = None if price is None else Decimal(price)
    return Costed(kind, code, code, number, Decimal(10), Decimal(9), None)


def test_a_part_counts_only_where_its_line_has_no_price():
    lines = [costed("A"), costed("Aa", "part"), costed("B", price=None), costed("Ba", "part"), costed("Bb", "part")]
    assert [one.code for one in counted_once(lines)] == ["A", "Ba", "Bb"]


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_volume_and_price_make_the_whole_to_the_penny(price, planned, actual, cost):
    one = Costed("line", "A", "A", price, planned, actual, cost)
    assert one.volume_variance + one.price_variance == one.cost_variance == price * planned - cost
