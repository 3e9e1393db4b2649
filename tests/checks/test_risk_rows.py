from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table

FIELDS = ("total_risk", "mitigated_risk", "in_forecast")
PLAN = {"risk": "Plan", "kind": "baseline", "total_risk": -100, "mitigated_risk": -100, "in_forecast": -100}
RISKS = [
    {"risk": "A", "total_risk": -30, "mitigated_risk": -20, "in_forecast": -10},
    {"risk": "B", "total_risk": -5, "mitigated_risk": -1, "in_forecast": 0},
]
CONTINGENCY = {"risk": "Contingency", "kind": "contingency", "mitigated_risk": 15, "in_forecast": 10}


def row(kind, figures, **more):
    return {"risk": kind.capitalize(), "kind": kind, **dict(zip(FIELDS, figures, strict=True)), **more}


@pytest.mark.parametrize("covers", [(0, 2), (1, 2)])
@pytest.mark.parametrize("figures", [(-135, -121, -110), (-35, -21, -10)])
def test_a_risk_total_may_hold_the_plan_or_not(figures, covers):
    rows = [PLAN, *RISKS, row("total", figures, parts=covers)]
    assert reconcile(table("risks", rows)) == []


def test_a_risk_total_below_the_contingency_may_hold_it():
    rows = [PLAN, *RISKS, CONTINGENCY, row("total", (-135, -106, -100), parts=(0, 3))]
    assert reconcile(table("risks", rows)) == []


def test_a_wrong_figure_of_a_risk_total_is_found_under_the_reading_that_the_others_follow():
    rows = [PLAN, *RISKS, row("total", (-135, -115, -110), parts=(0, 2))]
    (found,) = reconcile(table("risks", rows))
    assert (found.check, found.row, found.column, found.computed, found.severity) == (
        "columns down", "Total", "mitigated_risk", Decimal(-121_000), Severity.DIFFERENCE,
    )  # fmt: skip


@pytest.mark.parametrize("figures", [(None, -6, 0), (None, -106, -100)])
def test_the_net_position_may_be_taken_against_the_plan_or_not(figures):
    assert reconcile(table("risks", [PLAN, *RISKS, CONTINGENCY, row("net", figures)])) == []


def test_a_wrong_net_position_says_how_it_was_read():
    (found,) = reconcile(table("risks", [PLAN, *RISKS, CONTINGENCY, row("net", (None, -6, 9))]))
    assert (found.column, found.printed, found.computed) == ("in_forecast", Decimal(9_000), Decimal(0))
    assert found.explanation.startswith("Total and contingency less the plan give 0, the table prints 9")


def test_sub_totals_of_groups_leave_the_plan_out():
    rows = [
        PLAN,
        RISKS[0],
        row("total", (-30, -20, -10), parts=(1, 1)),
        RISKS[1],
        row("total", (-5, -1, 0), parts=(3, 3)),
        row("total", (-135, -121, -110), parts=(0, 4)),
    ]
    assert reconcile(table("risks", rows)) == []
