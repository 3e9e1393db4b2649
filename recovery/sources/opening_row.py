"""Which row a list of allocation movements starts from: the first, if it is called an opening and nothing else."""

from __future__ import annotations

import re
from typing import Final

from recovery.period import MONTH_NAMES
from recovery.sources.words import known_phrases, plain

_REMARK: Final = re.compile(r"[(\[,;:]|\s[-–—]\s")
_PHRASES: Final = "opening_allocation"
_NUMBER: Final = re.compile(r"(?:m|mth|p|fy)?\d{1,4}(?:st|nd|rd|th)?")


def is_opening(label: str) -> bool:
    """Return whether a label names an opening allocation: "Opening CCG allocation, 1 April 2018 (as notified)".

    It begins with one of the opening's names, and nothing follows but words for an allocation and a date; what stands
    behind a bracket, a comma, a colon or a dash is a remark.  "Opening hours of practices" is a movement.
    """
    own = plain(_REMARK.split(label)[0])
    found = [phrase for phrase in known_phrases(_PHRASES) if own == phrase or own.startswith(f"{phrase} ")]
    rest = own.removeprefix(max(found, key=len)).split() if found else []
    return bool(found) and all(_goes_with_it(word) for word in rest)


def _goes_with_it(word: str) -> bool:
    beside = known_phrases("beside_opening") | known_phrases("beside_income")
    return word in beside or _NUMBER.fullmatch(word) is not None or _is_month(word)


def _is_month(word: str) -> bool:
    return len(word) >= len("Apr") and any(name.casefold().startswith(word) for name in (*MONTH_NAMES, "Sept"))
