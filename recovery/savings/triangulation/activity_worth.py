"""What a number of activity is worth: each code at its own price or its parent's, a part never beside its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from recovery.sources.parts import parent_codes

NOUGHT, PENNY = Decimal(0), Decimal("0.01")
ROOT: Final = ""


@dataclass(frozen=True)
class Worth:
    """A number of activity, its value in pounds (None: none of it has a price), and the number without a price."""

    number: Decimal
    value: Decimal | None
    without_price: Decimal

    def __add__(self, other: Worth) -> Worth:
        """Return both together; a value that neither has stays None."""
        return Worth(
            self.number + other.number, added(self.value, other.value), self.without_price + other.without_price
        )


def value_of(worth: Worth | None) -> Decimal | None:
    """Return the value, None where there is neither activity nor a price."""
    return worth.value if worth else None


NOTHING: Final = Worth(NOUGHT, None, NOUGHT)


def added(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    """Return a sum in which nil counts as nought, but nil and nil stay nil."""
    return None if first is None and second is None else (first or NOUGHT) + (second or NOUGHT)


def hierarchy(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return which codes are parts of each code; those that are part of none stand under ''."""
    known = list(codes)
    parents, found = parent_codes(known), defaultdict[str, list[str]](list)
    for code in known:
        found[parents.get(code, ROOT)].append(code)
    return found


def worth_by_code(
    given: Mapping[str, Decimal], parts: Mapping[str, list[str]], prices: Mapping[str, Decimal]
) -> dict[str, Worth]:
    """Return what one source's numbers are worth by code, a parent with all of its parts.

    A parent that the source does not name is the sum of its parts.  One that it names is that number: its parts count
    at their prices within it, what they leave of it at its own.  A part without a price takes its parent's.
    """
    counted = _Counted(given, parts, prices)
    for code in parts.get(ROOT, []):
        counted.take(code, None)
    return counted.found


@dataclass(frozen=True)
class _Counted:
    """One source's numbers, with what is found for each code on the way down to its parts."""

    given: Mapping[str, Decimal]
    parts: Mapping[str, list[str]]
    prices: Mapping[str, Decimal]
    found: dict[str, Worth] = field(default_factory=dict)

    def take(self, code: str, inherited: Decimal | None) -> None:
        """Find what a code is worth, its parts first; `inherited` is the price of what it is a part of."""
        price, within = self.prices.get(code, inherited), NOTHING
        parts = self.parts.get(code, [])
        for part in parts:
            self.take(part, price)
            within += self.found.get(part, NOTHING)
        if code in self.given or any(part in self.found for part in parts):
            rest = self.given.get(code, within.number) - within.number
            self.found[code] = within + _priced(rest, price)


def _priced(number: Decimal, price: Decimal | None) -> Worth:
    if price is None:
        return Worth(number, None, number)
    return Worth(number, (number * price).quantize(PENNY, ROUND_HALF_UP), NOUGHT)
