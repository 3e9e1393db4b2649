"""Column figures in pence, scaled counts and percentage points: the unit said once, exact to the penny."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from recovery.money import Unit
from recovery.sources.amounts import Amounts, Flags, Floats
from recovery.sources.definitions import Field
from recovery.sources.table import SCALES

Integers = npt.NDArray[np.int64]

_LARGEST: Final = float(2**53)
_NOISE: Final = 1e-6
_RELATIVE_NOISE: Final = 1e-14


@dataclass(frozen=True)
class Scaled:
    """One number column as integers: 0 where not `filled`; `quantum` is the rounding step of the printed figures.

    `rounded` are the rows whose figure was finer than is kept, `too_large` those that cannot be kept.
    """

    field: Field
    values: Integers
    filled: Flags
    quantum: int
    rounded: tuple[int, ...] = ()
    too_large: tuple[int, ...] = ()


def scale_money(field: Field, amounts: Amounts, unit: Unit) -> Scaled:
    """Return an amount column in pence; an amount with its own k or m is in pounds whatever the unit."""
    factor = np.where(amounts.suffixed, float(Unit.POUNDS.pence), float(unit.pence))
    quantum = _step(amounts.decimals, unit.pence)
    if amounts.suffixed_decimals is not None:
        own = _step(amounts.suffixed_decimals, Unit.POUNDS.pence)
        quantum = own if amounts.suffixed[amounts.filled].all() else min(quantum, own)
    return _scaled(field, amounts.values * factor, amounts.filled, quantum)


def scale_count(field: Field, amounts: Amounts) -> Scaled:
    """Return a column of counts."""
    one = 10 ** SCALES["count"]
    return _scaled(field, amounts.values * one, amounts.filled, _step(amounts.decimals, one))


def scale_percent(field: Field, amounts: Amounts, *, fractions: bool) -> Scaled:
    """Return a column of percentage points; plain numbers are fractions of one where `fractions` says so."""
    one = 10 ** SCALES["percent"]
    factor = np.where(amounts.percents, 1.0, 100.0 if fractions else 1.0)
    plain = amounts.filled & ~amounts.percents
    decimals = max(amounts.decimals - 2, 0) if fractions and plain.any() else amounts.decimals
    return _scaled(field, amounts.values * factor * one, amounts.filled, _step(decimals, one))


def _step(decimals: int, one: int) -> int:
    """Return the step of a figure printed with so many decimals, never finer than the smallest unit kept."""
    return max(1, one // int(10**decimals)) if decimals >= 0 else one * int(10**-decimals)


def _scaled(field: Field, exact: Floats, filled: Flags, quantum: int) -> Scaled:
    filled = filled.copy()
    large = np.abs(exact) > _LARGEST
    filled &= ~large
    usable = np.where(filled, exact, 0.0)
    values = np.rint(usable)
    noise = np.maximum(_NOISE, np.abs(usable) * _RELATIVE_NOISE)
    off = np.flatnonzero(np.abs(usable - values) > noise)
    return Scaled(
        field,
        values.astype(np.int64),
        filled,
        int(quantum),
        tuple(off.tolist()) if field.kind == "money" else (),
        tuple(np.flatnonzero(large).tolist()),
    )
