"""Rows across: totals, gaps and plans against the columns they are made of, and variances against their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.comparing import Claim, cell_of, compare, doubtful, unchecked
from recovery.checks.grid import Amounts, Flags, Grid, Sums, no_sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.findings import Finding
    from recovery.sources.definitions import Identity

Names = tuple[str, ...]
FEW = 2
"""Up to so many columns are named one by one in an explanation."""


def rows_across(grid: Grid) -> list[Finding]:
    """Check totals across, gaps, plans, months and variances in every row against the columns that make them.

    An identity is left out where the file has no column of its first part, from which the others only lead on.
    """
    found: list[Finding] = []
    for identity in grid.table.definition.identities:
        if {identity.target, identity.plus[0]} <= grid.amounts.keys():
            turned = _turned(grid) if identity.turned else np.zeros(grid.length, dtype=np.bool_)
            found += _check(grid, identity, ~turned, identity.plus, identity.minus)
            found += _check(grid, identity, turned, identity.minus, identity.plus)
    return found


def _turned(grid: Grid) -> Flags:
    return grid.where("flow", "income") | grid.where("kind", "net")


def _check(grid: Grid, identity: Identity, where: Flags, plus: Names, minus: Names) -> list[Finding]:
    target, sums = grid.amounts[identity.target], sum_of_columns(grid, plus, minus)
    silent = _silent(grid, [grid.amounts[name] for name in (*plus, *minus) if name in grid.amounts])
    claim = Claim(identity.check, _words(grid, plus, minus))
    unsaid = np.flatnonzero(where & silent & doubtful(target, sums))
    reason = "This row leaves out some of the columns that the figure is made of"
    return [
        *compare(grid, target, where & ~silent, sums, claim),
        *(unchecked(cell_of(grid, target, int(row)), identity.check, reason) for row in unsaid),
    ]


def _silent(grid: Grid, parts: Sequence[Amounts]) -> Flags:
    """Return the totals and net rows that print nothing in a column in which lines have figures: not nil, not said."""
    summed, lines = grid.where("kind", "total", "net"), grid.where("kind", "line")
    silent = np.zeros(grid.length, dtype=np.bool_)
    for column in parts:
        if column.values[lines].any():
            silent |= summed & ~column.printed
    return silent


def sum_of_columns(grid: Grid, plus: Names, minus: Names) -> Sums:
    """Return, row by row, the sum of some columns less that of others; a nil part is nothing."""
    sums = no_sums(grid.length)
    for sign, names in ((1, plus), (-1, minus)):
        for column in (grid.amounts[name] for name in names if name in grid.amounts):
            sums.amount[:] += sign * column.values
            sums.parts[:] += column.printed
            sums.step[:] += column.printed * np.int64(column.rounding)
    return sums


def _words(grid: Grid, plus: Names, minus: Names) -> str:
    def heading(name: str) -> str:
        field = grid.table.definition.field_named(name)
        return field.heading.replace("{prior}", "prior-year").replace("{year}", "year's").strip()

    if len(plus) > FEW:
        return f"the {len(plus)} columns from {heading(plus[0])} to {heading(plus[-1])} give"
    added = " plus ".join(heading(name) for name in plus)
    return f"{added} less {heading(minus[0])} gives" if minus else f"{added} gives"
