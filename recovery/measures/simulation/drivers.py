"""What may move the outturn: each driver's chance and range, its mean and variance, and its value at any quantile."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from recovery.measures.simulation.assumptions import Delivery

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Driver:
    """Something that happens with a probability (0 to 1) and then comes to an amount from low over likely to high.

    Amounts are pounds, favourable positive, low <= likely <= high; between them the amount is drawn from a triangle, or
    is always the same where they are.  `held` is what the forecast counts on of it already.  `kind` is risk,
    mitigation or scheme; drivers of one `group` can be made to go well or badly together.
    """

    key: str
    title: str
    kind: str
    probability: float
    low: float
    likely: float
    high: float
    held: float = 0.0
    group: str = ""

    @property
    def mean(self) -> float:
        """Return the mean beside the forecast: probability × (low + likely + high) / 3 - held."""
        return self.probability * (self.low + self.likely + self.high) / 3 - self.held

    @property
    def variance(self) -> float:
        """Return the variance: that of the triangle, (l² + m² + h² - lm - lh - mh) / 18, and of whether it happens."""
        low, likely, high = self.low, self.likely, self.high
        size = (low + likely + high) / 3
        within = (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18
        return self.probability * within + self.probability * (1 - self.probability) * size**2

    @property
    def standard_deviation(self) -> float:
        """Return the square root of the variance."""
        return math.sqrt(max(self.variance, 0.0))

    @property
    def worst(self) -> float:
        """Return the least that it can come to beside the forecast."""
        return min(self._ends) - self.held

    @property
    def best(self) -> float:
        """Return the most that it can come to beside the forecast."""
        return max(self._ends) - self.held

    @property
    def _ends(self) -> tuple[float, ...]:
        """Return the ends of its range, and nought where it may not happen."""
        happens = (self.low, self.high) if self.probability > 0 else ()
        return (*happens, 0.0) if self.probability < 1 else happens

    def at(self, quantiles: Floats, out: Floats | None = None) -> Floats:
        """Return the amount (before what is held) at each quantile of its distribution, the worst at 0.

        `out` takes the answer in place of a new array, and may be the quantiles' own.
        """
        if self.probability <= 0:
            return np.multiply(quantiles, 0.0, out=out)
        if self.high <= 0:
            happens, missed = quantiles < self.probability, 0.0
        else:
            happens, missed = quantiles >= 1 - self.probability, 1 - self.probability
        if self.low == self.high:
            return np.multiply(happens, self.low, out=out)
        found = self._in_triangle(quantiles, missed, out)
        if self.probability < 1:
            found *= happens
        return found

    def _in_triangle(self, quantiles: Floats, missed: float, out: Floats | None) -> Floats:
        """Return the triangle's amounts at quantiles of the whole distribution, those below `missed` being nothing.

        With u = (quantile - missed) / probability and c = (likely - low) / (high - low) the amount is off the likely
        one by 1 - sqrt(min(u / c, (1 - u) / (1 - c))) of the way to low where u < c, else to high.  Amounts that do not
        happen come out as any.
        """
        low, likely, high, chance = self.low, self.likely, self.high, self.probability
        width, middle = high - low, missed + chance * (likely - low) / (high - low)
        to_high = (quantiles >= middle).astype(np.float64)
        to_high *= width
        to_high -= likely - low
        rising, falling = middle - missed, missed + chance - middle
        share = np.multiply(quantiles, -1 / falling if falling else 0.0)
        share += (missed + chance) / falling if falling else 1.0
        if rising:
            within = np.multiply(quantiles, 1 / rising, out=out)
            within -= missed / rising
            np.minimum(within, share, out=within)
        else:
            within = np.multiply(share, 1.0, out=out)
        np.sqrt(np.abs(within, out=within), out=within)
        np.subtract(1.0, within, out=within)
        within *= to_high
        within += likely
        return within


def delivery_driver(  # noqa: PLR0913, PLR0917 - what a scheme's delivery is drawn from
    key: str, title: str, to_come: float, weight: float, delivery: Delivery, group: str, lost: float = 0.0
) -> Driver:
    """Return a scheme's part still to come as a driver whose mean share is its weight.

    With the chance `nothing` (never more than the weight leaves) no more comes; else the share is drawn from a
    triangle around weight / (1 - nothing).
    """
    nothing = min(delivery.nothing, max(1 - weight, 0.0))
    share = weight / (1 - nothing) if nothing < 1 else 0.0
    spread = min(delivery.spread, share)
    low, high = sorted(((share - spread) * to_come, (share + spread) * to_come))
    return Driver(key, title, "scheme", 1 - nothing, low, share * to_come, high, to_come + lost, group)
