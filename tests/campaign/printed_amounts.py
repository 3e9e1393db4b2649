"""Amounts as a sheet prints them: in a unit, to a step, with negatives marked one way or another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final

from recovery.money import Unit

UNIT_TEXTS: Final = {
    Unit.POUNDS: ("£", "(£)", "£s"),
    Unit.THOUSANDS: ("£'000", "£000s", "£k", "£000", "(£'000s)", "£’000"),
    Unit.MILLIONS: ("£m", "£ million", "(£m)", "£M"),
}
DECIMALS: Final = {Unit.POUNDS: 0, Unit.THOUSANDS: 0, Unit.MILLIONS: 3}
NEGATIVES: Final[tuple[Callable[[str], str], ...]] = ("({})".format, "-{}".format, "{}-".format, "−{}".format)
HUNDRED_MILLION_POUNDS: Final = Decimal(10**10)
"""In pence."""


@dataclass(frozen=True)
class Printed:
    """The unit of a table, how it is written there, and how many decimals its amounts have."""

    unit: Unit
    text: str
    decimals: int

    def rounded(self, amount: Decimal) -> Decimal:
        """Return an amount as far as the table prints it."""
        return amount.quantize(Decimal(1).scaleb(-self.decimals))

    def amount(self, draw: Random, lowest: float, highest: float) -> Decimal:
        """Return a random amount between two shares of a hundred million pounds."""
        return self.rounded(Decimal(draw.uniform(lowest, highest)) * HUNDRED_MILLION_POUNDS / self.unit.pence)

    def changed(self, draw: Random, amount: Decimal, share: float) -> Decimal:
        """Return an amount moved up or down by at most a share of it."""
        return self.rounded(amount * Decimal(draw.uniform(1 - share, 1 + share)))

    def pence(self, amounts: Mapping[str, Decimal]) -> dict[str, int]:
        """Return printed amounts in pence."""
        return {name: int(amount * self.unit.pence) for name, amount in amounts.items()}

    def as_text(self, amount: Decimal, negative: Callable[[str], str]) -> str:
        """Return an amount typed as text."""
        digits = f"{abs(amount):,.{self.decimals}f}"
        return negative(digits) if amount < 0 else digits


def any_unit(draw: Random, *units: Unit) -> Printed:
    """Return one of the units (of all, where none is named) in one of its spellings."""
    unit = draw.choice(units or tuple(Unit))
    return Printed(unit, draw.choice(UNIT_TEXTS[unit]), DECIMALS[unit])
