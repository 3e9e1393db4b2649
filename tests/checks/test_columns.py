from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table

SPEND = "expenditure"


def lines(*amounts, flow=SPEND):
    return [{"line": f"L{number}", "flow": flow, "annual_budget": amount} for number, amount in enumerate(amounts)]


def total(amount, first, last, *, flow=SPEND, label="Total"):
    return {"line": label, "kind": "total", "flow": flow, "annual_budget": amount, "parts": (first, last)}


def test_a_total_is_the_sum_of_the_lines_it_covers():
    assert reconcile(table("position", [*lines(10, 20, 30), total(60, 0, 2)])) == []
    (found,) = reconcile(table("position", [*lines(10, 20, 30), total(65, 0, 2)]))
    assert (found.check, found.row, found.row_order, found.column, found.computed, found.severity) == (
        "columns down", "Total", 3, "annual_budget", Decimal(60_000), Severity.DIFFERENCE,
    )  # fmt: skip


def test_a_total_row_is_never_counted_as_a_line():
    rows = [*lines(10, 20), total(30, 0, 1, label="Sub-total"), *lines(5), total(35, 0, 3)]
    assert reconcile(table("position", rows)) == []


def test_a_total_covers_its_own_flow_only():
    rows = [*lines(100, flow="income"), *lines(10, 20), total(30, 0, 2), total(100, 0, 2, flow="income")]
    assert reconcile(table("position", rows)) == []


def test_a_part_is_not_added_beside_its_line():
    part = {"line": "of which", "kind": "part", "parent": 0, "flow": SPEND, "annual_budget": 4}
    other = {**part, "annual_budget": 6}
    assert reconcile(table("position", [*lines(10), part, other, total(10, 0, 2)])) == []


def test_a_nil_total_is_not_a_finding_and_a_total_of_nil_lines_cannot_be_checked():
    assert reconcile(table("position", [*lines(10, 20), total(None, 0, 1)])) == []
    (found,) = reconcile(table("position", [*lines(None, None), total(3, 0, 1)]))
    assert (found.severity, found.computed) == (Severity.CANNOT_BE_CHECKED, None)


def test_a_total_that_covers_no_line_cannot_be_checked():
    row = {"line": "Total", "kind": "total", "flow": SPEND, "annual_budget": 3}
    (found,) = reconcile(table("position", [*lines(3), row]))
    assert found.severity == Severity.CANNOT_BE_CHECKED


def test_only_printed_lines_leave_room_for_rounding():
    (found,) = reconcile(table("position", [*lines(10, None, None), total(11, 0, 2)]))
    assert found.severity == Severity.DIFFERENCE
    (found,) = reconcile(table("position", [*lines(10, 0, None), total(11, 0, 2)]))
    assert found.severity == Severity.ROUNDING


def test_the_net_position_is_income_less_expenditure():
    rows = [*lines(100, flow="income"), *lines(70, 50)]
    assert reconcile(table("position", [*rows, {"line": "Deficit", "kind": "net", "annual_budget": -20}])) == []
    (found,) = reconcile(table("position", [*rows, {"line": "Deficit", "kind": "net", "annual_budget": 20}]))
    assert (found.check, found.computed) == ("columns down", Decimal(-20_000))


def test_the_net_variance_adds_the_variances_of_both_flows():
    income = {"line": "Grant", "flow": "income", "ytd_budget": 100, "ytd_actual": 95, "ytd_variance": -5}
    spend = {"line": "Care", "flow": SPEND, "ytd_budget": 90, "ytd_actual": 60, "ytd_variance": 30}
    net = {"line": "Net", "kind": "net", "ytd_budget": 10, "ytd_actual": 35, "ytd_variance": 25}
    assert reconcile(table("position", [income, spend, net])) == []


def test_percentages_are_not_added_down():
    rows = [
        {
            "line": "L",
            "flow": SPEND,
            "recurrent_exit_prior": 100,
            "growth": 5,
            "plan": 105,
            "growth_on_recurrent_exit": 5,
        }
    ]
    whole = {**rows[0], "line": "Total", "kind": "total", "parts": (0, 1)}
    doubled = {name: value * 2 for name, value in rows[0].items() if isinstance(value, int)}
    assert reconcile(table("financial-plan", [*rows, *rows, {**whole, **doubled, "growth_on_recurrent_exit": 5}])) == []


def test_a_memorandum_total_covers_the_memorandum_lines():
    main = [{"area": "A", "planning_value": 7}, {"area": "T", "kind": "total", "parts": (0, 0), "planning_value": 7}]
    memo = [{"area": name, "flow": "memorandum", "planning_value": 3} for name in ("B", "C")]
    closing = {"area": "M", "kind": "total", "flow": "memorandum", "parts": (0, 3)}
    assert reconcile(table("qipp-gateway", [*main, *memo, {**closing, "planning_value": 6}])) == []
    (found,) = reconcile(table("qipp-gateway", [*main, *memo, {**closing, "planning_value": 13}]))
    assert (found.row, found.computed) == ("M", Decimal(6_000))
