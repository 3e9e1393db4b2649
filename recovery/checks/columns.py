"""Columns down: totals against the lines they cover, and the net position against income less expenditure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.comparing import Claim, compare
from recovery.checks.grid import Amounts, Flags, Grid, Integers, Sums, no_sums

if TYPE_CHECKING:
    from recovery.findings import Finding

CHECK = "columns down"


def totals(grid: Grid) -> list[Finding]:
    """Check every total against the lines of its own flow that it covers."""
    if grid.table.definition.baseline:
        return []
    found: list[Finding] = []
    for flow in dict.fromkeys(grid.table.rows["flow"].unique().to_pylist()):
        mine = grid.where("flow", flow or "")
        where = mine & grid.where("kind", "total")
        if where.any():
            lines = mine & grid.where("kind", "line")
            for column in grid.addable:
                found += compare(grid, column, where, covered(grid, column, lines), Claim(CHECK, "the lines add to"))
    return found


def covered(grid: Grid, column: Amounts, lines: Flags) -> Sums:
    """Return, for each row, the sum of the `lines` between its parts_from and parts_to (nothing where it has none)."""
    first, last = grid.integers("parts_from"), grid.integers("parts_to")
    start = np.searchsorted(grid.order, first, side="left")
    end = np.where(first >= 0, np.searchsorted(grid.order, last, side="right"), start)
    printed = lines & column.printed
    parts = _between(printed.astype(np.int64), start, end)
    return Sums(_between(np.where(printed, column.values, 0), start, end), parts, parts * column.rounding)


def _between(values: Integers, start: Integers, end: Integers) -> Integers:
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(values, dtype=np.int64)))
    between: Integers = running[end] - running[start]
    return between


def net(grid: Grid) -> list[Finding]:
    """Check every net row against income less expenditure; variances, favourable positive in both, are added."""
    if not grid.table.definition.flows:
        return []
    where = grid.where("kind", "net")
    lines = grid.where("kind", "line")
    income, spend = lines & grid.where("flow", "income"), lines & grid.where("flow", "expenditure")
    found: list[Finding] = []
    for column in grid.addable if where.any() else ():
        sign = 1 if column.field.signed else -1
        words = "the variances of income and expenditure add to" if sign > 0 else "income less expenditure gives"
        found += compare(grid, column, where, _net_of(grid, column, income, spend, sign), Claim(CHECK, words))
    return found


def _net_of(grid: Grid, column: Amounts, income: Flags, spend: Flags, sign: int) -> Sums:
    sums = no_sums(grid.length)
    sums.amount[:] = column.values[income].sum() + sign * column.values[spend].sum()
    sums.parts[:] = (column.printed & (income | spend)).sum()
    sums.step[:] = sums.parts * column.rounding
    return sums
