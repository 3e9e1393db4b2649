from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table

POSITION_ROW = {"ytd_budget": 100, "ytd_actual": 120, "annual_budget": 0, "forecast_outturn": 0, "forecast_variance": 0}


def position(**row):
    return table("position", [{"line": "A", **POSITION_ROW, **row}])


def test_a_variance_of_spend_is_budget_less_actual():
    assert reconcile(position(flow="expenditure", ytd_variance=-20)) == []
    (found,) = reconcile(position(flow="expenditure", ytd_variance=20))
    assert (found.check, found.row, found.column, found.severity) == (
        "variance against its parts", "A", "ytd_variance", Severity.DIFFERENCE,
    )  # fmt: skip
    assert (found.printed, found.computed, found.difference) == (Decimal(20_000), Decimal(-20_000), Decimal(40_000))


def test_a_variance_of_income_is_actual_less_budget():
    assert reconcile(position(flow="income", ytd_variance=20)) == []
    (found,) = reconcile(position(flow="income", ytd_variance=-20))
    assert found.computed == Decimal(20_000)


def test_a_finding_explains_itself_in_the_tables_unit():
    (found,) = reconcile(position(flow="expenditure", ytd_variance=-1_250))
    assert found.explanation == (
        "YTD budget less YTD actual gives -20, the table prints -1,250: 1,230 apart, "
        "more than the rounding of 2 printed figures explains (£'000)."
    )


def test_a_nil_part_counts_as_nothing_and_does_not_round():
    plan = {"line": "A", "flow": "expenditure", "recurrent_exit_prior": 100, "growth": None, "planned_qipp": -10}
    assert reconcile(table("financial-plan", [{**plan, "plan": 90}])) == []
    (near,) = reconcile(table("financial-plan", [{**plan, "plan": 91}]))
    (far,) = reconcile(table("financial-plan", [{**plan, "plan": 92}]))
    assert (near.severity, far.severity) == (Severity.ROUNDING, Severity.DIFFERENCE)


def test_a_figure_without_any_part_cannot_be_checked():
    (found,) = reconcile(
        table("financial-plan", [{"line": "A", "flow": "expenditure", "recurrent_exit_prior": None, "plan": 7}])
    )
    assert (found.severity, found.printed, found.computed, found.difference) == (
        Severity.CANNOT_BE_CHECKED, Decimal(7_000), None, None,
    )  # fmt: skip


def test_figures_whose_columns_the_file_does_not_have_are_not_asked_for():
    assert reconcile(table("financial-plan", [{"line": "A", "flow": "expenditure", "plan": 7}])) == []


def test_a_plan_without_what_the_savings_are_taken_from_is_not_checked_against_the_savings_alone():
    row = {"code": "E.M.7", "title": "Referrals", "qipp": -1_200, "plan": 96_000}
    assert reconcile(table("activity-plan", [row])) == []
    (found,) = reconcile(table("activity-plan", [{**row, "do_nothing": 97_000}]))
    assert (found.check, found.column, found.printed) == ("rows across", "plan", Decimal(96_000))


def test_nothing_printed_is_nothing_to_check():
    assert reconcile(table("financial-plan", [{"line": "A", "recurrent_exit_prior": 9, "plan": None}])) == []
    assert reconcile(table("financial-plan", [{"line": "A", "growth": None, "plan": 0}])) == []


def test_a_net_row_that_leaves_steps_out_cannot_be_checked_across():
    line = {"line": "Grant", "flow": "income", "recurrent_exit_prior": 50, "growth": 5, "plan": 55}
    net = {"line": "Surplus", "kind": "net", "recurrent_exit_prior": 50, "plan": 55}
    (found,) = reconcile(table("financial-plan", [line, net]))
    assert (found.row, found.column, found.severity) == ("Surplus", "plan", Severity.CANNOT_BE_CHECKED)
    assert reconcile(table("financial-plan", [line, {**net, "growth": 5}])) == []


def test_whole_counts_across_leave_no_room_for_rounding():
    row = {"area": "A", "initiation_count": 2, "planning_count": 3, "total_excluding_pipeline_count": 6}
    (found,) = reconcile(table("qipp-gateway", [row]))
    assert (found.column, found.printed, found.computed, found.severity, found.kind) == (
        "total_excluding_pipeline_count", Decimal(6), Decimal(5), Severity.DIFFERENCE, "count",
    )  # fmt: skip
    assert "and whole numbers do not round." in found.explanation


def test_the_gap_is_the_target_less_the_schemes():
    row = {"area": "A", "planning_value": 40, "total_including_pipeline_value": 40, "target": 100}
    assert reconcile(table("qipp-gateway", [{**row, "gap_including_pipeline": 60}])) == []
    (found,) = reconcile(table("qipp-gateway", [{**row, "gap_including_pipeline": -60}]))
    assert found.computed == Decimal(60_000)


def test_the_residual_risk_is_what_the_forecast_does_not_hold():
    row = {"risk": "A", "total_risk": -9, "mitigated_risk": -5, "in_forecast": -2}
    assert reconcile(table("risks", [{**row, "residual_risk": -3}])) == []
    assert [one.computed for one in reconcile(table("risks", [{**row, "residual_risk": 3}]))] == [Decimal(-3_000)]
