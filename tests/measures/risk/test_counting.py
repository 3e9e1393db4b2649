"""What counts of each risk, so that no pound counts twice; worked through by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.measures.risk.counting import counted, held
from recovery.measures.risk.known import Known
from recovery.programme.what_ifs import WhatIf
from tests.measures.risk.building import mitigation, risk, scheme


def only(items, schemes=()):
    return counted(items, list(schemes)).items[0]


def test_an_open_risk_counts_its_expected_value_less_what_the_forecast_holds():
    one = only([risk("R1", -4000, 50, in_forecast=Decimal(-500))])
    assert (one.counted, one.why) == (-1500, "Counted")


@pytest.mark.parametrize(("state", "held"), [("In the position", None), ("Mitigated", -500), ("Closed", -500)])
def test_a_risk_that_is_in_the_position_or_over_counts_nothing(state, held):
    one = only([risk("R1", -4000, 50, state=state, in_forecast=held and Decimal(held))])
    assert (one.residual, one.counted, one.counts) == (0, 0, False)
    assert one.why.startswith(state)


@pytest.mark.parametrize(("held", "counts"), [(-500, -1500), (-2500, 500), (0, -2000)])
def test_of_a_risk_in_the_position_what_the_forecast_does_not_hold_counts_all_the_same(held, counts):
    one = only([risk("R1", -2000, state="In the position", in_forecast=Decimal(held))])
    assert (one.counted, one.why) == (counts, "Counted: the forecast holds another amount")


def test_the_forecast_holds_what_is_said_else_all_of_what_is_in_the_position_and_nothing_of_what_is_open():
    assert held(risk("R1", -2000, 50, state="In the position")) == -1000
    assert held(risk("R1", -2000, 50, state="In the position", in_forecast=Decimal(-300))) == -300
    assert held(risk("R1", -2000, 50, in_forecast=Decimal(-300))) == -300
    assert held(risk("R1", -2000, 50)) == 0


def test_a_scheme_without_a_weight_counts_for_nothing():
    exposure = counted([], [scheme("Q1", 1000, None), scheme("Q2", 1000, "0.7")])
    assert [one.counted for one in exposure.schemes] == [-1000, -300]


def test_of_a_range_the_mean_counts():
    one = only([risk("R1", -2000, 50, span=(Decimal(-1000), Decimal(-2000), Decimal(-6000)))])
    assert one.counted == -1500


def test_a_linked_risk_larger_than_the_schemes_weight_takes_off_counts_in_its_place():
    exposure = counted([risk("R1", -1000, 60, scheme_ref="q1")], [scheme("Q1", 1000, "0.7")])
    assert exposure.items[0].counted == -600
    assert exposure.items[0].why == "Counted in place of the risk weight of scheme q1"
    assert exposure.schemes[0].counted == 0
    assert exposure.expected == -600
    assert exposure.not_counted_twice == 300


def test_a_linked_risk_smaller_than_the_schemes_weight_takes_off_is_counted_by_it():
    exposure = counted([risk("R1", -1000, 20, scheme_ref="Q1")], [scheme("Q1", 1000, "0.7")])
    assert exposure.items[0].counted == 0
    assert exposure.schemes[0].counted == -300
    assert exposure.expected == -300
    assert exposure.not_counted_twice == 200


def test_several_risks_of_one_scheme_stand_against_it_together():
    items = [risk("R1", -1000, 20, scheme_ref="Q1"), risk("R2", -1000, 20, scheme_ref="Q1")]
    exposure = counted(items, [scheme("Q1", 1000, "0.7")])
    assert [one.counted for one in exposure.items] == [-200, -200]
    assert exposure.expected == -400


def test_a_risk_linked_to_a_scheme_that_is_not_there_counts_as_any_other():
    assert only([risk("R1", -1000, 20, scheme_ref="Q9")], [scheme("Q1", 1000)]).counted == -200


def test_a_mitigation_that_is_a_scheme_is_that_schemes_delivery():
    one = only([mitigation("M1", 500, 50, scheme_ref="Q1")], [scheme("Q1", 1000)])
    assert (one.counted, one.why) == (0, "Counted as the delivery of scheme Q1")


def test_a_mitigation_of_a_risk_that_is_over_counts_nothing():
    exposure = counted([mitigation("M1", 500, 50, linked_risk="R1"), risk("R1", -900, state="Closed")], [])
    assert (exposure.expected, exposure.items[0].why) == (0, "Its risk R1 is closed")


@pytest.mark.parametrize("without", [WhatIf(dropped=frozenset({"r1"})), WhatIf({"R1": Decimal(0)})])
def test_a_mitigation_of_a_risk_that_a_what_if_takes_away_counts_nothing(without):
    items = [risk("R1", -900, 50), mitigation("M1", 500, 50, linked_risk="r1")]
    exposure = Known(items, None, ()).exposure(without)
    assert (exposure.expected, exposure.items[1].why) == (0, "Nothing is expected of its risk R1")


def test_savings_lines_of_the_summary_stand_against_all_schemes_together():
    schemes = [scheme("Q1", 1000, "0.7"), scheme("Q2", 1000, "0.9")]
    larger = counted([risk("S1", -1000, 50, savings=True)], schemes)
    assert (larger.expected, larger.not_counted_twice) == (-500, 400)
    smaller = counted([risk("S1", -1000, 10, savings=True)], schemes)
    assert (smaller.expected, smaller.not_counted_twice) == (-400, 100)


def test_a_scheme_that_is_delayed_loses_what_falls_after_march():
    late = (
        scheme("Q1", 0).__class__("Q1", "Q1", Decimal("0.5"), "red", {m: Decimal(100) for m in range(4, 13)}).delayed(2)
    )
    assert (late.to_come, late.lost) == (700, 200)
    exposure = counted([], [late])
    assert exposure.schemes[0].counted == -350 - 200
