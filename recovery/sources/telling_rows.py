"""Which tables their rows tell: a list of duties or of allocation movements, whatever its headings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from recovery.duties import duties
from recovery.sources.words import begins_with, holds, known_phrases, plain, text_of
from recovery.sources.workbook import CellValue

_FEWEST_DUTIES: Final = 2
_TEXTS: Final = 2
_SHARE: Final = 3
"""At least one label in so many has to be a known duty."""
_OF_POSITION: Final = frozenset({"spend", "net", "line"})
"""Duties that a position has rows of too: they tell nothing of which of the two it is."""


def telling_rows(rows: Iterable[Sequence[CellValue]]) -> dict[str, bool]:
    """Return the datasets that the rows' texts tell, and whether beyond doubt.

    Duties by their names: where one at least is no row of a position too, beyond doubt where every row is one; or where
    the rows are all those that a position has too, and no other. Allocations by the row that they open or close with.
    """
    held = [texts for row in rows if (texts := _texts(row))]
    ends = known_phrases("opening_allocation") | known_phrases("closing_allocation")
    found = {"allocations": False} if any(begins_with(plain(text), ends) for texts in held for text in texts) else {}
    named = [key for texts in held if (key := next(filter(None, map(duty_of, texts)), ""))]
    nothing_else, of_their_own = len(named) == len(held), not set(named) <= _shared_with_position()
    told = of_their_own or (nothing_else and _shared_with_position() <= set(named))
    if told and len(set(named)) >= _FEWEST_DUTIES and _SHARE * len(named) >= len(held):
        found["duties"] = nothing_else and of_their_own
    return found


@cache
def _shared_with_position() -> frozenset[str]:
    return frozenset(duty.key for duty in duties() if duty.derived in _OF_POSITION)


def _texts(row: Sequence[CellValue]) -> list[str]:
    """Return the first texts of a row: a name may stand behind a reference."""
    texts = (text_of(cell) for cell in row if isinstance(cell, str) and any(map(str.isalpha, cell)))
    return list(islice(texts, _TEXTS))


@lru_cache(maxsize=16384)
def duty_of(label: str) -> str:
    """Return the key of the duty that an indicator's label names first, by the longest name there; '' where none does.

    What a duty is about stands before what is asked of it: capital spend within allocation.
    """
    text = plain(label.replace("&", " and "))
    names = [(phrase, duty.key) for duty in duties() for phrase in duty.words if _speaks(text, phrase, duty.besides)]
    return min(names, key=lambda pair: (f" {text} ".index(f" {pair[0]} "), -len(pair[0])), default=("", ""))[1]


def _speaks(text: str, phrase: str, besides: Collection[str]) -> bool:
    return holds(text, (phrase,)) and (not besides or holds(text, besides))
