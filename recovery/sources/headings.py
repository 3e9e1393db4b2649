"""What one column heading says: its words, and the unit, sign, years and month that it declares beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recovery.money import Unit
from recovery.period import MONTH_FIELDS
from recovery.sources.months import MonthOfYear, month_in, without_month, without_years, years_in
from recovery.sources.signs import declared_sign, without_sign
from recovery.sources.units import stated_unit, without_unit
from recovery.sources.words import words

_SNAKE_YEAR: Final = re.compile(r"(20\d\d|(?<!\d)\d\d)_(\d\d)(?!\d)")


@dataclass(frozen=True)
class Heading:
    """One column's heading; `words` leaves out what the other fields hold."""

    text: str
    words: tuple[str, ...] = ()
    unit: Unit | None = None
    sign: str = ""
    years: tuple[int, ...] = ()
    month: MonthOfYear | None = None

    @property
    def month_word(self) -> str:
        """Return the month as it stands in field names (apr), or nothing."""
        return MONTH_FIELDS[self.month.month - 1] if self.month else ""


@lru_cache(maxsize=4096)
def understand(text: str) -> Heading:
    """Take a heading apart."""
    rest = _SNAKE_YEAR.sub(r"\1/\2", text).replace("_", " ") if _is_snake(text) else text
    unit, sign = stated_unit(rest), declared_sign(rest)
    name = without_sign(without_unit(rest))
    years, month = years_in(name), month_in(name)
    named = words(without_month(without_years(name)))
    if name != without_unit(rest) and not {"variance", "var", "variation"} & set(named):
        named = (*named, "variance")
    return Heading(text, _mended(named), unit, sign, years, month)


def _is_snake(text: str) -> bool:
    return "_" in text and " " not in text


def _mended(named: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a lone letter that repeats the beginning of the next word, as page layouts leave it: P Plan."""
    pairs = zip(named, (*named[1:], "")[: len(named)], strict=True)
    return tuple(word for word, after in pairs if not (len(word) == 1 and len(after) > 1 and after.startswith(word)))
