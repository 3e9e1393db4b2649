"""Where one table comes from, carried along the steps that read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recovery.sources.body import Body, Rows
from recovery.sources.definitions import Dataset
from recovery.sources.header_search import Region
from recovery.sources.layout import title_texts
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.workbook import CellValue, Sheet


@dataclass(frozen=True)
class Source:
    """A table's sheet, its place there, its rows, what the person says, and where problems belong."""

    sheet: Sheet
    region: Region
    body: Body
    options: Options
    place: Place

    @property
    def dataset(self) -> Dataset:
        """Return the definition by which the table was recognised."""
        return self.region.match.dataset

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the texts above the table, nearest first."""
        return title_texts(self.sheet, self.region)

    def column(self, field: str) -> int | None:
        """Return the column that holds a field."""
        return self.region.match.columns.get(field)

    def columns_of(self, field: str) -> list[int]:
        """Return the column that holds a field as a list, empty where there is none."""
        column = self.column(field)
        return [] if column is None else [column]

    def cells(self, field: str, rows: Rows) -> Sequence[CellValue]:
        """Return a field's cells in some rows; blanks where the table has no such column."""
        cells = self.body.column(self.column(field))
        return cells if len(rows) == len(cells) else [cells[row] for row in rows]

    def where(self, field: str, rows: Rows) -> Callable[[int], tuple[int, int]]:
        """Return a function that gives the place on the sheet of a field's cell in the nth of some rows."""
        column = self.column(field) or 0
        return lambda number: self.body.place(int(rows[number]), column)
