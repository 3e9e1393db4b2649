"""The mean of a series and the limits within which it moves by chance alone (XmR: individual values, moving range)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Number = int | float | Decimal | Fraction
TO_LIMIT: Final = Fraction("2.66")
"""Mean moving ranges from the mean to a limit: 3 / 1.128, as Making Data Count rounds it."""
OUTER_THIRD: Final = Fraction(2, 3)
"""Where the outer third begins, as a part of the way from the mean to a limit."""
OUTLYING: Final = Fraction("3.267")
"""Mean moving ranges from which on a moving range is outlying (Nelson 1982)."""


@dataclass(frozen=True)
class Limits:
    """A mean and its mean moving range, exact; without a moving range (one value alone) there are no limits."""

    mean: Fraction
    moving_range: Fraction | None

    @property
    def lower(self) -> Fraction | None:
        """Return the lower process limit."""
        return self._away(-TO_LIMIT)

    @property
    def upper(self) -> Fraction | None:
        """Return the upper process limit."""
        return self._away(TO_LIMIT)

    @property
    def near_lower(self) -> Fraction | None:
        """Return where the outer third below the mean begins."""
        return self._away(-TO_LIMIT * OUTER_THIRD)

    @property
    def near_upper(self) -> Fraction | None:
        """Return where the outer third above the mean begins."""
        return self._away(TO_LIMIT * OUTER_THIRD)

    def _away(self, ranges: Fraction) -> Fraction | None:
        return None if self.moving_range is None else self.mean + ranges * self.moving_range


def limits(values: Sequence[Number], *, screen: bool = True) -> Limits:
    """Return mean and mean moving range of a series of at least one value.

    `screen` leaves moving ranges of 3.267 times their mean and more out of the mean, once, as NHSRplotthedots does;
    unless nothing but ranges of nought would be left, which would make every point signal.
    Everything is exact, so that equal values give limits that are equal to them and a point on the mean is on it.
    """
    exact = [Fraction(value) for value in values]
    ranges = [abs(later - earlier) for earlier, later in pairwise(exact)]
    mean = sum(exact, Fraction(0)) / len(exact)
    if not ranges:
        return Limits(mean, None)
    average = sum(ranges, Fraction(0)) / len(ranges)
    kept = [one for one in ranges if one < OUTLYING * average] if screen else []
    return Limits(mean, sum(kept, Fraction(0)) / len(kept) if any(kept) else average)
