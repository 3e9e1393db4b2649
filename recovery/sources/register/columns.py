"""The sheets and columns of the register workbook, from `columns.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from recovery.period import MONTH_NAMES, FinancialYear

LAYOUT_MARK: Final = "Scheme register, layout 1"
"""What every sheet of the workbook says above its headings, so that it is known again."""

SCHEMES: Final = "schemes"
READING: Final = "reading"
FOR_READING: Final = ("Read me", "Approvals", "Conditions", "History")
"""The sheets that are written for people and left alone when read."""

_FILE: Final = Path(__file__).parent / "columns.toml"
_FIRST_OF_NEXT_YEAR: Final = 10
_USUAL_WIDTH: Final = 14
_NOTE_WIDTH: Final = 50


@dataclass(frozen=True)
class Column:
    """One column: its field's `name`, its heading, what its cells hold (`kind`), the other headings it goes by.

    Kind months stands for twelve columns; `shown` is then the kind of their cells.
    """

    name: str
    heading: str
    kind: str
    about: str = ""
    shown: str = ""
    names: tuple[str, ...] = ()
    required: bool = False
    width: int = _USUAL_WIDTH

    @property
    def format(self) -> str:
        """Return what kind of cell is written."""
        return self.shown or self.kind


@dataclass(frozen=True)
class SheetLayout:
    """One sheet: its key in code, its title and its columns in order."""

    key: str
    title: str
    about: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return a column by its field's name; KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]


@cache
def layouts() -> tuple[SheetLayout, ...]:
    """Return the sheets in order; the first is the one of the schemes."""
    return tuple(SheetLayout(**{**one, "columns": tuple(map(_column, one["columns"]))}) for one in _file()["sheets"])


@cache
def padding() -> frozenset[str]:
    """Return the words that may stand beside a column's name without making it another column."""
    return frozenset(_file()["padding"])


def layout(key: str) -> SheetLayout:
    """Return one sheet by its key; KeyError if there is none."""
    return {one.key: one for one in layouts()}[key]


def month_headings(column: Column, year: FinancialYear) -> list[str]:
    """Return the twelve headings of a column of months: Apr 2018, … Mar 2019."""
    first, after = year.start, year.start + 1
    return [
        column.heading.format(month=f"{name[:3]} {first if place < _FIRST_OF_NEXT_YEAR - 1 else after}")
        for place, name in enumerate(MONTH_NAMES)
    ]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _column(entry: dict[str, Any]) -> Column:
    width = _NOTE_WIDTH if entry["kind"] == "note" else _USUAL_WIDTH
    return Column(**{"width": width, **entry, "names": tuple(entry.get("names", ()))})
