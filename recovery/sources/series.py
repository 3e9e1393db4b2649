"""A single series of numbers from a file: the column headed `value`, whatever stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from recovery.problems import Problem, Weight
from recovery.sources.file_problems import file_problem
from recovery.sources.numbers import Amount, parse_number
from recovery.sources.opening import open_workbook
from recovery.sources.words import is_blank, plain, text_of
from recovery.sources.workbook import CellValue, Sheet, SourceFile, address

HEADING: Final = "value"
HEADING_ROWS: Final = 30
"""In how many rows from the top the heading is looked for, as for every other table."""
LARGEST: Final = 300
"""Powers of ten from nought beyond which a number is a slip of the pen."""
Place = tuple[int, int]


def read_series(file: SourceFile) -> tuple[list[Decimal], list[Problem]]:
    """Return the series' values from top to bottom, exact, and everything that stands against it.

    Rows at the end without a value are left out; a blank value above a filled one is an error, since it would move
    every later point, and so is a k or % that only some values have.  Where a problem is an error, the values are not
    to be used.
    """
    book = open_workbook(file)
    problems = list(book.problems)
    if any(problem.weight is Weight.ERROR for problem in problems):
        return [], problems
    found = [(sheet, place) for sheet in book.sheets for place in _headings(sheet)]
    if len(found) != 1:
        return [], [*problems, _unclear(file.name, found)]
    if wide := _wide(file.name, *found[0]):
        return [], problems + wide
    values, wrong = _values(file.name, *found[0])
    return values, problems + wrong


def _headings(sheet: Sheet) -> list[Place]:
    """Return where the heading stands: in the first row that has it."""
    for row, cells in enumerate(sheet.rows[:HEADING_ROWS]):
        places = [(row, column) for column, cell in enumerate(cells) if plain(text_of(cell)) == HEADING]
        if places:
            return places
    return []


def _unclear(file: str, found: list[tuple[Sheet, Place]]) -> Problem:
    if not found:
        message, where = f"No column is headed '{HEADING}'.", ("", "")
        to_do = f"Write '{HEADING}' over the column that holds the series, in one of the first {HEADING_ROWS} rows."
    else:
        sheet, place = found[1]
        message, where = f"More than one column is headed '{HEADING}'.", (sheet.name, address(*place))
        to_do = "Give the columns that are not meant another heading."
    return Problem("series-not-told", message, to_do, file, *where)


def _wide(file: str, sheet: Sheet, heading: Place) -> list[Problem]:
    """Return an error for the first row of a text file with more fields than the headings: 1,976 may be two of them."""
    top, width = heading[0], _filled(sheet.rows[heading[0]])
    wide = [row for row in range(top + 1, len(sheet.rows)) if _filled(sheet.rows[row]) > width]
    if not wide or not file.casefold().endswith(".csv"):
        return []
    row, count = wide[0], _filled(sheet.rows[wide[0]])
    value = text_of(sheet.rows[row][width])
    return [file_problem("too-many-fields", file, sheet.name, address(row, width), value, count=count, limit=width)]


def _filled(cells: Sequence[CellValue]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if not is_blank(cell)), default=0)


def _values(file: str, sheet: Sheet, heading: Place) -> tuple[list[Decimal], list[Problem]]:
    top, column = heading
    rows = list(sheet.rows[top + 1 :])
    while rows and is_blank(_cell(rows[-1], column)):
        rows.pop()
    if not rows:
        to_do = "Write the values below it, oldest first."
        return [], [Problem("series-empty", f"Nothing stands below '{HEADING}'.", to_do, file, sheet.name)]
    cells = [_cell(row, column) for row in rows]
    read = [number_of(cell) for cell in cells]
    wrong = [
        _no_number(file, sheet, (top + 1 + place, column), one)
        for place, one in enumerate(read)
        if isinstance(one, str)
    ]
    wrong += [_mixed(file, sheet, (top + 1 + place, column), text_of(cells[place])) for place in _apart(cells)]
    return [one for one in read if isinstance(one, Decimal)], wrong


def _cell(row: Sequence[CellValue], column: int) -> CellValue:
    return row[column] if column < len(row) else None


def _apart(cells: Sequence[CellValue]) -> list[int]:
    """Return the places of the values with a suffix (2k) or a percent sign that not all values have."""
    marks = [
        (amount.percent, amount.suffixed)
        if isinstance(amount := parse_number(text_of(cell)), Amount)
        else (False, False)
        for cell in cells
    ]
    return [place for place, mark in enumerate(marks) if any(mark)] if len(set(marks)) > 1 else []


def number_of(cell: CellValue) -> Decimal | str:
    """Return a cell's number, or the text that stands in the place of one."""
    if isinstance(cell, bool | dt.date):
        return text_of(cell)
    text = text_of(cell).strip()
    written = _as_written(text)
    typed = _as_typed(text) if written is None else written
    return text if typed is None else typed


def _as_written(text: str) -> Decimal | None:
    """Return a number as programs write it, exponents and all."""
    try:
        number = Decimal(text) if text.isascii() and "_" not in text else None
    except InvalidOperation:
        return None
    return number if number is not None and _is_sensible(number) else None


def _as_typed(text: str) -> Decimal | None:
    """Return a number as people type it: 1,976, (12), 3.3%."""
    amount = parse_number(text)
    return amount.value if isinstance(amount, Amount) and _is_sensible(amount.value) else None


def _is_sensible(number: Decimal) -> bool:
    return number.is_finite() and abs(number.adjusted()) < LARGEST


def _mixed(file: str, sheet: Sheet, place: Place, text: str) -> Problem:
    to_do = "Write all values in one unit, without k, m or %, or with the same in all."
    message = "Not every value has this suffix or percent sign."
    return Problem("mixed-units", message, to_do, file, sheet.name, address(*place), text)


def _no_number(file: str, sheet: Sheet, place: Place, text: str) -> Problem:
    if not text:
        to_do = "Put the number there (0 where nothing was counted), or take the row out."
        return Problem("blank-in-series", "The value is blank.", to_do, file, sheet.name, address(*place))
    to_do = "Put the number there, written plainly, such as 1234.5."
    return Problem(
        "text-in-number", "There is no number in the series.", to_do, file, sheet.name, address(*place), text
    )
