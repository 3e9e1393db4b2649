from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile_across
from recovery.findings import Severity
from tests.checks.building import table
from tests.checks.registers import register, summary


def across(schemes, control):
    return reconcile_across({"schemes": schemes, "qipp-rag": control})


def said(findings):
    return [(one.row, one.column, one.printed, one.computed, one.severity) for one in findings]


def test_a_register_in_pounds_makes_a_summary_in_thousands():
    assert across(register(), summary()) == []


def test_a_changed_scheme_shows_in_its_row_and_in_the_total():
    found = across(register(("Community", 2, "Amber", 10_000)), summary())
    assert {(one.dataset, one.check, one.row_order) for one in found} == {
        ("qipp-rag", "register against control table", None)
    }
    assert said(found) == [
        ("Schemes in delivery, Amber", "net_value", Decimal(100_000), Decimal(110_200), Severity.DIFFERENCE),
        ("Schemes in delivery, Amber", "risk_adjusted", Decimal(70_000), Decimal(77_140), Severity.DIFFERENCE),
        ("Total", "net_value", Decimal(1_951_000), Decimal(1_960_900), Severity.DIFFERENCE),
        ("Total", "risk_adjusted", Decimal(1_521_000), Decimal(1_527_520), Severity.DIFFERENCE),
    ]
    assert found[0].explanation.startswith(
        "The register's 2 schemes here add to 110.2, the table prints 100: 10.2 apart"
    )


def test_schemes_that_the_summary_has_no_row_for_are_named():
    found = across(register(("Community", 0, "Green", 5_000)), summary())
    assert ("Pipeline, Green", "net_value", Decimal(0), Decimal(5_000), Severity.DIFFERENCE) in said(found)


def test_a_row_without_schemes_is_a_difference():
    extra = {"status": "Pipeline", "rag": "Amber", "net_value": 40, "risk_adjusted": 20}
    found = across(register(), summary(extra))
    assert ("Pipeline, Amber", "net_value", Decimal(40_000), Decimal(0), Severity.DIFFERENCE) in said(found)


def test_a_total_of_some_rows_covers_the_schemes_of_those_rows():
    rows = [
        {"status": "In delivery", "rag": "Red", "net_value": 250, "risk_adjusted": 150},
        {"status": "In delivery", "rag": "Amber", "net_value": 100, "risk_adjusted": 70},
        {"status": "In delivery", "rag": "Green", "net_value": 1000, "risk_adjusted": 1000},
        {"status": "Sub-total", "kind": "total", "parts": (0, 2), "net_value": 1351, "risk_adjusted": 1220},
        {"status": "Pipeline", "rag": "Red", "net_value": 600, "risk_adjusted": 300},
        {"status": "Total", "kind": "total", "parts": (0, 4), "net_value": 1951, "risk_adjusted": 1521},
    ]
    assert across(register(), table("qipp-rag", rows)) == []


def test_several_statuses_stand_for_the_stages_that_they_name():
    rows = [
        {"status": "Initiation", "rag": "Red", "net_value": 250, "risk_adjusted": 150},
        {"status": "Delivery", "rag": "Amber", "net_value": 100, "risk_adjusted": 70},
        {"status": "Delivery", "rag": "Green", "net_value": 1000, "risk_adjusted": 1000},
        {"status": "Pipeline", "rag": "Red", "net_value": 600, "risk_adjusted": 300},
    ]
    assert across(register(), table("qipp-rag", rows)) == []


def test_a_status_that_names_no_stage_cannot_be_checked_beside_others():
    rows = [
        {"status": "Under way", "rag": "Red", "net_value": 250, "risk_adjusted": 150},
        {"status": "Delivery", "rag": "Green", "net_value": 1000, "risk_adjusted": 1000},
    ]
    (found,) = across(register(), table("qipp-rag", rows))
    assert (found.row, found.severity) == ("Under way, Red", Severity.CANNOT_BE_CHECKED)


def test_without_both_tables_there_is_nothing_to_compare():
    assert reconcile_across({"schemes": register()}) == reconcile_across({"qipp-rag": summary()}) == []
