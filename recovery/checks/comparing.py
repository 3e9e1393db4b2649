"""Printed figures beside computed ones: the step that every rule ends with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from recovery.checks.tolerance import apart, judge
from recovery.checks.wording import Scaled, decimal_of, row_label, spoken, unit_note
from recovery.findings import Finding, Severity

if TYPE_CHECKING:
    from recovery.checks.grid import Amounts, Flags, Grid, Sums
    from recovery.money import Unit


class Cell(NamedTuple):
    """One printed figure: its table, row, field and scaled value (None where it is nil).

    `row_order` is None where the figure is compared with another table.
    """

    dataset: str
    unit: Unit | None
    row: str
    field: str
    kind: str
    printed: int | None
    row_order: int | None = None


class Computed(NamedTuple):
    """What a figure's parts give: the scaled value, its source in words, how many parts are printed, their steps."""

    value: Scaled
    source: str
    parts: int
    step: Scaled


@dataclass(frozen=True)
class Claim:
    """What is claimed of a column: the check's name, and what its figures should be in words: "the lines add to"."""

    check: str
    source: str


def compare(grid: Grid, column: Amounts, where: Flags, sums: Sums, claim: Claim) -> list[Finding]:
    """Return a finding for every printed figure of `column` in the rows `where` that its sums do not give."""
    rows = np.flatnonzero(where & doubtful(column, sums))
    numbers = (part[rows].tolist() for part in (sums.amount, sums.parts, sums.step))
    found = (
        _judged(cell_of(grid, column, row), Computed(amount, claim.source, parts, step), claim.check, column.step)
        for row, amount, parts, step in zip(rows.tolist(), *numbers, strict=True)
    )
    return [finding for finding in found if finding]


def cell_of(grid: Grid, column: Amounts, row: int) -> Cell:
    """Return one cell of a number column."""
    printed = int(column.values[row]) if column.printed[row] else None
    return Cell(
        grid.table.dataset,
        grid.table.unit,
        row_label(grid, row),
        column.field.name,
        column.field.kind,
        printed,
        int(grid.order[row]),
    )


def doubtful(column: Amounts, sums: Sums) -> Flags:
    """Return which printed figures are so far from their sums that they need judging."""
    far: Flags = column.printed & (2 * np.abs(column.values - sums.amount) >= column.step)
    return far


def _judged(cell: Cell, computed: Computed, check: str, step: int) -> Finding | None:
    if computed.parts:
        return judged(cell, check, computed, step)
    return unchecked(cell, check, "None of the figures that this one is made of is given")


def judged(cell: Cell, check: str, computed: Computed, step: int) -> Finding | None:
    """Return the finding for a printed figure beside a computed one; None where it is that, rounded to its `step`."""
    printed = cell.printed or 0
    severity = judge(printed, computed.value, step, computed.step)
    if severity is None:
        return None
    unit, kind = cell.unit, cell.kind
    said, shown = spoken(computed.value, kind, unit), spoken(printed, kind, unit)
    gap = spoken(apart(printed, computed.value), kind, unit)
    note = f"{computed.source} {said}, the table prints {shown}: {gap} apart, {verdict(severity, computed)}"
    return _finding(cell, check, computed.value, severity, f"{note}{unit_note(kind, unit)}.")


def verdict(severity: Severity, computed: Computed) -> str:
    """Return what a severity means for a figure computed from printed ones."""
    if not computed.step:
        return "and whole numbers do not round"
    figures = "1 printed figure" if computed.parts == 1 else f"{computed.parts:,} printed figures"
    if severity is Severity.ROUNDING:
        return f"within the rounding of {figures}"
    return f"more than the rounding of {figures} explains"


def unchecked(cell: Cell, check: str, reason: str, computed: Scaled | None = None) -> Finding:
    """Return the finding for a figure that has nothing to be compared with."""
    return _finding(cell, check, computed, Severity.CANNOT_BE_CHECKED, f"{reason}.")


def _finding(cell: Cell, check: str, computed: Scaled | None, severity: Severity, explanation: str) -> Finding:
    return Finding(
        dataset=cell.dataset,
        check=check,
        row=cell.row,
        column=cell.field,
        printed=None if cell.printed is None else decimal_of(cell.printed, cell.kind),
        computed=None if computed is None else decimal_of(computed, cell.kind),
        severity=severity,
        row_order=cell.row_order,
        kind=cell.kind,
        explanation=explanation[:1].upper() + explanation[1:],
    )
