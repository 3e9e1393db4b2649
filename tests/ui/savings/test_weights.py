from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.period import FinancialYear
from recovery.programme.commands import Weight
from recovery.ui.savings.weights import changed, keys, month_end
from recovery.view import View
from tests.showing import EFFICIENCY, QIPP


def test_only_weights_that_differ_are_set_as_the_part_counted_on():
    now = {("rag", "Red"): Decimal(60), ("rag", "Amber"): Decimal(70)}
    asked = {("rag", "Red"): 55.5, ("rag", "Amber"): 70.0, ("rag", "Green"): None}
    assert changed(asked, now) == (Weight("rag", "Red", Decimal("0.555")),)


def test_weights_can_be_set_by_stage_by_rating_and_by_both():
    assert keys(QIPP, "rag") == ["Red", "Amber", "Green"]
    assert keys(EFFICIENCY, "stage")[0] == "Opportunity"
    assert len(keys(QIPP, "stage and rag")) == 18
    assert keys(EFFICIENCY, "stage and rag")[0] == "Opportunity, High risk"


@pytest.mark.parametrize(
    ("month", "day"),
    [(3, dt.date(2018, 6, 30)), (9, dt.date(2018, 12, 31)), (10, dt.date(2019, 1, 31)), (11, dt.date(2019, 2, 28)),
     (0, dt.date(2018, 4, 1))],
)  # fmt: skip
def test_a_change_is_proposed_from_the_end_of_the_month_in_view(month, day):
    assert month_end(View("X01", FinancialYear(2018), month)) == day
