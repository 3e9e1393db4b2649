from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.checks import weights
from recovery.checks.weights import stage_of_status, weights_in_force
from recovery.reference import RiskWeight, stages


def test_a_stage_weight_goes_before_a_rag_weight():
    in_force = weights_in_force()
    pipeline, planning = stages()[0], stages()[2]
    assert in_force.of(pipeline, "Green") == Decimal("0.50")
    assert in_force.of(planning, "Green") == in_force.of(None, "Green") == Decimal("1.00")
    assert in_force.of(planning, "") is None


def test_the_weights_are_those_of_the_day(monkeypatch):
    def weight(year, value):
        return RiskWeight(dt.date(year, 4, 1), "rag", "Red", Decimal(value), "")

    monkeypatch.setattr(weights, "risk_weights", lambda: (weight(2018, "0.6"), weight(2019, "0.4")))
    assert weights_in_force(dt.date(2019, 3, 31)).by_rag == {"red": Decimal("0.6")}
    assert weights_in_force(dt.date(2019, 4, 1)).by_rag == weights_in_force().by_rag == {"red": Decimal("0.4")}
    assert weights_in_force(dt.date(2017, 4, 1)).by_rag == {}


@pytest.mark.parametrize("status", ["Pipeline", "PIPELINE schemes", "Schemes in the pipeline", "Ideas"])
def test_a_status_that_speaks_of_the_pipeline_means_the_first_stage(status):
    assert stage_of_status(status) == stages()[0]


@pytest.mark.parametrize("status", ["Schemes in delivery", "Excl. pipeline", "Past the pipeline", "Total", ""])
def test_any_other_status_is_past_the_pipeline(status):
    assert stage_of_status(status) is None
