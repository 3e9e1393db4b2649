"""The required rate of savings by hand, on the kept programme at month 3."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.sentences.savings_rate import savings_rate_said
from recovery.view import View
from tests.engine.kept import everything


@pytest.fixture(scope="module")
def rate():
    return figure("savings-rate", everything(), View("X01", FinancialYear(2018), 3))


def test_what_is_left_of_forecast_plan_and_target_is_shared_out_over_the_months_left(rate):
    forecast, plan, target = rate.records()
    # delivered: 10,000 + 9,000 + 8,000 and three times 2,500; planned: 12 × 10,000 and 12 × 2,500,
    # and 60,500 of two schemes without a profile
    assert {row["delivered"] for row in rate.records()} == {Decimal(34_500)}
    assert (plan["year"], plan["left"], plan["monthly_rate"]) == (210_500, 176_000, 11_500)
    assert plan["required_monthly_rate"] == Decimal("19555.56")
    assert plan["improvement"] == Decimal("8055.56")
    assert plan["improvement_percent"] == Decimal("70.048309")  # 8,055.55… of 11,500
    assert plan["improvement_rag"] == "Red"
    # the months left: 9 × 10,000 as planned, 9 × 3,000 as forecast, and 60,500
    assert (forecast["year"], forecast["required_monthly_rate"]) == (212_000, Decimal("19722.22"))
    assert target["year"] == 35_000_000
    assert target["improvement_rag"] == "Red"


def test_the_second_half_is_october_to_march(rate):
    forecast, plan, target = rate.records()
    assert (plan["second_half"], plan["second_half_share"]) == (75_000, 50)
    assert forecast["second_half"] == 78_000
    assert target["second_half"] is None


def test_the_rate_is_told_with_what_falls_in_the_second_half(rate):
    assert savings_rate_said(rate) == (
        "The schemes have saved £12k a month so far; for their forecast of £0.2m the months left have to save £20k a "
        "month each, 71.5% more. 50.0% of the savings planned for the year fall in its second half."
    )
