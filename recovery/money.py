"""Money: integer pence inside, a unit only where people read or write it."""

from __future__ import annotations

import enum
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

PENCE_PER_POUND: Final = 100
THOUSAND: Final = Decimal(1_000)
MILLION: Final = Decimal(1_000_000)
NIL: Final = "–"
"""How people are shown that there is no figure."""


class Unit(enum.StrEnum):
    """The unit in which a table prints its money."""

    POUNDS = "pounds"
    THOUSANDS = "thousands"
    MILLIONS = "millions"

    @property
    def pence(self) -> int:
        """Return how many pence one of this unit is."""
        return _PENCE[self]

    @property
    def symbol(self) -> str:
        """Return the unit as finance writes it: £, £'000 or £m."""
        return _SYMBOLS[self]


_PENCE: Final = {Unit.POUNDS: 100, Unit.THOUSANDS: 100_000, Unit.MILLIONS: 100_000_000}
_SYMBOLS: Final = {Unit.POUNDS: "£", Unit.THOUSANDS: "£'000", Unit.MILLIONS: "£m"}


def in_unit(pounds: Decimal, unit: Unit) -> Decimal:
    """Return an amount of pounds in `unit`, exactly (no rounding)."""
    return pounds * PENCE_PER_POUND / unit.pence


def rounded(amount: Decimal, step: Decimal = Decimal(1)) -> Decimal:
    """Return an amount rounded to `step`, halves away from zero, never as minus nought."""
    return amount.quantize(step, rounding=ROUND_HALF_UP) + Decimal(0)
