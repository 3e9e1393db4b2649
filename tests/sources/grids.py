"""Small sheets for the tests of reading: cells parted by | in a text, numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recovery.money import Unit
from recovery.sources.options import Options
from recovery.sources.reading import Reading, recognise
from recovery.sources.table import Table
from recovery.sources.workbook import CellValue, Sheet, SourceFile, Workbook

IN_THOUSANDS = Options(unit=Unit.THOUSANDS)


def grid(text: str, *, typed: bool = True) -> list[list[CellValue]]:
    """Return the rows of a text: one line a row, | between cells; `typed` turns numbers into numbers."""
    return [[_cell(part, typed=typed) for part in line.split("|")] for line in text.strip("\n").split("\n")]


def _cell(part: str, *, typed: bool) -> CellValue:
    text = part.rstrip(" ") if part.startswith("    ") else part.strip(" ")
    if not text.strip():
        return None
    try:
        return float(text) if typed else text
    except ValueError:
        return text


def reading_of(rows: Sequence[Sequence[CellValue]], options: Options = IN_THOUSANDS, **sheet: Any) -> Reading:
    """Return what is read from one sheet."""
    return recognise(Workbook(SourceFile("month-end.xlsx", b""), (Sheet("Sheet1", rows, **sheet),)), options)


def table_of(rows: Sequence[Sequence[CellValue]] | str, options: Options = IN_THOUSANDS, **sheet: Any) -> Table:
    """Return the one table of a sheet, which must be read without an error or a question."""
    reading = reading_of(grid(rows) if isinstance(rows, str) else rows, options, **sheet)
    assert not reading.errors, reading.errors
    assert not reading.questions, reading.questions
    assert len(reading.tables) == 1, [table.dataset for table in reading.tables]
    return reading.tables[0]


def column(table: Table, name: str) -> list[Any]:
    """Return one column of a table."""
    values: list[Any] = table.rows[name].to_pylist()
    return values


def rules(reading: Reading) -> list[str]:
    """Return the rules of all problems."""
    return [problem.rule for problem in reading.problems]
