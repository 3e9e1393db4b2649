"""How well a row is the sum of a stretch of lines, and which stretch of which flow it is the sum of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from recovery.sources.ledger import Ledger, Sums, running_sums
from recovery.sources.scaling import Integers

_BEYOND_CHANCE: Final = 3.0
"""Digits in which a row without a word for total must agree with a sum: once in a thousand rows by chance."""
_NEAR: Final = 0.05
_PERFECT: Final = (1.0, 0.0)


@dataclass(frozen=True)
class Fit:
    """One stretch of lines beside a row: in how many columns they agree, of how many, and how far off the rest is.

    `alone` is the number of columns in which the row has a figure and no line has.
    """

    flow: str
    start: int
    stop: int
    lines: int
    agree: int
    columns: int
    alone: int
    distance: float
    digits: float

    @property
    def is_exact(self) -> bool:
        """Return whether the row is the sum in every column, beyond chance: several digits agree in all."""
        return self.agree == self.columns and not self.alone and self.lines > 1 and self.digits >= _BEYOND_CHANCE

    @property
    def is_close(self) -> bool:
        """Return whether the row nearly adds up: most columns agree, or all are within a twentieth."""
        return self.columns > 0 and (2 * self.agree > self.columns or self.distance <= _NEAR)

    @property
    def rank(self) -> tuple[float, float]:
        """Return what to choose by: agreement first, then nearness."""
        return (self.agree / self.columns if self.columns else 0.0, -self.distance)


def fit(ledger: Ledger, sums: Sums, flow: str, row: int, stretch: tuple[int, int]) -> Fit:
    """Compare a row with the lines of a stretch; nil parts count as nought, and noughts on both sides tell nothing."""
    start, stop = stretch
    total, counts = sums.between(start, stop)
    printed = ledger.values[row]
    compared = ledger.filled[row] & (counts > 0) & ((printed != 0) | (total != 0))
    difference = np.abs(printed - total)
    allowed = (np.maximum(counts, 1) + 1) * ledger.quanta // 2
    agree = compared & (difference <= allowed)
    size = np.maximum(np.abs(printed), np.abs(total))[compared].sum()
    telling = agree & (printed != 0) & (counts > 1)
    digits = float(np.log10(np.maximum(np.abs(printed) / allowed, 1))[telling].sum())
    distance = float(difference[compared].sum() / size) if size else 0.0
    alone = int((ledger.filled[row] & (counts == 0) & (printed != 0)).sum())
    lines = sums.how_many(start, stop)
    return Fit(flow, start, stop, lines, int(agree.sum()), int(compared.sum()), alone, distance, digits)


def best_fit(ledger: Ledger, row: int, boundaries: list[int], flows: dict[str, Sums]) -> Fit | None:
    """Return the stretch and flow that a row fits best; the first of equals, so a perfect one ends the search."""
    best: Fit | None = None
    for stretch in dict.fromkeys(_stretches(ledger, row, boundaries)):
        for flow, sums in flows.items():
            one = fit(ledger, sums, flow, row, stretch)
            if one.lines and (best is None or one.rank > best.rank):
                best = one
        if best and best.rank == _PERFECT:
            return best
    return best


def _stretches(ledger: Ledger, row: int, boundaries: list[int]) -> Iterator[tuple[int, int]]:
    """Yield since the previous total, the section, all above, the whole table, and below up to the next total."""
    left, right = bisect_left(boundaries, row), bisect_right(boundaries, row)
    before = boundaries[left - 1] if left else -1
    after = boundaries[right] if right < len(boundaries) else ledger.length
    yield before + 1, row
    yield ledger.section_starts[row], row
    yield 0, row
    yield row + 1, after
    yield row + 1, ledger.length
    yield 0, ledger.length


def flow_sums(ledger: Ledger) -> dict[str, Sums]:
    """Return the running sums of the lines of each flow that the table has."""
    flows = np.unique(ledger.flows[ledger.lines()]).tolist()
    return {flow: running_sums(ledger, ledger.lines(flow)) for flow in flows}


def line_range(lines: Integers, one: Fit) -> tuple[int, int]:
    """Return the first and last of a flow's `lines` that a fit covers."""
    first, after = np.searchsorted(lines, [one.start, one.stop])
    return int(lines[first]), int(lines[after - 1])
