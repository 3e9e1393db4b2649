"""Each rule at its edges, by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.duties import duties_on
from recovery.measures.duty_rating import Rated, Values, rate

RULES = duties_on(dt.date(2018, 6, 30))
ALLOCATION = {"to date": Decimal(1000), "forecast": Decimal(4000)}


def rag(key: str, **values: object) -> str | None:
    known = {name: Decimal(str(value)) for name, value in values.items()}
    return rate(RULES[key], Values(**known), ALLOCATION).rag


def test_a_penny_over_a_statutory_limit_is_red():
    assert rag("revenue-resource-limit", target=100, forecast="100.00") == "Green"
    assert rag("revenue-resource-limit", target=100, forecast="100.01") == "Red"
    assert rag("running-costs", target=100, forecast="100.01") == "Red"


def test_to_date_does_not_break_a_duty_of_the_year():
    assert rag("revenue-resource-limit", target=100, forecast=100, target_to_date=25, actual=40) == "Green"


@pytest.mark.parametrize(
    ("forecast", "expected"), [(-100, "Green"), (-120, "Amber"), ("-120.01", "Red"), (-80, "Green")]
)
def test_the_control_total_is_amber_within_half_a_per_cent_of_the_allocation(forecast, expected):
    assert rag("control-total", target=-100, forecast=forecast) == expected


def test_the_worse_of_the_periods_holds_and_says_which_it_is():
    values = Values(Decimal(-100), Decimal(-25), Decimal(-29), Decimal(-100))
    assert rate(RULES["control-total"], values, ALLOCATION) == Rated("Amber", "to date", Decimal(-4))
    same = replace(values, actual=Decimal(-25))
    assert rate(RULES["control-total"], same, ALLOCATION) == Rated("Green", "forecast", Decimal(0))


@pytest.mark.parametrize(("actual", "expected"), [(95, "Green"), ("94.9", "Amber"), (90, "Amber"), ("89.9", "Red")])
def test_payment_within_five_points_of_its_target_is_amber(actual, expected):
    assert rag("bppc-value", target=95, actual=actual) == expected


@pytest.mark.parametrize(
    ("actual", "expected"), [(0, "Green"), (100, "Green"), (200, "Amber"), (201, "Red"), (-1, "Red")]
)
def test_cash_is_red_when_overdrawn_as_when_there_is_far_too_much(actual, expected):
    assert rag("cash", target=100, actual=actual) == expected


@pytest.mark.parametrize(("forecast", "expected"), [(95, "Green"), (94, "Amber"), (75, "Amber"), (74, "Red")])
def test_savings_are_green_within_five_per_cent_of_their_target(forecast, expected):
    assert rag("qipp", target=100, forecast=forecast) == expected


def test_the_underlying_position_is_held_against_break_even_where_no_target_is_given():
    assert rag("underlying", forecast=0) == "Green"
    assert rag("underlying", forecast=-40) == "Amber"
    assert rag("underlying", target=-50, forecast=-60) == "Amber"


def test_nothing_is_rated_without_a_value_a_target_or_what_the_rule_is_in_per_cent_of():
    assert rag("cash", target=100) is None
    assert rag("cash", actual=100) is None
    assert rag("qipp", target=100, actual=10) is None
    values = Values(Decimal(-100), None, None, Decimal(-101))
    assert rate(RULES["control-total"], values, {}) == Rated(
        on="not rated: no actual to date; the allocation is not known"
    )
