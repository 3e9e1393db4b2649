"""The list of allocation movements against the plan it starts from and the position it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.checks.between import against, figure, printed_figure
from recovery.checks.grid import Grid, grid_of
from recovery.checks.line_sums import line_sums, total_of
from recovery.checks.register import Amount
from recovery.sources.opening_row import is_opening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.findings import Finding
    from recovery.sources.table import Table

OPENING_CHECK: Final = "opening allocation against the plan"
LIMIT_CHECK: Final = "current limit against the position"


def opening_against_plan(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that the list of allocation movements starts from the plan's allocation."""
    if not {"allocations", "financial-plan"} <= tables.keys():
        return []
    grid = grid_of(tables["allocations"])
    row = _opening(grid)
    planned = total_of(line_sums(grid_of(tables["financial-plan"]), "plan", "income").values(), "")
    if row is None or not planned.parts:
        return []
    cell = printed_figure(grid, "amount", row)
    return against(grid.table, cell, OPENING_CHECK, planned.amount, "the plan's allocation is")


def limit_against_position(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that the list of allocation movements, where it has its opening, leads to the position's allocation."""
    if not {"allocations", "position"} <= tables.keys():
        return []
    grid = grid_of(tables["allocations"])
    budget = total_of(line_sums(grid_of(tables["position"]), "annual_budget", "income").values(), "")
    if _opening(grid) is None or not budget.parts:
        return []
    totals = np.flatnonzero(grid.where("kind", "total") & grid.amounts["amount"].printed).tolist()
    if totals:
        cell, amount = printed_figure(grid, "amount", totals[-1]), budget.amount
    else:
        listed = total_of(line_sums(grid, "amount", "").values(), "Current limit")
        cell = figure(grid.table, listed.label, "amount", listed.value)
        amount = Amount(budget.value, budget.parts + listed.parts, budget.step + listed.step)
    return against(grid.table, cell, LIMIT_CHECK, amount, "the position's allocation is")


def _opening(grid: Grid) -> int | None:
    """Return the row of the opening allocation, None where the list has none or no column of whole amounts."""
    lines = np.flatnonzero(grid.where("kind", "line")).tolist()
    opens = bool(lines) and is_opening(grid.texts("movement")[lines[0]])
    return lines[0] if opens and "amount" in grid.amounts else None
