"""The position's annual budget against the financial plan: totals of income and expenditure, and lines of one name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from recovery.checks.between import against, figure
from recovery.checks.comparing import unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.line_sums import LineSum, line_sums, total_label, total_of
from recovery.checks.register import Amount

if TYPE_CHECKING:
    from recovery.findings import Finding
    from recovery.sources.table import Table

CHECK = "annual budget against the plan"
FLOWS: Final = ("income", "expenditure")
Lines = Mapping[str, LineSum]


def budget_against_plan(tables: Mapping[str, Table]) -> list[Finding]:
    """Check the annual budget against the plan by flow and by line; say which lines have no partner."""
    if not {"position", "financial-plan"} <= tables.keys():
        return []
    position, plan = grid_of(tables["position"]), grid_of(tables["financial-plan"])
    return [finding for flow in FLOWS for finding in _flow(position, plan, flow)]


def _flow(position: Grid, plan: Grid, flow: str) -> list[Finding]:
    budgets, plans = line_sums(position, "annual_budget", flow), line_sums(plan, "plan", flow)
    if not budgets or not plans:
        return []
    label = total_label(position, flow) or f"Total {flow}"
    budget, planned = total_of(budgets.values(), label), total_of(plans.values(), label)
    found = _compared(position.table, budget, planned, f"the plan's {flow} adds to")
    if len(budgets) == len(plans) == 1:
        return found
    return found + _lines(position.table, budgets, plans) + _alone(position.table, plan.table, budgets, plans)


def _lines(position: Table, budgets: Lines, plans: Lines) -> list[Finding]:
    return [
        finding
        for name, budget in budgets.items()
        if name in plans
        for finding in _compared(position, budget, plans[name], f'the plan\'s "{plans[name].label}" is')
    ]


def _compared(position: Table, budget: LineSum, planned: LineSum, source: str) -> list[Finding]:
    """Compare two sums of printed lines: the rounding of the budget's own lines counts where they are several."""
    own_parts, own_step = (budget.parts, budget.step) if budget.parts > 1 else (0, 0)
    amount = Amount(planned.value, planned.parts + own_parts, planned.step + own_step)
    return against(position, figure(position, budget.label, "annual_budget", budget.value), CHECK, amount, source)


def _alone(position: Table, plan: Table, budgets: Lines, plans: Lines) -> list[Finding]:
    sides = (
        (position, "annual_budget", "plan", budgets, plans),
        (plan, "plan", "month-end position", plans, budgets),
    )
    return [
        unchecked(figure(table, line.label, field, line.value), CHECK, f"The {other} has no line of this name")
        for table, field, other, own, others in sides
        for name, line in own.items()
        if name not in others and line.value
    ]
