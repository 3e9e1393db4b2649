from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile_across
from recovery.findings import Severity
from tests.checks.building import table
from tests.checks.registers import matrix, register


def across(schemes, control):
    return reconcile_across({"schemes": schemes, "qipp-gateway": control})


def said(findings):
    return [(one.row, one.column, one.printed, one.computed, one.severity) for one in findings]


def test_a_register_in_pounds_makes_a_matrix_in_thousands_whatever_the_areas_spelling():
    assert across(register(), matrix()) == []


def test_a_scheme_at_another_stage_shows_in_both_cells_and_in_the_totals():
    found = across(register(), matrix(pipeline_count=None, pipeline_value=None, planning_count=1, planning_value=600))
    assert {(one.dataset, one.check) for one in found} == {("qipp-gateway", "register against control table")}
    assert said(found) == [
        ("COMMUNITY", "pipeline_count", Decimal(0), Decimal(1), Severity.DIFFERENCE),
        ("COMMUNITY", "pipeline_value", Decimal(0), Decimal(600_400), Severity.DIFFERENCE),
        ("COMMUNITY", "planning_count", Decimal(1), Decimal(0), Severity.DIFFERENCE),
        ("COMMUNITY", "planning_value", Decimal(600_000), Decimal(0), Severity.DIFFERENCE),
    ]


def test_a_wrong_count_is_a_difference_however_small():
    (found,) = across(register(), matrix(total_including_pipeline_count=3))
    assert (found.column, found.printed, found.computed, found.severity) == (
        "total_including_pipeline_count", Decimal(3), Decimal(2), Severity.DIFFERENCE,
    )  # fmt: skip


def test_a_further_scheme_is_missed_in_its_area_and_in_the_totals():
    found = across(register(("Prescribing", 5, "Green", 30_000)), matrix())
    assert {(one.row, one.column) for one in found} == {
        ("Prescribing", "total_excluding_pipeline_count"), ("Prescribing", "total_excluding_pipeline_value"),
        ("Prescribing", "total_including_pipeline_count"), ("Prescribing", "total_including_pipeline_value"),
        ("Total", "total_excluding_pipeline_count"), ("Total", "total_excluding_pipeline_value"),
        ("Total", "total_including_pipeline_count"), ("Total", "total_including_pipeline_value"),
    }  # fmt: skip


def test_an_area_that_the_matrix_does_not_have_is_named_with_its_value():
    found = across(register(("Estates", 1, "Green", 30_000)), matrix())
    assert ("Estates", "total_including_pipeline_value", Decimal(0), Decimal(30_000), Severity.DIFFERENCE) in said(
        found
    )


def test_an_area_without_schemes_says_so():
    rows = [{"area": "Estates", "planning_count": 1, "planning_value": 5}]
    found = across(register(), table("qipp-gateway", rows))
    own = [one for one in found if one.row == "Estates"]
    assert [(one.column, one.computed) for one in own] == [
        ("planning_count", Decimal(0)),
        ("planning_value", Decimal(0)),
    ]
    assert all("no schemes in an area of this name" in one.explanation for one in own)


def test_memorandum_areas_outside_the_register_cannot_be_checked():
    memo = {"area": "Memorandum: planned", "flow": "memorandum", "total_including_pipeline_value": 5}
    rows = [memo]
    (found,) = [one for one in across(register(), table("qipp-gateway", rows)) if one.row == "Memorandum: planned"]
    assert (found.severity, found.computed) == (Severity.CANNOT_BE_CHECKED, None)
