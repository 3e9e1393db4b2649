"""The steps of the histogram, one of which begins at the control total."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.measures.request import Request
from recovery.measures.risk.known import Known
from recovery.measures.risk.outlook import Outlook
from recovery.measures.simulation.distribution import distribution, round_step
from recovery.measures.simulation.simulated import Settings, simulated
from recovery.period import FinancialYear
from recovery.view import View
from tests.measures.risk.building import risk

REQUEST = Request("simulation-distribution", "", None, View("X01", FinancialYear(2018), 3), computed=False, sources={})


def shown(control_total):
    outlook = Outlook(Decimal(-900), control_total, Known([risk("R1", -300, 50)], None, ()), (), of_summary=False)
    found = simulated(outlook, Settings(1000, 1, 0.0))
    return found, distribution(REQUEST, found).records()


@pytest.mark.parametrize("target", ["-1000.50", "-1001.50", "-1200", "-900"])
def test_the_steps_that_meet_hold_as_many_runs_as_the_chance_says(target):
    found, rows = shown(Decimal(target))
    assert sum(row["runs"] for row in rows if row["meets"] == "Met") == round(found.chance * 1000)
    assert sum(row["runs"] for row in rows) == 1000


def test_without_a_control_total_no_step_meets_or_misses_it():
    found, rows = shown(None)
    assert found.chance is None
    assert {row["meets"] for row in rows} == {None}


@pytest.mark.parametrize(("width", "step"), [(0.3, 1), (11, 20), (21, 25), (26, 50), (51, 100)])
def test_steps_are_round(width, step):
    assert round_step(width) == step
