"""The QIPP targets against the target column of the published matrix, and the plan's QIPP against the targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.between import against, figure, printed_figure
from recovery.checks.comparing import unchecked
from recovery.checks.grid import Grid, grid_of
from recovery.checks.labels import same_name
from recovery.checks.line_sums import LineSum, line_sums, total_label, total_of
from recovery.checks.register import Amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.findings import Finding
    from recovery.sources.table import Table

TARGETS_CHECK = "QIPP targets"
PLAN_CHECK = "plan's QIPP against targets"


def targets_in_matrix(tables: Mapping[str, Table]) -> list[Finding]:
    """Check the matrix's target column, area by area and in total, against the QIPP targets."""
    if not {"qipp-targets", "qipp-gateway"} <= tables.keys():
        return []
    grid, own = grid_of(tables["qipp-gateway"]), grid_of(tables["qipp-targets"])
    if "target" not in grid.amounts:
        return []
    targets = line_sums(own, "target", "")
    return _areas(grid, targets) + _total(grid, targets) + _without_row(grid, own, targets)


def _areas(grid: Grid, targets: Mapping[str, LineSum]) -> list[Finding]:
    labels, column = grid.texts("area"), grid.amounts["target"]
    found: list[Finding] = []
    for row in np.flatnonzero(grid.where("kind", "line") & grid.where("flow", "") & column.printed):
        cell = printed_figure(grid, "target", int(row))
        target = targets.get(same_name(labels[row]))
        if target:
            found += against(grid.table, cell, TARGETS_CHECK, target.amount, "the QIPP targets give")
        elif cell.printed:
            found.append(unchecked(cell, TARGETS_CHECK, "The QIPP targets have no area of this name"))
    return found


def _total(grid: Grid, targets: Mapping[str, LineSum]) -> list[Finding]:
    rows = np.flatnonzero(grid.where("kind", "total") & grid.where("flow", ""))[-1:]
    amount = total_of(targets.values(), "").amount
    return [
        finding
        for row in rows
        for finding in against(
            grid.table, printed_figure(grid, "target", int(row)), TARGETS_CHECK, amount, "the QIPP targets add to"
        )
    ]


def _without_row(grid: Grid, own: Grid, targets: Mapping[str, LineSum]) -> list[Finding]:
    shown = {same_name(label) for label in grid.texts("area")}
    reason = "The published matrix has no area of this name"
    return [
        unchecked(figure(own.table, target.label, "target", target.value), TARGETS_CHECK, reason)
        for name, target in targets.items()
        if name not in shown and target.value
    ]


def plan_against_targets(tables: Mapping[str, Table]) -> list[Finding]:
    """Check that the targets come to what the plan's lines take out as QIPP (a saving is negative there)."""
    if not {"financial-plan", "qipp-targets"} <= tables.keys():
        return []
    plan, own = grid_of(tables["financial-plan"]), grid_of(tables["qipp-targets"])
    savings = total_of(line_sums(plan, "planned_qipp", "expenditure").values(), "")
    targets = total_of(line_sums(own, "target", "").values(), total_label(own, "") or "Total")
    cell = figure(own.table, targets.label, "target", targets.value)
    source = "the lines of the plan take out"
    amount = Amount(-savings.value, savings.parts + targets.parts, savings.step + targets.step)
    return against(own.table, cell, PLAN_CHECK, amount, source)
