"""Rows of a text file that have more fields than its header, so that figures would stand in the wrong column."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from recovery.sources.characters import shortened
from recovery.sources.file_problems import file_problem
from recovery.sources.workbook import address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.problems import Problem

HEADER_WITHIN: Final = 30
FEWEST_HEADINGS: Final = 3
MOST_LISTED: Final = 50
NUMBER: Final = re.compile(r"[-+−–(£\s]*\d[\d,.\s]*[kKmM%)\-−\s]*")

Fields = list[list[str]]


def wide_rows(file: str, sheet: str, rows: Fields) -> list[Problem]:
    """Return a problem for each row that has more fields than the header."""
    width = header_width(rows)
    wide = [(number, filled_width(row)) for number, row in enumerate(rows) if len(row) > width < filled_width(row)]
    found = [
        file_problem(
            "too-many-fields",
            file,
            sheet,
            address(number, width),
            shortened(rows[number][width]),
            count=count,
            limit=width,
        )
        for number, count in wide[:MOST_LISTED]
    ]
    more = len(wide) - len(found)
    return found + ([file_problem("more-rows-with-too-many-fields", file, sheet, count=more)] if more else [])


def header_width(rows: Fields) -> int:
    """Return the number of fields of the header.

    The header is the first row of the first 30 that has headings and no figures and is as wide as most rows; where
    all such rows are narrower, the widest of them; where there is none, the commonest width stands for it.
    """
    widths = Counter(len(row) for row in rows if filled_width(row))
    commonest = max(widths, key=lambda width: (widths[width], width), default=0)
    headings = [len(row) for row in rows[:HEADER_WITHIN] if has_headings(row, min(commonest, FEWEST_HEADINGS))]
    return next((width for width in headings if width >= commonest), max(headings, default=commonest))


def has_headings(row: Sequence[str], fewest: int) -> bool:
    """Return whether a row has that many filled fields and none of them a figure."""
    filled = [field for field in row if field.strip()]
    return len(filled) >= fewest and not any(NUMBER.fullmatch(field) for field in filled)


def filled_width(row: Sequence[str]) -> int:
    """Return the number of fields up to the last that is filled."""
    width = len(row)
    while width and not row[width - 1].strip():
        width -= 1
    return width
