"""Parts against the line or code that they belong to: E.M.7a and E.M.7b make E.M.7."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.comparing import Computed, cell_of, judged, unchecked
from recovery.checks.grid import Amounts, Grid, Integers, Sums, no_sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.findings import Finding

CHECK = "parts against their line"


def parts_against_lines(grid: Grid) -> list[Finding]:
    """Check that the parts of a line make the line; where a figure is nil or a part stands alone, say so."""
    parts = np.flatnonzero(grid.where("kind", "part") & (grid.integers("parent") >= 0))
    if not len(parts):
        return []
    parents: Integers = np.searchsorted(grid.order, grid.integers("parent")[parts])
    members: Integers = np.bincount(parents, minlength=grid.length).astype(np.int64)
    return [finding for column in grid.addable for finding in _column(grid, column, parts, parents, members)]


def _column(grid: Grid, column: Amounts, parts: Integers, parents: Integers, members: Integers) -> Iterator[Finding]:
    sums = _sums(grid, column, parts, parents)
    differs = 2 * np.abs(column.values - sums.amount) >= column.step
    for row in np.flatnonzero((members > 0) & differs):
        finding = _judged(grid, column, int(row), sums, int(members[row]))
        if finding:
            yield finding


def _sums(grid: Grid, column: Amounts, parts: Integers, parents: Integers) -> Sums:
    sums = no_sums(grid.length)
    np.add.at(sums.amount, parents, column.values[parts])
    np.add.at(sums.parts, parents, column.printed[parts])
    return Sums(sums.amount, sums.parts, sums.parts * column.rounding)


def _judged(grid: Grid, column: Amounts, row: int, sums: Sums, members: int) -> Finding | None:
    computed, given = int(sums.amount[row]), int(sums.parts[row])
    cell = cell_of(grid, column, row)
    if cell.printed is None:
        return unchecked(cell, CHECK, "The parts have figures, the line itself has none", computed)
    if given < members:
        return unchecked(cell, CHECK, f"{members - given} of the line's {members} parts have no figure here")
    if members == 1:
        return unchecked(cell, CHECK, "Only one part of the line is given, so the others cannot be added", computed)
    source = f"the {members} parts add to"
    return judged(cell, CHECK, Computed(computed, source, given, int(sums.step[row])), column.step)
