"""A series as an XmR chart: each point with the mean and limits that hold for it, and the first rule that it meets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from recovery.measures.spc.limits import Limits, Number, limits
from recovery.measures.spc.rules import part_of, run_ends, trend_ends, two_of_three

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NONE: Final = "none"
OUTSIDE: Final = "outside"
TREND: Final = "trend"
TWO_OF_THREE: Final = "two-of-three"
SHIFT: Final = "shift"
POINTS: Final = (7, 6)
"""How many points in a row make a shift or a trend: seven, or six for those who want to hear earlier."""


@dataclass(frozen=True)
class Options:
    """How a series is charted: outlying moving ranges screened, points that make a run, where limits begin anew."""

    screen: bool = True
    points: int = POINTS[0]
    rebase: Collection[int] = ()


@dataclass(frozen=True)
class Point:
    """One value with its mean and limits (None where one value stands alone), the rule it meets and which way: 1, -1.

    `way` of a trend is where it goes, of every other rule the side of the mean; 0 without a signal.
    """

    value: Fraction
    mean: Fraction
    lower: Fraction | None
    upper: Fraction | None
    rule: str
    way: int


def chart(values: Sequence[Number], options: Options | None = None) -> list[Point]:
    """Return the points of a chart; from each place in `rebase` on, mean, limits and runs begin anew."""
    how = options or Options()
    cuts = sorted({0, len(values), *(place for place in how.rebase if 0 < place < len(values))})
    return [point for first, end in pairwise(cuts) for point in _segment(values[first:end], how)]


def _segment(values: Sequence[Number], how: Options) -> list[Point]:
    exact = [Fraction(value) for value in values]
    held = limits(exact, screen=how.screen)
    lower, upper = held.lower, held.upper
    return [
        Point(value, held.mean, lower, upper, rule, way)
        for value, (rule, way) in zip(exact, _signals(exact, held, how.points), strict=True)
    ]


def _signals(values: Sequence[Fraction], held: Limits, points: int) -> list[tuple[str, int]]:
    """Return for each point the first rule that it meets, in the order of the names, and its way."""
    mean, limit, inner_third = held.mean, (held.lower, held.upper), (held.near_lower, held.near_upper)
    sides = [(value > mean) - (value < mean) for value in values]
    beyond = [_beyond(value, *limit) for value in values]
    near = [_beyond(value, *inner_third) for value in values]
    close = [int(bool(inner) and not outer) for inner, outer in zip(near, beyond, strict=True)]
    by_rule = {
        OUTSIDE: beyond,
        TREND: part_of(trend_ends(values, points), points),
        TWO_OF_THREE: two_of_three(close, sides),
        SHIFT: part_of(run_ends(sides, points), points),
    }
    return [
        next(((rule, ways[place]) for rule, ways in by_rule.items() if ways[place]), (NONE, 0))
        for place in range(len(values))
    ]


def _beyond(value: Fraction, lower: Fraction | None, upper: Fraction | None) -> int:
    """Return 1 above the upper bound, -1 below the lower, 0 between or on them."""
    if lower is None or upper is None:
        return 0
    return (value > upper) - (value < lower)
