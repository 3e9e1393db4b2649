"""Numbers as people type them: (1,976), 1,976-, −1,976, £1.2m, 3.3%, and nil as blank, a dash or the word nil."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from recovery.sources.words import SPACES

NIL_SIGNS: Final = frozenset({"-", "–", "—", "−", "‐", "‑", "‒", "nil", "£-", "£–", "£—", "-£", "--"})
_DASH = "[-−–—‐‑‒]"
_NUMBER: Final = re.compile(
    rf"""(?:£(?=\())?(?P<open>\()?(?P<minus>{_DASH}|\+)?(?P<pound>£|gbp)?(?P<late>{_DASH})?
    (?P<whole>\d{{1,3}}(?:(?P<mark>[,'’ ])\d{{3}})(?:(?P=mark)\d{{3}})*|\d+)?(?P<decimals>\.\d+|\.)?
    \ ?(?P<suffix>k|m|mn|bn|million|thousand)?\ ?(?P<percent>%)?
    (?P<trail>{_DASH})?(?P<close>\))?(?P<outside>%)?""",
    re.VERBOSE | re.IGNORECASE,
)
_UNIT: Final = re.compile(r"£\s?000")
_BESIDE_SIGN: Final = re.compile(rf"(?<=[£(%]) | (?=[)%£])|(?<={_DASH}) | (?={_DASH}$)")
_SPACE: Final = re.compile(f"[{SPACES}]+")
_SUFFIXES: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as typed: its value, the decimals it shows, and whether it is a percentage or has its own k or m.

    `value` of an amount with a suffix is in whole pounds (or units), whatever the column's unit.
    """

    value: Decimal
    decimals: int
    percent: bool = False
    suffixed: bool = False


NIL: Final = "nil"


@lru_cache(maxsize=65536)
def parse_number(text: str) -> Amount | str | None:
    """Read one text: an Amount, NIL, or None where it is no number."""
    tidy = _SPACE.sub(" ", text).strip().lstrip("'").strip()
    if not tidy or tidy.casefold().replace(" ", "") in NIL_SIGNS:
        return NIL
    match = _NUMBER.fullmatch(_BESIDE_SIGN.sub("", tidy))
    if match is None or not _is_whole(match) or _UNIT.fullmatch(tidy):
        return None
    decimals = (match["decimals"] or "").lstrip(".")
    value = Decimal(f"{re.sub('[^0-9]', '', match['whole'] or '0')}.{decimals or '0'}")
    power = _SUFFIXES.get((match["suffix"] or "").casefold(), 0)
    negative = match["open"] or match["minus"] not in {None, "+"} or match["late"] or match["trail"]
    return Amount(
        value=(-value if negative else value).scaleb(power),
        decimals=len(decimals) - power,
        percent=bool(match["percent"] or match["outside"]),
        suffixed=bool(power),
    )


def _is_whole(match: re.Match[str]) -> bool:
    """Return whether brackets match, no sign is given twice and there are digits."""
    signs = [match[name] for name in ("open", "minus", "late", "trail") if match[name]]
    digits = any(character.isdigit() for character in (match["whole"] or "") + (match["decimals"] or ""))
    percents = bool(match["percent"]) + bool(match["outside"])
    return bool(match["open"]) == bool(match["close"]) and len(signs) <= 1 and digits and percents <= 1
