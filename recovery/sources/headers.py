"""One heading a column out of one, two or three header rows, group cells spread over the columns they stand above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recovery.sources.headings import understand
from recovery.sources.words import is_blank, text_of
from recovery.sources.workbook import CellValue, Sheet


def header_texts(sheet: Sheet, top: int, bottom: int, width: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which rows `top` to `bottom` can be read as one heading a column."""
    rows = [_texts(sheet.rows[row], width) for row in range(top, bottom + 1)]
    if top == bottom:
        yield tuple(rows[0])
        return
    merged = _merged(sheet, top, rows)
    yield _joined([_spread_right(row, rows[number + 1 :]) for number, row in enumerate(merged[:-1])] + [merged[-1]])
    if merged == rows:
        yield _joined([_spread_around(row, rows[number + 1 :]) for number, row in enumerate(rows[:-1])] + [rows[-1]])


def is_declaration(row: Sequence[CellValue]) -> bool:
    """Return whether a row only states units, signs or years: a last row of the header."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    if not texts or any(not isinstance(cell, str) for cell in row if not is_blank(cell)):
        return False
    headings = [understand(text) for text in texts]
    return any(one.unit or one.sign for one in headings) and all(
        not set(one.words) - {"variance"}
        and (one.unit or one.sign or one.years or one.text in {"%", "(%)", "No", "No."})
        for one in headings
    )


def _texts(row: Sequence[CellValue], width: int) -> list[str]:
    return [text_of(row[column]) if column < len(row) else "" for column in range(width)]


def _merged(sheet: Sheet, top: int, rows: list[list[str]]) -> list[list[str]]:
    """Fill the columns of each merged header cell with its text."""
    filled = [list(row) for row in rows]
    for first_row, first_column, _, last_column in sheet.merged:
        if top <= first_row < top + len(rows) and first_column < last_column:
            row = filled[first_row - top]
            for column in range(first_column + 1, min(last_column + 1, len(row))):
                row[column] = row[column] or row[first_column]
    return filled


def _spread_right(row: list[str], below: list[list[str]]) -> list[str]:
    """Let a group's text hold for the blank cells to its right, where headings stand below them and below itself."""
    result, current = [], ""
    for column, text in enumerate(row):
        headed = any(one[column] for one in below)
        if text:
            current = text if headed else ""
        result.append(text or (current if headed else ""))
    return result


def _spread_around(row: list[str], below: list[list[str]]) -> list[str]:
    """Let a group's text, written over the middle of its columns, hold for the columns nearest to it.

    The first column names the rows and is in no group.
    """
    headed = [any(one[column] for one in below) for column in range(len(row))]
    groups = [column for column, text in enumerate(row) if text and headed[column]]
    first = headed.index(True) if True in headed else 0

    def text_for(column: int) -> str:
        if row[column] or not groups or not headed[column] or column == first:
            return row[column]
        return row[min(groups, key=lambda group: abs(group - column))]

    return [text_for(column) for column in range(len(row))]


def _joined(rows: list[list[str]]) -> tuple[str, ...]:
    """Join the cells of each column, a text that repeats said once."""
    return tuple(" ".join(dict.fromkeys(text for text in column if text)) for column in zip(*rows, strict=True))
