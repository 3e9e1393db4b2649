"""What kind of cells a column holds, from a sample of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recovery.sources.numbers import parse_number
from recovery.sources.words import is_blank
from recovery.sources.workbook import CellValue


@dataclass(frozen=True)
class ColumnKind:
    """How many of a column's sampled cells are numbers, percentages as text, nil signs, dates and other text."""

    numbers: int = 0
    percents: int = 0
    nils: int = 0
    dates: int = 0
    texts: int = 0

    @property
    def filled(self) -> int:
        """Return how many cells are not blank."""
        return self.numbers + self.percents + self.nils + self.dates + self.texts

    @property
    def is_text(self) -> bool:
        """Return whether the column is mostly text."""
        return self.texts > 0 and self.texts * 2 > self.filled

    @property
    def is_numbers(self) -> bool:
        """Return whether the column is mostly numbers."""
        return (self.numbers + self.percents) * 2 > self.filled

    @property
    def could_be_numbers(self) -> bool:
        """Return whether nothing speaks against numbers: mostly numbers, or mostly blank."""
        return self.texts * 2 <= self.filled


def column_kind(cells: Iterable[CellValue]) -> ColumnKind:
    """Count the kinds of some cells."""
    counts = dict.fromkeys(("numbers", "percents", "nils", "dates", "texts"), 0)
    for cell in cells:
        if not is_blank(cell):
            counts[_kind(cell)] += 1
    return ColumnKind(**counts)


def _kind(cell: CellValue) -> str:
    if isinstance(cell, str):
        amount = parse_number(cell)
        if amount is None:
            return "texts"
        if isinstance(amount, str):
            return "nils"
        return "percents" if amount.percent else "numbers"
    return "dates" if isinstance(cell, dt.date) else "numbers"


def column_kinds(rows: Sequence[Sequence[CellValue]], width: int) -> tuple[ColumnKind, ...]:
    """Return the kind of each of `width` columns over some rows."""
    return tuple(column_kind(row[column] for row in rows if column < len(row)) for column in range(width))
