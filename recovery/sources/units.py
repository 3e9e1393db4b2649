"""The unit of money that a heading, a title or a cell states: £, £'000, £k, £m and their kin."""

from __future__ import annotations

import re
from typing import Final

from recovery.money import Unit

_QUOTE = "['’‘`´]"
_THOUSANDS: Final = re.compile(
    rf"£\s*{_QUOTE}?\s*000s?{_QUOTE}?s?(?![\d,])|(?<![\d,.]){_QUOTE}\s*000s?\b|(?<![\d,.'’£])\b000s\b|\(000\)"
    r"|£\s*k\b|\bk\s*£|\bgbp\s*(?:k|000s?)\b|£\s*ths\b|(?:£\s*|\bin\s+|\()thousands?\b|\bthousands?\s+of\s+pounds|^thousands?$"
    r"|\bpounds\s+thousands?\b|^k$",
    re.IGNORECASE,
)
_MILLIONS: Final = re.compile(
    r"£\s*m(?:illions?|ns?|s)?\b|\bm\s*£|\bgbp\s*m(?:illions?|n)?\b|(?:£\s*|\bin\s+|\()millions?\b|\bmillions?\s+of\s+pounds"
    r"|^millions?$|\bpounds\s+millions?\b|£\s*mil\b",
    re.IGNORECASE,
)
_POUNDS: Final = re.compile(
    r"£s?(?![\s\d]*[\d'’‘`kK])(?!\s*(?:m|mil|mn|millions?|thousands?|ths)\b)(?![a-z])|\bgbp\b|\b(?:in|whole)\s+pounds\b|^pounds$|\(pounds\)",
    re.IGNORECASE,
)
_PATTERNS: Final = ((Unit.THOUSANDS, _THOUSANDS), (Unit.MILLIONS, _MILLIONS), (Unit.POUNDS, _POUNDS))


def stated_unit(text: str) -> Unit | None:
    """Return the unit that a text states, or None; an amount such as £1.2m states none."""
    for unit, pattern in _PATTERNS:
        if pattern.search(text):
            return unit
    return None


def without_unit(text: str) -> str:
    """Return a heading without the unit it states."""
    for _, pattern in _PATTERNS:
        text = pattern.sub(" ", text)
    return text
