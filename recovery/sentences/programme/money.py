"""A scheme's money in words: short on a card, to the penny in a case."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from recovery.money import MILLION, NIL, THOUSAND, rounded

_HUNDREDTH: Final = Decimal("0.01")


def short(pounds: Decimal | None) -> str:
    """Return an amount as a card has room for: £1.25m, £180k, £950; in brackets if negative; a dash for none."""
    if pounds is None:
        return NIL
    size = abs(pounds)
    if rounded(size / THOUSAND) >= THOUSAND:
        text = f"£{rounded(size / MILLION, _HUNDREDTH)}m"
    elif size >= THOUSAND:
        text = f"£{rounded(size / THOUSAND)}k"
    else:
        text = f"£{rounded(size)}"
    return f"({text})" if pounds < 0 else text


def exact(pounds: Decimal | None) -> str:
    """Return an amount with its pence where it has any: £12,345 or £12,345.67; a dash for none."""
    if pounds is None:
        return NIL
    size = abs(pounds)
    text = f"£{size:,.0f}" if size == rounded(size) else f"£{rounded(size, _HUNDREDTH):,}"
    return f"({text})" if pounds < 0 else text
