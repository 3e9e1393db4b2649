"""Amounts as people write them in a sentence: £m with one decimal, percentages, counts, and which way they point."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.money import MILLION, THOUSAND, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

_TENTH: Final = Decimal("0.1")


def millions(pounds: Decimal) -> str:
    """Return the size of an amount: £35.1m; an amount too small for that as £18k.  The sign is left to the words."""
    size = abs(pounds)
    in_millions = rounded(size / MILLION, _TENTH)
    if in_millions or not size:
        return f"£{in_millions:,.1f}m"
    in_thousands = rounded(size / THOUSAND)
    return f"£{in_thousands:,}k" if in_thousands else "less than £1k"


def bracketed(pounds: Decimal) -> str:
    """Return an amount with its sign as finance shows it: £25.2m or (£28.2m)."""
    return f"({millions(pounds)})" if pounds < 0 else millions(pounds)


def direction(pounds: Decimal) -> str:
    """Return how an amount stands to budget: £0.8m adverse, £0.3m favourable, on budget."""
    if rounded(pounds / THOUSAND) == 0:
        return "on budget"
    return f"{millions(pounds)} {'favourable' if pounds > 0 else 'adverse'}"


def surplus_or_deficit(pounds: Decimal) -> str:
    """Return a net position in words: a deficit of £35.1m."""
    if rounded(pounds / THOUSAND) == 0:
        return "break-even"
    return f"a {'surplus' if pounds > 0 else 'deficit'} of {millions(pounds)}"


def percent(points: Decimal | None, step: Decimal = _TENTH) -> str:
    """Return percentage points as 3.3%; an undefined rate is n/a."""
    return "n/a" if points is None else f"{rounded(points, step):,}%"


def count(number: Decimal | int) -> str:
    """Return a count with its thousands separated."""
    return f"{rounded(Decimal(number)):,}"


def many(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun in the right form: 1 scheme, 3 schemes."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list in a sentence: a, b and c."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(sentence: str) -> str:
    """Return a sentence with its first letter as a capital, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]
