"""The rows of the register's own sheets: each cell converted, or a problem that says where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recovery.money import Unit
from recovery.problems import Problem
from recovery.sources.register.cell_values import Reader, Wrong, amount_of, as_reference, lost_in
from recovery.sources.register.columns import READING, Column
from recovery.sources.register.given import Item, Value
from recovery.sources.register.own_layout import FoundSheet
from recovery.sources.total_rows import is_total_word
from recovery.sources.units import stated_unit
from recovery.sources.words import is_blank, plain, text_of
from recovery.sources.workbook import CellValue

_MONEY: Final = "money"
_MONTHS: Final = "months"
_NEEDED: Final = frozenset({"title", "area", "stage"})
"""The fields of which a blank cell is wrong, where their column is there (beside those that name a row of a list)."""


@dataclass(frozen=True)
class GivenRow:
    """One row of one sheet: the scheme it is of, and its values."""

    ref: str
    number: int
    values: Item


@dataclass
class RowReader:
    """Reads the rows of one sheet and gathers their problems."""

    found: FoundSheet
    reader: Reader
    problems: list[Problem] = field(default_factory=list)
    rounded: set[int] = field(default_factory=set)

    def rows(self) -> Iterator[GivenRow]:
        """Yield the rows of schemes, from top to bottom."""
        own = self.found.matched.columns["ref"]
        for number, row in enumerate(self.found.sheet.rows):
            if number <= self.found.row or all(is_blank(cell) for cell in row):
                continue
            ref = as_reference(row[own]) if own < len(row) and not is_blank(row[own]) else ""
            if not ref or is_total_word(plain(ref)):
                self._without_reference(number, row)
            else:
                yield GivenRow(ref, number, self._values(number, row))

    def _without_reference(self, number: int, row: Sequence[CellValue]) -> None:
        """Say that a row is left out as a total, or that it lacks its reference."""
        place, where = self.found.place, (number, self.found.matched.columns["ref"])
        if any(isinstance(cell, str) and is_total_word(plain(text_of(cell))) for cell in row):
            self.problems.append(place.notice("total-left-out", "A row of totals was left out.", cell=where))
            return
        message = "The row has no reference, so that its scheme cannot be told."
        self.problems.append(place.error("ref-missing", message, "Write the scheme's reference here.", where))

    def _values(self, number: int, row: Sequence[CellValue]) -> Item:
        values: dict[str, Value] = {}
        for name, place in self.found.matched.columns.items():
            column = self.found.layout.column(name)
            if column.kind != READING and name != "ref":
                values[name] = self._value(column, number, place, row)
        months = next((column for column in self.found.layout.columns if column.kind == _MONTHS), None)
        if months is not None:
            single = replace(months, kind=months.shown)
            values[months.name] = {
                month: amount_of(self._value(single, number, place, row))
                for month, place in self.found.matched.months.items()
            }
        return values

    def _value(self, column: Column, number: int, place: int, row: Sequence[CellValue]) -> Value:
        """Return a cell's value; one that does not convert is said, and counts as blank."""
        cell = row[place] if place < len(row) else None
        unit = (
            (stated_unit(self.found.matched.texts[place]) or self.reader.unit) if column.kind == _MONEY else Unit.POUNDS
        )
        reader = replace(self.reader, unit=unit, month_end=column.name == "end")
        value = reader.value(column.kind, cell)
        if isinstance(value, Wrong):
            self.problems.append(self.found.place.error(value.rule, value.message, value.to_do, (number, place), cell))
            return None
        if is_blank(cell) and (column.required or column.name in _NEEDED):
            self._blank(column, number, place)
        elif step := lost_in(column.kind, cell, unit):
            self._rounded(number, place, step)
        return value

    def _blank(self, column: Column, number: int, place: int) -> None:
        heading = column.heading.lower()
        self.problems.append(
            self.found.place.error(
                f"{column.name}-missing", f"The {heading} is missing.", f"Write the {heading} here.", (number, place)
            )
        )

    def _rounded(self, number: int, place: int, step: str) -> None:
        """Say once a column that its figures were rounded."""
        if place in self.rounded:
            return
        self.rounded.add(place)
        message = f"Rounded to {step}, because it is finer than is kept, in '{self.found.matched.texts[place]}'."
        self.problems.append(self.found.place.notice("rounded", message, cell=(number, place)))
