from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table


def summary(*rows, steps=None):
    names = ("status", "rag", "net_value", "risk_adjusted", "share")
    return table("qipp-rag", [dict(zip(names, row, strict=False)) for row in rows], steps=steps)


def test_a_line_is_its_net_value_times_the_weight_of_its_rag():
    assert reconcile(summary(("Delivery", "Red", 100, 60), ("Delivery", "Amber", 100, 70))) == []
    (found,) = reconcile(summary(("Delivery", "Red", 100, 70)))
    assert (found.check, found.row, found.column, found.computed, found.severity) == (
        "weights", "Delivery, Red", "risk_adjusted", Decimal(60_000), Severity.DIFFERENCE,
    )  # fmt: skip
    assert found.explanation.startswith("Net value times 60% gives 60, the table prints 70")


def test_the_weight_of_the_pipeline_goes_before_that_of_the_rag():
    assert reconcile(summary(("Pipeline", "Green", 100, 50), ("Schemes in the pipeline", "Red", 10, 5))) == []
    (found,) = reconcile(summary(("Excluding pipeline", "Green", 100, 50)))
    assert found.computed == Decimal(100_000)


def test_only_the_rounding_of_the_net_value_can_move_a_weighted_value():
    assert reconcile(summary(("Delivery", "Red", 2909, 1745))) == []
    (near,) = reconcile(summary(("Delivery", "Red", 2909, 1746)))
    (far,) = reconcile(summary(("Delivery", "Red", 2909, 1747)))
    assert (near.severity, far.severity) == (Severity.ROUNDING, Severity.DIFFERENCE)


def test_a_row_without_a_weight_cannot_be_checked():
    (found,) = reconcile(summary(("Delivery", "", 100, 60)))
    assert (found.check, found.severity) == ("weights", Severity.CANNOT_BE_CHECKED)


def with_total(line_share, total_share):
    rows = [
        ("Delivery", "Green", 60, 60, line_share),
        ("Delivery", "Red", 50, 30, 33),
        ("Total", "", 110, 90, total_share),
    ]
    names = ("status", "rag", "net_value", "risk_adjusted", "share")
    made = [dict(zip(names, row, strict=True)) for row in rows]
    made[2] |= {"kind": "total", "parts": (0, 1)}
    return table("qipp-rag", made)


def test_a_share_is_of_the_risk_adjusted_total_and_on_the_total_of_the_net_value():
    assert reconcile(with_total(67, 82)) == []
    (found,) = reconcile(with_total(55, 82))
    assert (found.check, found.row, found.printed) == ("share", "Delivery, Green", Decimal(55))
    assert found.computed == Decimal("66.666667")


def test_a_total_may_print_one_hundred_per_cent():
    assert reconcile(with_total(67, 100)) == []
    (found,) = reconcile(with_total(67, 90))
    assert (found.row, found.computed, found.severity) == ("Total", Decimal("81.818182"), Severity.DIFFERENCE)


def test_shares_of_nothing_cannot_be_checked():
    (found,) = reconcile(summary(("Delivery", "Red", 0, 0, 5)))
    assert (found.check, found.severity) == ("share", Severity.CANNOT_BE_CHECKED)
