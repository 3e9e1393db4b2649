"""Loaded duties beside the position and the targets: a difference is said, rounding is not."""

from __future__ import annotations

from recovery.checks import reconcile_across
from recovery.money import Unit
from tests.checks.building import table
from tests.spec import published_tables as published
from tests.spec.test_published_tables import DIFFERENCE, said


def found(*rows, unit=Unit.THOUSANDS, **tables):
    every = reconcile_across({"duties": table("duties", rows, unit=unit), **tables})
    return said([one for one in every if one.dataset == "duties"])


def test_published_figures_put_into_a_table_of_duties_are_borne_out():
    rows = (
        {"indicator": "Revenue resource limit", "target": 1184770, "actual": 305210, "forecast": 1219839},
        {"indicator": "Control total", "target": -35069, "target_to_date": -8767, "actual": -9585, "forecast": -35069},
        {"indicator": "Running costs allowance", "target": 20432, "actual": 5179, "forecast": 20432},
        {"indicator": "QIPP", "target": 35000, "actual": 1},
    )
    assert found(*rows, position=published.position(), **{"qipp-targets": published.qipp_targets()}) == []


def test_each_figure_that_differs_is_a_finding():
    rows = (
        {"indicator": "Control total", "target": 35069, "forecast": -35069},
        {"indicator": "Running costs", "target": 20000},
        {"indicator": "QIPP", "target": 34000},
    )
    assert found(*rows, position=published.position(), **{"qipp-targets": published.qipp_targets()}) == [
        ("duties against the position", "Control total", "target", "35069", "-35069", DIFFERENCE),
        ("duties against the position", "Running costs", "target", "20000", "20432", DIFFERENCE),
        ("QIPP duty against targets", "QIPP", "target", "34000", "35000", DIFFERENCE),
    ]


def test_a_table_in_millions_may_round_the_positions_thousands():
    assert found({"indicator": "Control total", "target": -35}, unit=Unit.MILLIONS, position=published.position()) == []


def test_percentages_and_duties_without_a_rule_are_left_alone():
    rows = ({"indicator": "Underlying position", "forecast": -5}, {"indicator": "Agency", "target": 3})
    assert found(*rows, {"indicator": "QIPP", "target_percent": 95}, position=published.position()) == []
