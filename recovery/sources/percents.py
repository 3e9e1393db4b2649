"""Whether plain numbers in a percent column are fractions (0.033) or percentage points (3.3)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from recovery.sources.amounts import Amounts, Floats
from recovery.sources.definitions import Dataset, Rate

_TELLING = 1000.0
"""Rates beyond this many per cent come of parts near nought and tell nothing."""


def are_fractions(dataset: Dataset, name: str, amounts: Mapping[str, Amounts]) -> bool:
    """Decide for a whole column: by which of the two fits the rate's parts, else by whether all are at most one."""
    own = amounts[name]
    plain = own.filled & ~own.percents
    values = np.where(plain, own.values, np.nan)
    for rate in dataset.rates:
        if rate.target == name and {rate.numerator, rate.denominator} <= amounts.keys():
            expected = _expected(rate, amounts)
            known = plain & np.isfinite(expected) & (np.abs(expected) < _TELLING)
            as_points = np.abs(values - expected)[known].sum()
            as_fractions = np.abs(values * 100 - expected)[known].sum()
            if known.any() and as_points != as_fractions:
                return bool(as_fractions < as_points)
    return bool(plain.any() and np.nanmax(np.abs(values), initial=0.0) <= 1)


def neither_nor(own: Amounts) -> list[int]:
    """Return the plain numbers below one in a column of percentage points, which may be either: 0.75 beside 20."""
    plain = own.filled & ~own.percents
    below = plain & (own.values > 0) & (own.values < 1)
    return np.flatnonzero(below).tolist() if (own.values[plain] > 1).any() else []


def _expected(rate: Rate, amounts: Mapping[str, Amounts]) -> Floats:
    numerator, denominator = amounts[rate.numerator].values, amounts[rate.denominator].values
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = np.where(denominator == 0, np.nan, numerator / denominator)
    return 100 * (share - 1 if rate.less_one else share)
