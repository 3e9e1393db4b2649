"""A funnel of growth against size: how far a ratio of two counts may stand from the whole's by chance, and beyond.

The ratio of two counts that each vary as a Poisson count does is near normal on a log scale, with a variance of one
over each (Spiegelhalter 2005, Funnel plots for comparing institutional performance: changes in rates).  Members differ
by more than chance: the standard errors are widened by the root of the mean squared score, the scores at each end first
drawn in (the multiplicative model of the same paper).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.reference import FunnelRule

WITHIN, HIGH, LOW, VERY_HIGH, VERY_LOW = "within the limits", "high", "low", "very high", "very low"
STEP: Final = Decimal("0.000001")
WIDEST: Final = math.log(100)
"""The furthest outer limits on the log scale: a hundred times the whole's ratio, and a hundredth of it."""


@dataclass(frozen=True)
class Limits:
    """The growths, in percentage points, between which a member of some size stands by chance and usual spread."""

    lower_outer: Decimal
    lower: Decimal
    upper: Decimal
    upper_outer: Decimal

    def standing(self, growth: Fraction) -> str:
        """Return where a growth in percentage points stands: within, beyond the inner or beyond the outer limits."""
        if growth > self.upper:
            return VERY_HIGH if growth > self.upper_outer else HIGH
        if growth < self.lower:
            return VERY_LOW if growth < self.lower_outer else LOW
        return WITHIN


@dataclass(frozen=True)
class Funnel:
    """The whole's ratio of this year's count to last year's, and how many times chance its members spread."""

    ratio: Fraction
    spread: float
    rule: FunnelRule

    def limits(self, before: Fraction) -> Limits | None:
        """Return the limits for a member that counted so many the year before.

        None where it counted none, or so few that the limits would lie too far apart to say anything.
        """
        if before <= 0:
            return None
        error = self.spread * standard_error(before, self.ratio)
        outer, inner = float(self.rule.outer) * error, float(self.rule.inner) * error
        if outer > WIDEST:
            return None
        return Limits(*(self._growth(distance) for distance in (-outer, -inner, inner, outer)))

    def _growth(self, distance: float) -> Decimal:
        return Decimal(100 * (float(self.ratio) * math.exp(distance) - 1)).quantize(STEP)


def funnel_of(pairs: Sequence[tuple[Fraction, Fraction]], ratio: Fraction, rule: FunnelRule) -> Funnel | None:
    """Return the funnel of members' counts (before, now) around the whole's `ratio`; None where there are too few."""
    found = [score(before, now, ratio) for before, now in pairs if before > 0 and now > 0 and ratio > 0]
    if len(found) < rule.fewest:
        return None
    scores = drawn_in(found, float(rule.drawn_in))
    return Funnel(ratio, max(1.0, math.sqrt(sum(one * one for one in scores) / len(scores))), rule)


def standard_error(before: Fraction, ratio: Fraction) -> float:
    """Return the standard error of the log of now over before where `ratio` holds: √(1/before + 1/(ratio × before))."""
    return math.sqrt(1 / before + 1 / (ratio * before))


def score(before: Fraction, now: Fraction, ratio: Fraction) -> float:
    """Return how many standard errors a member's ratio stands from the whole's, on the log scale."""
    return math.log(now / before / ratio) / standard_error(before, ratio)


def drawn_in(scores: Sequence[float], share: float) -> list[float]:
    """Return scores with that share of them at each end set to the next one inwards (winsorised)."""
    ordered = sorted(scores)
    cut = int(share * len(ordered))
    lowest, highest = ordered[cut], ordered[-1 - cut]
    return [min(max(one, lowest), highest) for one in scores]
