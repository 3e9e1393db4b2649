"""What single rows look like: a heading, a group above headings, figures, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from recovery.sources.naming import known_words
from recovery.sources.numbers import parse_number
from recovery.sources.units import stated_unit
from recovery.sources.words import is_blank, text_of, words
from recovery.sources.workbook import CellValue

_FEWEST_HEADINGS: Final = 2
_YEARS: Final = range(1990, 2101)
_TEXT: Final = "text"
_FIGURE: Final = "figure"


def looks_like_heading(row: Sequence[CellValue]) -> bool:
    """Return whether a row holds at least two texts and no figures other than years."""
    texts = 0
    for cell in row:
        if isinstance(cell, str):
            kind = _kind_of_text(text_of(cell))
            if kind is _FIGURE:
                return False
            texts += kind is _TEXT
        elif isinstance(cell, dt.date):
            texts += 1
        elif cell is not None and cell not in _YEARS:
            return False
    return texts >= _FEWEST_HEADINGS


@lru_cache(maxsize=8192)
def _kind_of_text(text: str) -> str:
    """Return whether a text is a figure, a text, or neither (blank, a dash, a year); £000 is a text."""
    amount = parse_number(text)
    if amount is None or text in {"%", "#"} or stated_unit(text):
        return _TEXT
    if isinstance(amount, str) or (text.isdecimal() and int(text) in _YEARS):
        return ""
    return _FIGURE


def has_figures(row: Sequence[CellValue]) -> bool:
    """Return whether a row of text (as from CSV) has figures in it other than years."""
    return any(isinstance(cell, str) and _kind_of_text(text_of(cell)) is _FIGURE for cell in row)


def may_be_group(row: Sequence[CellValue]) -> bool:
    """Return whether a row can stand above a header row as part of it."""
    return any(not is_blank(cell) for cell in row) and not any(
        isinstance(cell, float | int) and cell not in _YEARS for cell in row
    )


def holds_known_words(row: Sequence[CellValue]) -> bool:
    """Return whether any cell has a word in it that stands in usual headings, or is a date."""
    return any(isinstance(cell, dt.date) or _is_telling(text_of(cell)) for cell in row if cell is not None)


@lru_cache(maxsize=8192)
def _is_telling(text: str) -> bool:
    return any(word in known_words() or word[:3] in known_words() for word in words(text.replace("_", " ")))


def is_blank_row(row: Sequence[CellValue]) -> bool:
    """Return whether a row holds nothing."""
    return all(cell is None or is_blank(cell) for cell in row)
