"""A table's lines summed by what they are called, so that two tables can be laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.labels import same_name
from recovery.checks.register import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.checks.grid import Grid


@dataclass(frozen=True)
class LineSum:
    """The lines of one name: the name as it is written, their sum, how many have a figure, and their rounding steps."""

    label: str
    value: int
    parts: int
    step: int

    @property
    def amount(self) -> Amount:
        """Return the sum as a computed amount."""
        return Amount(self.value, self.parts, self.step)


def line_sums(grid: Grid, field: str, flow: str) -> Mapping[str, LineSum]:
    """Return the sums of `field` over the lines of a flow, by plain label; lines without a figure are left out."""
    if field not in grid.amounts:
        return {}
    column, labels = grid.amounts[field], grid.texts(grid.table.definition.label)
    found: dict[str, LineSum] = {}
    for row in np.flatnonzero(grid.where("kind", "line") & grid.where("flow", flow) & column.printed):
        own = LineSum(labels[row], int(column.values[row]), 1, column.rounding)
        name = same_name(own.label)
        found[name] = _joined(found[name], own) if name in found else own
    return found


def total_of(lines: Iterable[LineSum], label: str) -> LineSum:
    """Return the sum of all lines under one label."""
    whole = LineSum(label, 0, 0, 0)
    for line in lines:
        whole = _joined(whole, line)
    return whole


def total_label(grid: Grid, flow: str) -> str:
    """Return what the table calls the total of a flow: its last total row's label, or that of a line alone; or ''."""
    labels: list[str] = grid.texts(grid.table.definition.label)
    mine = grid.where("flow", flow)
    totals, lines = (np.flatnonzero(mine & grid.where("kind", kind)).tolist() for kind in ("total", "line"))
    if totals:
        return labels[totals[-1]]
    return labels[lines[0]] if len(lines) == 1 else ""


def _joined(one: LineSum, other: LineSum) -> LineSum:
    return LineSum(one.label, one.value + other.value, one.parts + other.parts, one.step + other.step)
