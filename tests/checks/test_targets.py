from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile_across
from recovery.findings import Severity
from tests.checks.building import table


def targets(*amounts):
    names = ("Acute Services", "Community & CSI", "Prescribing")
    rows = [{"area": name, "target": amount} for name, amount in zip(names, amounts, strict=True)]
    return table("qipp-targets", [*rows, {"area": "Total", "kind": "total", "parts": (0, 2), "target": sum(amounts)}])


def matrix(acute, community, prescribing, total):
    rows = [
        {"area": "Acute", "target": acute},
        {"area": "community and csi", "target": community},
        {"area": "Prescribing", "target": prescribing},
        {"area": "Totals", "kind": "total", "parts": (0, 2), "target": total},
    ]
    return table("qipp-gateway", rows)


def said(findings):
    return [(one.dataset, one.check, one.row, one.column, one.printed, one.computed, one.severity) for one in findings]


def test_the_matrix_repeats_the_targets():
    assert reconcile_across({"qipp-targets": targets(10, 20, 30), "qipp-gateway": matrix(10, 20, 30, 60)}) == []


def test_another_target_shows_in_its_area_and_in_the_total():
    found = reconcile_across({"qipp-targets": targets(10, 25, 30), "qipp-gateway": matrix(10, 20, 30, 60)})
    assert said(found) == [
        (
            "qipp-gateway",
            "QIPP targets",
            "community and csi",
            "target",
            Decimal(20_000),
            Decimal(25_000),
            Severity.DIFFERENCE,
        ),
        ("qipp-gateway", "QIPP targets", "Totals", "target", Decimal(60_000), Decimal(65_000), Severity.DIFFERENCE),
    ]


def test_areas_without_a_partner_cannot_be_checked_on_either_side():
    control = table("qipp-gateway", [{"area": "Estates", "target": 5}, {"area": "Prescribing", "target": 30}])
    found = reconcile_across({"qipp-targets": targets(10, 0, 30), "qipp-gateway": control})
    assert [(one.dataset, one.row, one.severity) for one in found] == [
        ("qipp-gateway", "Estates", Severity.CANNOT_BE_CHECKED),
        ("qipp-targets", "Acute Services", Severity.CANNOT_BE_CHECKED),
    ]


def plan(*qipp):
    lines = [
        {"line": f"L{number}", "flow": "expenditure", "planned_qipp": amount} for number, amount in enumerate(qipp)
    ]
    printed = {"line": "Total", "kind": "total", "flow": "expenditure", "parts": (0, len(qipp) - 1), "planned_qipp": -1}
    return table("financial-plan", [*lines, printed])


def test_the_targets_come_to_the_lines_of_the_plan_and_not_to_its_printed_total():
    tables = {"qipp-targets": targets(10, 20, 30), "financial-plan": plan(-40, -20)}
    assert reconcile_across(tables) == []
    (found,) = reconcile_across(tables | {"financial-plan": plan(-40, -27)})
    assert said([found]) == [
        (
            "qipp-targets",
            "plan's QIPP against targets",
            "Total",
            "target",
            Decimal(60_000),
            Decimal(67_000),
            Severity.DIFFERENCE,
        )
    ]


def test_targets_and_plan_can_differ_by_the_rounding_of_their_lines():
    (found,) = reconcile_across({"qipp-targets": targets(10, 20, 30), "financial-plan": plan(-40, -22)})
    assert found.severity == Severity.ROUNDING
