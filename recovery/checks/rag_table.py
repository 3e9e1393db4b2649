"""Within the published summary by RAG: the risk weights, and each row's share of the risk-adjusted total."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from recovery.checks.comparing import Computed, cell_of, judged, unchecked
from recovery.checks.rates import Rounded, ratio
from recovery.checks.weights import Weights, stage_of_status
from recovery.findings import Finding, Severity

if TYPE_CHECKING:
    from recovery.checks.grid import Grid

DATASET = "qipp-rag"


def weighted(grid: Grid, weights: Weights) -> list[Finding]:
    """Check every line's risk-adjusted value against its net value and the weight of the pipeline or of its RAG."""
    if grid.table.dataset != DATASET or not {"net_value", "risk_adjusted"} <= grid.amounts.keys():
        return []
    found = (_weighted(grid, int(row), weights) for row in np.flatnonzero(grid.where("kind", "line")))
    return [finding for finding in found if finding]


def _weighted(grid: Grid, row: int, weights: Weights) -> Finding | None:
    net, adjusted = grid.amounts["net_value"], grid.amounts["risk_adjusted"]
    if not adjusted.printed[row]:
        return None
    status, rag = (grid.table.rows[name][row].as_py() for name in ("status", "rag"))
    cell, weight = cell_of(grid, adjusted, row), weights.of(stage_of_status(status), rag)
    if weight is None:
        return unchecked(cell, "weights", f"There is no risk weight for {', '.join(filter(None, (status, rag)))}")
    factor = Fraction(weight)
    source = f"net value times {weight:.0%} gives"
    return judged(
        cell, "weights", Computed(factor * int(net.values[row]), source, 1, factor * net.rounding), adjusted.step
    )


def shares(grid: Grid) -> list[Finding]:
    """Check every share: of the risk-adjusted total on a line, risk-adjusted over net (or of the total) on a total."""
    if grid.table.dataset != DATASET or not {"net_value", "risk_adjusted", "share"} <= grid.amounts.keys():
        return []
    rows = np.flatnonzero(grid.amounts["share"].printed & grid.where("kind", "line", "total"))
    totals, whole = grid.where("kind", "total"), _whole(grid)
    found = (_share(grid, int(row), whole, is_total=bool(totals[row])) for row in rows)
    return [finding for finding in found if finding]


def _whole(grid: Grid) -> Rounded:
    adjusted, lines = grid.amounts["risk_adjusted"], grid.where("kind", "line")
    return Rounded(int(adjusted.values[lines].sum()), int((adjusted.printed & lines).sum()) * adjusted.rounding)


def _share(grid: Grid, row: int, whole: Rounded, *, is_total: bool) -> Finding | None:
    adjusted, net = (grid.amounts[name] for name in ("risk_adjusted", "net_value"))
    above = Rounded(int(adjusted.values[row]), adjusted.rounding)
    meanings = [("of the risk-adjusted total this is", whole)]
    if is_total:
        own_net = Rounded(int(net.values[row]), net.rounding)
        meanings.insert(0, ("risk-adjusted over net value gives", own_net))
    return min((_against(grid, row, words, above, below) for words, below in meanings), key=_badness)


def _badness(finding: Finding | None) -> int:
    return list(Severity).index(finding.severity) + 1 if finding else 0


def _against(grid: Grid, row: int, words: str, above: Rounded, below: Rounded) -> Finding | None:
    share = grid.amounts["share"]
    cell = cell_of(grid, share, row)
    if not below.value:
        return unchecked(cell, "share", "The figure that it is a share of is nil") if cell.printed else None
    value, step = ratio(above, below)
    return judged(cell, "share", Computed(value, words, 2, step), share.step)
