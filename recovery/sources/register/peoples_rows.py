"""The rows of people's own register as schemes: figures as loaded, texts, dates, stages and ratings cell by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from recovery.money import PENCE_PER_POUND, Unit
from recovery.problems import Problem
from recovery.sources.dates import date_of, month_last, month_start
from recovery.sources.header_search import Region
from recovery.sources.months import month_of
from recovery.sources.places import Place
from recovery.sources.register.cell_values import Reader, Wrong, amount_of, lost_in
from recovery.sources.register.columns import SCHEMES, layout
from recovery.sources.register.given import GivenScheme, Item, Value
from recovery.sources.register.peoples_columns import PeoplesColumns
from recovery.sources.register.wording import Wording
from recovery.sources.table import Table
from recovery.sources.words import is_blank
from recovery.sources.workbook import CellValue, Sheet

_LOADED: Final = {"title": "scheme"}
_LINES: Final = frozenset({"line", "part"})


def schemes_of(  # noqa: PLR0913, PLR0917 - what is known of one table
    sheet: Sheet,
    region: Region,
    columns: PeoplesColumns,
    table: Table,
    wording: Wording,
    place: Place,
    year: int | None,
) -> tuple[list[GivenScheme], list[Problem]]:
    """Return each line of the table as a scheme, and the cells that do not convert."""
    rows = _PeoplesRows(sheet, region, columns, table, Reader(wording, table.unit or Unit.POUNDS), place, year)
    return [rows.scheme(number) for number in range(table.rows.num_rows) if rows.is_scheme(number)], rows.problems


@dataclass
class _PeoplesRows:
    """The table's tidy rows beside the cells that they were read from."""

    sheet: Sheet
    region: Region
    columns: PeoplesColumns
    table: Table
    reader: Reader
    place: Place
    year: int | None
    problems: list[Problem] = field(default_factory=list)
    rounded: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._tidy: Mapping[str, Sequence[object]] = self.table.rows.to_pydict()

    def is_scheme(self, number: int) -> bool:
        """Return whether a tidy row is a line of the table and no total."""
        return self._tidy["kind"][number] in _LINES

    def scheme(self, number: int) -> GivenScheme:
        """Return a tidy row as a scheme."""
        row = int(str(self._tidy["source_row"][number])) - 1
        values: dict[str, Value] = {name: self._value(name, number, row) for name in self.columns.fields}
        ref = str(values.pop("ref", "") or self._tidy["ref"][number])
        values["title"] = values.get("title") or str(self._tidy["scheme"][number])
        for name in ("title", "area", "stage"):
            if name in self.columns.fields and values[name] in {"", None}:
                self._blank(name, row)
        parts = {"profile": self._profile(row)} if self.columns.months else {}
        return GivenScheme(ref, self.sheet.name, row + 1, values, parts)

    def _value(self, name: str, number: int, row: int) -> Value:
        """Return a field's value: money that was read with the table as it was understood there."""
        column = layout(SCHEMES).column(name)
        if column.kind == "money" and name in self.table.columns:
            pence = self._tidy[name][number]
            return None if pence is None else Decimal(int(str(pence))) / PENCE_PER_POUND
        value = self._cell(column.kind, row, self.columns.fields[name], month_end=name == "end")
        merged = _LOADED.get(name, name)
        if value == "" and merged in self.table.columns and column.kind in {"text", "note"}:
            return str(self._tidy[merged][number])  # a text that is merged over several rows holds for all of them
        return value

    def _cell(self, kind: str, row: int, column: int, *, month_end: bool = False) -> Value:
        cell = self._at(row, column)
        if kind == "date" and (day := self._month_alone(cell, month_end=month_end)):
            return day
        unit = self.region.headings[column].unit or self.reader.unit
        value = replace(self.reader, unit=unit, month_end=month_end).value(kind, cell)
        if isinstance(value, Wrong):
            self.problems.append(self.place.error(value.rule, value.message, value.to_do, (row, column), cell))
            return None
        step = lost_in(kind, cell, unit) if column not in self.rounded else ""
        if step:
            self.rounded.add(column)
            message = f"Rounded to {step}, because it is finer than is kept, in '{self.region.headings[column].text}'."
            self.problems.append(self.place.notice("rounded", message, cell=(row, column)))
        return value

    def _at(self, row: int, column: int) -> CellValue:
        cells = self.sheet.rows[row]
        return cells[column] if column < len(cells) else None

    def _month_alone(self, cell: CellValue, *, month_end: bool) -> dt.date | None:
        """Return the day meant by a month without a year (September, M6 or 6, 1 for April), where the year is known."""
        found = None if self.year is None or date_of(cell) else month_of(cell)
        if self.year is None or found is None or found.year is not None:
            return None
        return month_last(self.year, found.month) if month_end else month_start(self.year, found.month)

    def _blank(self, name: str, row: int) -> None:
        if is_blank(self._at(row, self.columns.fields[name])):
            heading = layout(SCHEMES).column(name).heading.lower()
            where = (row, self.columns.fields[name])
            self.problems.append(
                self.place.error(f"{name}-missing", f"The {heading} is missing.", f"Write the {heading} here.", where)
            )

    def _profile(self, row: int) -> tuple[Item, ...]:
        """Return the profile's rows, of which a register of one sheet does not say whether they recur."""
        return tuple(
            {
                "recurrent": None,
                "measure": measure,
                "months": {
                    month: amount_of(self._cell("money", row, column)) for month, column in sorted(months.items())
                },
            }
            for measure, months in self.columns.months.items()
        )
