"""Percentages against their parts: growth and change, at the rounding at which they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.comparing import Computed, cell_of, judged, unchecked
from recovery.sources.table import SCALES

if TYPE_CHECKING:
    from recovery.checks.grid import Grid
    from recovery.findings import Finding
    from recovery.sources.definitions import Rate

HUNDRED = 100 * 10 ** SCALES["percent"]
"""One hundred per cent, scaled as percentages are kept."""


def percentages(grid: Grid) -> list[Finding]:
    """Check every percentage against the figures that it is made of, at the rounding at which it is printed."""
    names = grid.amounts
    rates = [
        rate for rate in grid.table.definition.rates if {rate.target, rate.numerator, rate.denominator} <= names.keys()
    ]
    return [finding for rate in rates for finding in _rate(grid, rate)]


def _rate(grid: Grid, rate: Rate) -> list[Finding]:
    target, above, below = (grid.amounts[name] for name in (rate.target, rate.numerator, rate.denominator))
    with np.errstate(divide="ignore", invalid="ignore"):
        near = HUNDRED * (above.values / below.values - rate.less_one)
        settled = 2 * np.abs(target.values - near) < target.step * 0.999
    found = (_judged(grid, rate, int(row)) for row in np.flatnonzero(target.printed & ~settled))
    return [finding for finding in found if finding]


def _judged(grid: Grid, rate: Rate, row: int) -> Finding | None:
    target, above, below = (grid.amounts[name] for name in (rate.target, rate.numerator, rate.denominator))
    cell = cell_of(grid, target, row)
    if not (above.printed[row] and below.printed[row] and below.values[row]):
        return unchecked(cell, rate.check, "The figures that it is a percentage of are nil") if cell.printed else None
    share, step = ratio(
        Rounded(int(above.values[row]), above.rounding), Rounded(int(below.values[row]), below.rounding)
    )
    computed = share - HUNDRED * rate.less_one
    return judged(cell, rate.check, Computed(computed, "the figures give", 2, step), target.step)


@dataclass(frozen=True)
class Rounded:
    """A scaled figure and the step by which it was rounded."""

    value: int
    step: int


def ratio(above: Rounded, below: Rounded) -> tuple[Fraction, Fraction]:
    """Return one figure as a percentage of another, and the step by which the rounding of both can move it."""
    share = Fraction(HUNDRED * above.value, below.value)
    step = (HUNDRED * above.step + abs(share) * below.step) / abs(below.value)
    return share, Fraction(step)
