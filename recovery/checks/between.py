"""A printed figure of one table beside what another table gives for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.checks.comparing import Cell, Computed, cell_of, judged, unchecked
from recovery.checks.tolerance import printed_step

if TYPE_CHECKING:
    from recovery.checks.grid import Grid
    from recovery.checks.register import Amount
    from recovery.findings import Finding
    from recovery.sources.table import Table


def figure(table: Table, row: str, field: str, printed: int | None) -> Cell:
    """Return a figure of `table` that is compared with another table; `row` is its label."""
    return Cell(table.dataset, table.unit, row, field, table.definition.field_named(field).kind, printed)


def printed_figure(grid: Grid, field: str, row: int, *, nil_is_none: bool = False) -> Cell:
    """Return a printed cell to be compared with another table; `nil_is_none` reads a nil cell as none at all."""
    cell = cell_of(grid, grid.amounts[field], row)._replace(row_order=None)
    return cell._replace(printed=0) if nil_is_none and cell.printed is None else cell


def against(table: Table, cell: Cell, check: str, amount: Amount | None, source: str) -> list[Finding]:
    """Return the finding, if any, for a figure of `table` beside the amount that another table gives."""
    if cell.printed is None:
        return []
    if amount is None:
        return [unchecked(cell, check, "There is no risk weight for some of the schemes")]
    computed = Computed(amount.value, source, amount.parts, amount.step)
    found = judged(cell, check, computed, printed_step(table, cell.field))
    return [found] if found else []
