"""Drawing the outturn many times: one stream of random numbers a driver, so that one change leaves all others alone."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

from recovery.measures.simulation.drivers import Driver, Floats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_REACH, _STEPS = 8.0, 4096
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
FACTOR: Final = "group: "
"""What the streams of groups' common factors are named with, before the group."""


@dataclass(frozen=True)
class Draws:
    """The runs of one simulation: `outturns` in pounds, one a run, and each driver's share of their variance.

    The drivers stand in the order of their keys; shares add up to one, or are nought where nothing varies.
    """

    start: float
    seed: int
    correlation: float
    drivers: tuple[Driver, ...]
    outturns: Floats
    shares: Floats

    @property
    def runs(self) -> int:
        """Return how many runs were drawn."""
        return len(self.outturns)

    @property
    def mean(self) -> float:
        """Return the mean outturn of the runs."""
        return float(self.outturns.mean())

    @property
    def standard_deviation(self) -> float:
        """Return the standard deviation of the runs."""
        return float(self.outturns.std())

    @property
    def closed_form_mean(self) -> float:
        """Return the mean by formula: where the outturns start, and every driver's own mean."""
        return self.start + sum(driver.mean for driver in self.drivers)

    @property
    def percentiles(self) -> tuple[float, float, float]:
        """Return P10, P50 and P90: the outturn is no better than P10 in one run of ten, no better than P90 in nine."""
        low, middle, high = np.quantile(self.outturns, (LOW, MIDDLE, HIGH)).tolist()
        return low, middle, high

    def chance_of(self, target: float) -> float:
        """Return the share of runs that end at the target or better, from 0 to 1."""
        return float((self.outturns >= target - 0.005).mean())


def draw(drivers: Iterable[Driver], start: float, runs: int, seed: int, correlation: float = 0.0) -> Draws:
    """Return the outturns of so many runs: where they start, and every driver's amount beside the forecast.

    Each driver draws from a stream of its own, told by the seed and its key: neither order nor company of drivers moves
    its numbers, so that two simulations of one seed differ by what was changed and not by chance.  With a correlation,
    drivers of one group share a normal factor (a one-factor Gaussian copula) and keep their own distributions.
    """
    ordered = tuple(sorted(drivers, key=lambda driver: driver.key))
    stream = np.random.Generator(np.random.SFC64(seed))
    factors = _factors(stream, ordered, runs, seed) if correlation else {}
    outturns = np.full(runs, start - sum(driver.held for driver in ordered))
    rows = np.empty((len(ordered) if correlation else 1, runs))
    for place, driver in enumerate(ordered):
        row = rows[place if correlation else 0]
        _fill(row, _turn(stream, seed, driver.key), correlation, factors.get(driver.group))
        outturns += driver.at(row, out=row)
    shares = _shares(rows, outturns) if correlation else _independent_shares(ordered)
    return Draws(start, seed, correlation, ordered, outturns, shares)


def _fill(row: Floats, stream: np.random.Generator, correlation: float, factor: Floats | None) -> None:
    """Fill a row with a driver's quantiles, one a run."""
    if not correlation:
        stream.random(out=row)
        return
    stream.standard_normal(out=row)
    if factor is not None:
        row *= math.sqrt(1 - correlation)
        row += math.sqrt(correlation) * factor
    normal_quantiles(row, out=row)


def _factors(stream: np.random.Generator, drivers: Sequence[Driver], runs: int, seed: int) -> dict[str, Floats]:
    groups = dict.fromkeys(driver.group for driver in drivers if driver.group)
    return {group: _turn(stream, seed, FACTOR + group).standard_normal(runs) for group in groups}


def _turn(stream: np.random.Generator, seed: int, key: str) -> np.random.Generator:
    """Turn a generator to the random numbers of one key under a seed, and return it.

    A hash of both is its whole state but for the counter, which costs a fifth of making a generator; numpy's SFC64 is
    the fastest to draw from, and needs no warming up from 192 bits of hash.
    """
    words = np.frombuffer(hashlib.blake2b(f"{seed} {key}".encode(), digest_size=24).digest(), "<u8")
    state = stream.bit_generator.state
    state["state"]["state"] = np.append(words, np.uint64(1)).astype(np.uint64)
    stream.bit_generator.state = state
    return stream


def normal_quantiles(values: Floats, out: Floats | None = None) -> Floats:
    """Return the standard normal distribution function at values, between the points of a table.

    With 4,096 steps from -8 to 8 the straight line between two points is off by at most h²/8 × max|φ'| = 5e-7, far
    below what 100,000 runs can tell.
    """
    points, steps = _normal_table()
    places = np.multiply(values, _STEPS / (2 * _REACH), out=out)
    places += _STEPS / 2
    np.clip(places, 0, _STEPS - 1, out=places)
    whole = places.astype(np.int32)
    places -= whole
    places *= steps.take(whole)
    places += points.take(whole)
    return places


@cache
def _normal_table() -> tuple[Floats, Floats]:
    """Return the distribution function at the points of the table, and its rise from each to the next."""
    normal = NormalDist()
    points = np.array([normal.cdf(point) for point in np.linspace(-_REACH, _REACH, _STEPS + 1).tolist()])
    return points[:-1], np.diff(points)


def _independent_shares(drivers: Sequence[Driver]) -> Floats:
    """Return each driver's part of the variance where all are independent: by formula, without the noise of drawing."""
    variances = np.array([driver.variance for driver in drivers])
    total = variances.sum()
    return variances / total if total else variances


def _shares(amounts: Floats, outturns: Floats) -> Floats:
    """Return each driver's part of the variance: its covariance with the outturn over the outturn's variance."""
    apart = outturns - outturns.mean()
    variance = float(np.square(apart).sum())
    found: Floats = np.einsum("ij,j->i", amounts, apart) / variance if variance else np.zeros(len(amounts))
    return found
