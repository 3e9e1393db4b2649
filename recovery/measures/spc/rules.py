"""The three rules that look at several points together; each says which points are part of a signal, and which way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.spc.limits import Number

WINDOW: Final = 3
ENOUGH: Final = 2


def run_ends(sides: Sequence[int], points: int) -> list[int]:
    """Return the side of each point that ends `points` in a row on it, else 0; a point on the mean breaks a run."""
    return [_same(sides[max(0, place - points + 1) : place + 1], points) for place in range(len(sides))]


def trend_ends(values: Sequence[Number], points: int) -> list[int]:
    """Return the way of each point that ends `points` in a row, each beyond the one before; equal ones break it."""
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(values)]
    return [0, *run_ends(steps, points - 1)][: len(values)]


def _same(signs: Sequence[int], wanted: int) -> int:
    return signs[0] if len(signs) == wanted and len(set(signs)) == 1 else 0


def part_of(ends: Sequence[int], points: int) -> list[int]:
    """Return for each point the way of the run that it is part of; of two runs, the later."""
    found = [0] * len(ends)
    for place, way in enumerate(ends):
        if way:
            first = max(0, place - points + 1)
            found[first : place + 1] = [way] * (place + 1 - first)
    return found


def windows(close: Sequence[int], sides: Sequence[int]) -> list[int]:
    """Return the points in a window of three that stand on one side of the mean and of which two are near its limit."""
    found = [0] * len(close)
    for first in range(len(close) - WINDOW + 1):
        window = slice(first, first + WINDOW)
        side = _same(sides[window], WINDOW)
        if side and sum(close[window]) >= ENOUGH:
            found[window] = [side] * WINDOW
    return found


def two_of_three(close: Sequence[int], sides: Sequence[int]) -> list[int]:
    """Return the points near a limit that are part of such a window: the ones that signal."""
    return [side if near else 0 for side, near in zip(windows(close, sides), close, strict=True)]
