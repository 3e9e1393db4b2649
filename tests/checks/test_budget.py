from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile_across
from recovery.findings import Severity
from tests.checks.building import table

SPEND = "expenditure"


def position(*lines, income=100):
    rows = [{"line": name, "flow": SPEND, "annual_budget": amount} for name, amount in lines]
    return table("position", [{"line": "Allocation", "flow": "income", "annual_budget": income}, *rows])


def plan(*lines, income=100):
    rows = [{"line": name, "flow": SPEND, "plan": amount} for name, amount in lines]
    return table("financial-plan", [{"line": "Allocation", "flow": "income", "plan": income}, *rows])


def said(first, second):
    found = reconcile_across({"position": first, "financial-plan": second})
    return [(one.dataset, one.row, one.printed, one.computed, one.severity) for one in found]


def test_a_budget_that_is_the_plan_has_no_findings():
    budget = position(("Acute Services", 60), ("Trauma & Orthopaedics", 40))
    assert said(budget, plan(("ACUTE", 60), ("Trauma and orthopaedics", 40))) == []


def test_lines_of_one_name_and_both_totals_are_compared():
    found = said(position(("Acute Services", 65), ("Other", 40), income=105), plan(("Acute", 60), ("Other", 40)))
    assert found == [
        ("position", "Allocation", Decimal(105_000), Decimal(100_000), Severity.DIFFERENCE),
        ("position", "Total expenditure", Decimal(105_000), Decimal(100_000), Severity.DIFFERENCE),
        ("position", "Acute Services", Decimal(65_000), Decimal(60_000), Severity.DIFFERENCE),
    ]


def test_lines_without_a_partner_cannot_be_checked_on_either_side():
    found = said(position(("Acute", 60), ("Hospitals", 40)), plan(("Acute", 60), ("Contingency", 40), ("Nothing", 0)))
    assert found == [
        ("position", "Hospitals", Decimal(40_000), None, Severity.CANNOT_BE_CHECKED),
        ("financial-plan", "Contingency", Decimal(40_000), None, Severity.CANNOT_BE_CHECKED),
    ]


def test_lines_that_share_a_name_are_compared_together():
    assert said(position(("Acute", 25), ("Acute services", 35), ("Other", 1)), plan(("Acute", 60), ("Other", 1))) == []


def test_a_plan_without_income_is_compared_by_spend_alone():
    spend = table(
        "financial-plan", [{"line": "Acute", "flow": SPEND, "plan": 60}, {"line": "B", "flow": SPEND, "plan": 1}]
    )
    assert said(position(("Acute", 60), ("B", 1)), spend) == []
