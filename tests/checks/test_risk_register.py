"""What the risk register's own figures do not bear out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.checks import reconcile, reconcile_across
from recovery.findings import Severity
from tests.checks.building import table
from tests.engine.published import risk_register as agreeing
from tests.spec import published_tables as published


def register(**row):
    whole = {"ref": "R1", "title": "Beds", "type": "Risk", "state": "Open", "gross_value": -4000, "probability": 50}
    return table("risk-register", [whole | row])


def found(**row):
    return [(one.column, one.printed, one.computed, one.severity) for one in reconcile(register(**row))]


def test_a_potential_value_that_is_not_gross_value_times_probability_is_a_difference():
    assert found(potential_value=-2000) == []
    expected = [("potential_value", Decimal(-2_500_000), Decimal(-2_000_000), Severity.DIFFERENCE)]
    assert found(potential_value=-2500) == expected


def test_a_probability_that_was_rounded_explains_as_much_as_its_rounding():
    assert [one[3] for one in found(probability=33, potential_value=-1333)] == [Severity.ROUNDING]
    assert [one[3] for one in found(probability=50, potential_value=-2001)] == [Severity.DIFFERENCE]


def test_a_likely_value_outside_its_range_is_a_difference():
    assert found(gross_value=-2000, low_value=-1000, likely_value=-2000, high_value=-3000) == []
    assert [one[:3] for one in found(gross_value=-2000, low_value=-1000, likely_value=-4000, high_value=-3000)] == [
        ("likely_value", Decimal(-4_000_000), Decimal(-3_000_000))
    ]


def test_without_a_gross_value_a_potential_value_is_held_against_the_mean_of_the_range():
    span = {"gross_value": None, "low_value": -1000, "likely_value": -2000, "high_value": -6000}
    assert found(**span, potential_value=-1500) == []
    assert [one[:3] for one in found(**span, potential_value=-2000)] == [
        ("potential_value", Decimal(-2_000_000), Decimal(-1_500_000))
    ]


def test_a_gross_value_outside_its_range_is_a_difference():
    assert found(gross_value=-3000, low_value=-1000, likely_value=-2000, high_value=-3000) == []
    assert [one[:3] for one in found(low_value=-1000, likely_value=-2000, high_value=-3000)] == [
        ("gross_value", Decimal(-4_000_000), Decimal(-3_000_000))
    ]


def test_an_open_risk_without_any_value_counts_as_nothing_and_is_told():
    (one,) = reconcile(register(gross_value=None))
    assert (one.column, one.severity) == ("gross_value", Severity.CANNOT_BE_CHECKED)
    assert one.explanation == "It is open and has no value, so that it counts as nothing."
    assert reconcile(register(gross_value=None, state="Closed")) == []
    assert reconcile(register(gross_value=None, likely_value=-10)) == []


def test_a_first_month_after_the_last_is_told():
    (one,) = reconcile(register(first_month=9, last_month=6))
    assert (one.column, one.explanation) == (
        "first_month",
        "The first month, December, comes after the last, September.",
    )
    assert reconcile(register(first_month=6, last_month=6)) == reconcile(register(first_month=6)) == []


@pytest.mark.parametrize(("probability", "nearest"), [(120, 100), (-5, 0)])
def test_a_probability_outside_nought_to_a_hundred_is_a_difference(probability, nearest):
    assert [one[:3] for one in found(probability=probability)] == [
        ("probability", Decimal(probability), Decimal(nearest))
    ]


def test_the_forecast_holds_nothing_of_a_risk_that_is_mitigated():
    assert [one[0] for one in found(state="Mitigated", in_forecast=-10)] == ["in_forecast"]
    assert found(state="Closed", in_forecast=-10) == []  # it may have come


def test_of_a_risk_in_the_position_the_forecast_holds_what_is_expected():
    assert found(state="In the position", in_forecast=-2000) == []
    assert [one[:3] for one in found(state="In the position", in_forecast=-500)] == [
        ("in_forecast", Decimal(-500_000), Decimal(-2_000_000))
    ]
    assert found(state="In the position", in_forecast=None) == found(in_forecast=-500) == []


def test_a_link_to_a_risk_that_is_not_there_cannot_be_checked():
    assert [one[3] for one in found(linked_risk="R9")] == [Severity.CANNOT_BE_CHECKED]
    assert found(linked_risk="r1") == []


def test_lines_and_schemes_that_are_not_there_are_named():
    tables = {"risk-register": register(line="Moon", scheme_ref="Q9"), "position": published.position()}
    tables["schemes"] = table("schemes", [{"ref": "Q1", "scheme": "Beds", "area": "Beds", "stage": 1}])
    said = [one.explanation for one in reconcile_across(tables) if one.dataset == "risk-register"]
    assert said == ["The position has no line 'Moon'.", "The scheme register has no scheme 'Q9'."]


def test_a_register_that_comes_to_the_published_summary_has_no_finding():
    tables = {"risk-register": agreeing().table, "risks": published.risks()}
    assert reconcile_across(tables) == []


def test_a_register_that_does_not_come_to_the_published_summary_is_a_difference():
    tables = {"risk-register": register(), "risks": published.risks()}
    assert {(one.column, one.severity) for one in reconcile_across(tables)} == {
        ("total_risk", Severity.DIFFERENCE),
        ("mitigated_risk", Severity.DIFFERENCE),
    }
