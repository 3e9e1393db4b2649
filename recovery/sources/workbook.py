"""A file as read: sheets of cells, nothing yet understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from recovery.problems import Problem

CellValue = str | float | int | bool | dt.date | dt.datetime | None
"""A cell as it stands: text untouched, numbers as numbers, None where it is blank."""


@dataclass(frozen=True)
class SourceFile:
    """A file as it was given: its own name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` is the cell of spreadsheet row r + 1 and column c + 1 (rows may differ in length).

    `merged` holds merged ranges as (first row, first column, last row, last column), all from 0 and inclusive.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True)
class Workbook:
    """One file's sheets, and what was found wrong with the file itself on the way."""

    file: SourceFile
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def column_letter(column: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return a cell's address from its row and column counted from 0: (6, 2) is C7."""
    return f"{column_letter(column)}{row + 1}"
