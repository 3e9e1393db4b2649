"""Worked by hand: where the published tables do not bear each other out."""

from __future__ import annotations

from recovery.checks import reconcile_across
from tests.spec import published_tables as published
from tests.spec.test_published_tables import DIFFERENCE, UNCHECKED, said


def test_the_plan_takes_out_533_more_qipp_than_the_targets_ask_for():
    found = reconcile_across({"financial-plan": published.financial_plan(), "qipp-targets": published.qipp_targets()})
    assert said(found) == [("plan's QIPP against targets", "Totals", "target", "35000", "35533", DIFFERENCE)]


def test_the_matrix_repeats_the_targets_exactly():
    targets, matrix = published.qipp_targets(), published.qipp_gateway()
    assert reconcile_across({"qipp-targets": targets, "qipp-gateway": matrix}) == []


def test_the_annual_budget_is_3748_above_the_plan_on_both_sides():
    found = reconcile_across({"position": published.position(), "financial-plan": published.financial_plan()})
    assert {one.check for one in found} == {"annual budget against the plan"}
    assert {one.row_order for one in found} == {None}
    assert [(one.dataset, *rest) for one, (_, *rest) in zip(found, said(found), strict=True)] == [
        ("position", "Allocation", "annual_budget", "1184770", "1181022", DIFFERENCE),
        ("position", "Total Expenditure", "annual_budget", "1219839", "1216091", DIFFERENCE),
        ("position", "Acute Services", "annual_budget", "602156", "600814", DIFFERENCE),
        ("position", "Mental Health Services", "annual_budget", "117227", "91731", DIFFERENCE),
        ("position", "Continuing Care", "annual_budget", "68234", "68582", DIFFERENCE),
        ("position", "Primary Care", "annual_budget", "268836", "31496", DIFFERENCE),
        ("position", "Community Services", "annual_budget", "102798", None, UNCHECKED),
        ("position", "Other", "annual_budget", "40156", None, UNCHECKED),
        ("financial-plan", "Community Health Services", "plan", "127477", None, UNCHECKED),
        ("financial-plan", "Prescribing", "plan", "115999", None, UNCHECKED),
        ("financial-plan", "Primary Care Co-commissioning", "plan", "119333", None, UNCHECKED),
        ("financial-plan", "Other programme", "plan", "34997", None, UNCHECKED),
        ("financial-plan", "Contingency", "plan", "5230", None, UNCHECKED),
    ]
