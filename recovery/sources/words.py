"""Text as people type it, made comparable: stray spaces, dashes, capitals and punctuation taken away."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

from recovery.reference import reference_words, row_words
from recovery.sources.workbook import CellValue

SPACES: Final = "\\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_BLANKS: Final = " \t\r\n\x0b\x0c\u00a0\u2007\u2009\u200a\u200b\u202f\ufeff"
_SPACE = re.compile(f"[{SPACES}]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]+")


def text_of(value: CellValue) -> str:
    """Return a cell as one line of text: whole numbers without a decimal point, nothing for a blank."""
    if value is None:
        return ""
    if isinstance(value, str):
        if value.isprintable() and "  " not in value:
            return value.strip(" ")
        return _SPACE.sub(" ", _CONTROL.sub("", value)).strip()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value)


def is_blank(value: CellValue) -> bool:
    """Return whether a cell holds nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip(_BLANKS))


def indent_of(value: CellValue) -> int:
    """Return by how many spaces a label is moved in."""
    if not isinstance(value, str):
        return 0
    return len(value) - len(re.sub(f"^[{SPACES}]+", "", value))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without punctuation; % is the word percent."""
    return tuple(_WORD.findall(text.casefold().replace("%", " percent ").replace("#", " number ")))


def plain(text: str) -> str:
    """Return a text's words joined by single spaces."""
    return " ".join(words(text))


@cache
def known_phrases(kind: str) -> frozenset[str]:
    """Return the reference phrases of one kind of row (total, net, income, …)."""
    return frozenset(row_words().get(kind, ()))


@cache
def heading_words(kind: str) -> frozenset[str]:
    """Return the reference words of one kind in column headings (small, padding, other_thing)."""
    return frozenset(reference_words("heading_words.toml").get(kind, ()))


def begins_with(text: str, phrases: Iterable[str]) -> bool:
    """Return whether plain `text` begins with one of `phrases`, as whole words."""
    return any(text == phrase or text.startswith(f"{phrase} ") for phrase in phrases)


def ends_with(text: str, phrases: Iterable[str]) -> bool:
    """Return whether plain `text` ends with one of `phrases`, as whole words."""
    return any(text == phrase or text.endswith(f" {phrase}") for phrase in phrases)


def holds(text: str, phrases: Collection[str]) -> bool:
    """Return whether plain `text` has one of `phrases` in it, as whole words."""
    padded = f" {text} "
    return any(f" {phrase} " in padded for phrase in phrases)


def is_contingency(text: str) -> bool:
    """Return whether plain `text` names a contingency, not something beyond one: reserves excluding contingency."""
    found = text.split()
    before = ["", *found]
    return any(
        word in known_phrases("contingency") and before[place] not in known_phrases("beyond")
        for place, word in enumerate(found)
    )
