"""Worked by hand: everything in the published tables that their own figures do not bear out, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.checks import reconcile
from recovery.findings import Finding, Severity
from recovery.money import Unit, in_unit
from tests.spec import published_tables as published

if TYPE_CHECKING:
    from decimal import Decimal

DIFFERENCE, ROUNDING, UNCHECKED = Severity.DIFFERENCE, Severity.ROUNDING, Severity.CANNOT_BE_CHECKED
Said = tuple[str, str, str, str | None, str | None, Severity]


def said(findings: list[Finding]) -> list[Said]:
    """Return check, row, column, printed and computed (money in £'000) and severity of each finding."""

    def shown(amount: Decimal | None, kind: str) -> str | None:
        if amount is None:
            return None
        return f"{(in_unit(amount, Unit.THOUSANDS) if kind == 'money' else amount).normalize():f}"

    return [
        (one.check, one.row, one.column, shown(one.printed, one.kind), shown(one.computed, one.kind), one.severity)
        for one in findings
    ]


def test_the_plan_prints_391_too_much_in_other_reserves_and_too_little_qipp():
    down, across = "columns down", "rows across"
    assert said(reconcile(published.financial_plan())) == [
        (down, "Total spend", "other_reserves", "-376", "15", DIFFERENCE),
        (down, "Total spend", "planned_qipp", "-35142", "-35533", DIFFERENCE),
        (across, "Surplus/(deficit)", "plan", "-35069", None, UNCHECKED),
    ]


def test_the_position_is_only_rounded():
    parts, down = "variance against its parts", "columns down"
    assert said(reconcile(published.position())) == [
        (parts, "Mental Health Services", "ytd_variance", "-707", "-706", ROUNDING),
        (parts, "Community Services", "ytd_variance", "-176", "-177", ROUNDING),
        (parts, "Community Services", "forecast_variance", "-200", "-201", ROUNDING),
        (parts, "Continuing Care", "ytd_variance", "305", "304", ROUNDING),
        (parts, "Primary Care", "forecast_variance", "441", "440", ROUNDING),
        (parts, "Other", "forecast_variance", "2986", "2987", ROUNDING),
        (parts, "Total Expenditure", "ytd_variance", "-818", "-817", ROUNDING),
        (down, "Total Expenditure", "ytd_budget", "304393", "304392", ROUNDING),
        (down, "Total Expenditure", "ytd_variance", "-818", "-817", ROUNDING),
        (down, "Total Expenditure", "forecast_variance", "0", "1", ROUNDING),
        (down, "In year deficit", "ytd_variance", "-818", "-817", ROUNDING),
        (down, "In year deficit", "forecast_variance", "0", "1", ROUNDING),
    ]


def test_the_risk_table_adds_up():
    table = published.risks()
    assert table.rows.num_rows == 21
    assert reconcile(table) == []


def test_the_rag_table_adds_up_and_follows_the_weights():
    table = published.qipp_rag()
    assert table.rows.num_rows == 5
    assert reconcile(table) == []


def test_the_stage_matrix_is_only_rounded():
    across, down = "rows across", "columns down"
    assert said(reconcile(published.qipp_gateway())) == [
        (across, "Prescribing", "total_excluding_pipeline_value", "4924", "4923", ROUNDING),
        (across, "Prescribing", "total_including_pipeline_value", "4924", "4923", ROUNDING),
        (down, "Totals", "total_excluding_pipeline_value", "34491", "34492", ROUNDING),
        (down, "Totals", "total_including_pipeline_value", "35091", "35092", ROUNDING),
        (down, "Totals", "gap_excluding_pipeline", "509", "508", ROUNDING),
        (down, "Totals", "gap_including_pipeline", "-91", "-92", ROUNDING),
    ]


def test_the_targets_add_up():
    table = published.qipp_targets()
    assert table.rows.num_rows == 10
    assert reconcile(table) == []


def test_nine_measures_months_are_one_off_their_year_by_rounding():
    months = "months against the year"
    found = [(check, row.split()[0], *rest) for check, row, *rest in said(reconcile(published.activity_plan()))]
    assert found == [
        (months, "E.M.7a", "plan", "177009", "177010", ROUNDING),
        (months, "E.M.7b", "plan", "138243", "138242", ROUNDING),
        (months, "E.M.8", "plan", "341326", "341327", ROUNDING),
        (months, "E.M.9", "plan", "405024", "405023", ROUNDING),
        (months, "E.M.10", "plan", "108469", "108468", ROUNDING),
        (months, "E.M.10b", "plan", "19204", "19203", ROUNDING),
        (months, "E.M.11", "plan", "89176", "89177", ROUNDING),
        ("parts against their line", "E.M.11", "outturn_prior", "85708", None, UNCHECKED),
        (months, "E.M.11b", "plan", "63739", "63740", ROUNDING),
        (months, "E.M.12", "plan", "318066", "318065", ROUNDING),
    ]
