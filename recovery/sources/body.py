"""The rows below a header, column by column, blank rows and repeated headers left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from recovery.sources.header_rows import is_blank_row
from recovery.sources.header_search import Region
from recovery.sources.workbook import CellValue, Sheet

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Body:
    """Cells by column: `columns[c][i]` stands in spreadsheet row `sheet_rows[i]` (from 0)."""

    sheet_rows: Rows
    columns: Sequence[Sequence[CellValue]]
    length: int

    def cell(self, row: int, column: int) -> CellValue:
        """Return one cell."""
        return self.columns[column][row]

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Return where a cell stands on the sheet, from 0."""
        return int(self.sheet_rows[row]), column

    def column(self, column: int | None) -> Sequence[CellValue]:
        """Return one column's cells; all blank where there is no such column."""
        if column is None or column >= len(self.columns):
            return (None,) * self.length
        return self.columns[column]


def body_of(sheet: Sheet, region: Region) -> Body:
    """Return the rows of a table, merged cells filled downwards."""
    repeated = set(region.repeated)
    numbers = [
        number
        for number in range(region.last + 1, region.end)
        if number not in repeated and not is_blank_row(sheet.rows[number])
    ]
    rows = [sheet.rows[number] for number in numbers]
    columns = [list(column) for column in zip_longest(*rows)] if rows else []
    columns += [[None] * len(rows) for _ in range(len(region.headings) - len(columns))]
    _fill_merged(sheet, numbers, columns)
    return Body(np.asarray(numbers, dtype=np.int64), columns, len(rows))


def _fill_merged(sheet: Sheet, numbers: list[int], columns: list[list[CellValue]]) -> None:
    """Let a text merged over several rows of one column hold for all of them."""
    index = {number: place for place, number in enumerate(numbers)} if sheet.merged else {}
    for first_row, column, last_row, last_column in sheet.merged:
        if last_row == first_row or column != last_column or first_row not in index or column >= len(columns):
            continue
        value = columns[column][index[first_row]]
        for number in range(first_row + 1, last_row + 1):
            if isinstance(value, str) and number in index and columns[column][index[number]] is None:
                columns[column][index[number]] = value
