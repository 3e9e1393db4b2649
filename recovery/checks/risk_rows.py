"""Columns down in the risk table: the plan's own row, the risks, the contingency and the net position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.columns import CHECK, covered
from recovery.checks.comparing import Claim, compare
from recovery.checks.grid import Amounts, Flags, Grid, Integers, Sums, no_sums
from recovery.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Reading:
    """One way in which a row may be meant: what it says in words, and its sums for a column."""

    words: str
    sums: Callable[[Amounts], Sums]


def risk_totals(grid: Grid) -> list[Finding]:
    """Check totals against their risks, with or without the plan's own row, whichever the printed figures follow."""
    if not grid.table.definition.baseline:
        return []
    lines, baseline = grid.where("kind", "line"), grid.where("kind", "baseline")
    everything = lines | baseline | grid.where("kind", "contingency")
    return _best_fitting(
        grid,
        grid.where("kind", "total"),
        (
            Reading("the rows add to", lambda column: covered(grid, column, lines | baseline)),
            Reading("the risks without the plan add to", lambda column: covered(grid, column, lines)),
            Reading(
                "the plan and the risks add to",
                lambda column: _plus(covered(grid, column, lines), _all(grid, column, baseline)),
            ),
            Reading("the rows with the contingency add to", lambda column: covered(grid, column, everything)),
        ),
    )


def risk_net(grid: Grid) -> list[Finding]:
    """Check the net position: total and contingency less the plan, or with it, whichever the printed figures follow."""
    if not grid.table.definition.baseline:
        return []
    risks = grid.where("kind", "line", "contingency")
    with_plan = risks | grid.where("kind", "baseline")
    return _best_fitting(
        grid,
        grid.where("kind", "net"),
        (
            Reading("total and contingency less the plan give", lambda column: _all(grid, column, risks)),
            Reading("total and contingency give", lambda column: _all(grid, column, with_plan)),
        ),
    )


def _best_fitting(grid: Grid, where: Flags, readings: Sequence[Reading]) -> list[Finding]:
    """Return each row's findings under the reading that leaves it the fewest differences; the first of equals."""
    found = [_under(grid, where, reading) for reading in readings]
    misfits = np.stack([_misfits(grid, findings) for findings in found])
    chosen: Integers = misfits.argmin(axis=0)
    return [
        finding
        for number, findings in enumerate(found)
        for finding in findings
        if chosen[np.searchsorted(grid.order, finding.row_order or 0)] == number
    ]


def _under(grid: Grid, where: Flags, reading: Reading) -> list[Finding]:
    return [
        finding
        for column in grid.addable
        for finding in compare(grid, column, where, reading.sums(column), Claim(CHECK, reading.words))
    ]


def _misfits(grid: Grid, findings: Sequence[Finding]) -> Integers:
    rows = [finding.row_order or 0 for finding in findings if finding.severity is not Severity.ROUNDING]
    places = np.searchsorted(grid.order, np.array(rows, dtype=np.int64))
    counted: Integers = np.bincount(places, minlength=grid.length).astype(np.int64)
    return counted


def _all(grid: Grid, column: Amounts, rows: Flags) -> Sums:
    sums = no_sums(grid.length)
    sums.amount[:] = column.values[rows].sum()
    sums.parts[:] = (column.printed & rows).sum()
    sums.step[:] = sums.parts * column.rounding
    return sums


def _plus(one: Sums, other: Sums) -> Sums:
    return Sums(one.amount + other.amount, one.parts + other.parts, one.step + other.step)
