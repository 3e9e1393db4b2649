"""Which column of a register's sheet holds which field, whatever their order, slightly renamed or left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from recovery.sources.months import MonthOfYear, month_in, without_month, without_years
from recovery.sources.register.columns import Column, SheetLayout, padding
from recovery.sources.units import without_unit
from recovery.sources.words import plain, text_of
from recovery.sources.workbook import CellValue

LETTERS_FOR_A_SLIP: Final = 6
"""A heading may have one typing error for so many letters."""

_MONTHS: Final = "months"
_MONTH_SAYS: Final = frozenset({"", "actual", "value"})
"""What may stand beside the month in the heading of a month's column."""


@dataclass(frozen=True)
class Matched:
    """The columns of one sheet, from 0: by field, by month, those that stand twice, and those that nobody knows."""

    columns: Mapping[str, int]
    months: Mapping[int, int]
    years: Mapping[int, int]
    twice: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    texts: tuple[str, ...] = field(default=())


def match_headings(layout: SheetLayout, row: Sequence[CellValue]) -> Matched:
    """Return what a row says as the headings of a sheet; `years` are the financial years of its months' columns."""
    texts = tuple(text_of(cell) for cell in row)
    columns: dict[str, int] = {}
    months: dict[int, int] = {}
    years: dict[int, int] = {}
    twice, unknown = [], []
    for place, text in enumerate(texts):
        found = _meant(layout, text) if text else ""
        if isinstance(found, MonthOfYear):
            twice += [place] if found.month in months else []
            months.setdefault(found.month, place)
            years |= {found.month: found.year} if found.year is not None else {}
        elif found:
            twice += [place] if found in columns else []
            columns.setdefault(found, place)
        elif text:
            unknown.append(place)
    return Matched(columns, months, years, tuple(twice), tuple(unknown), texts)


def column_named(layout: SheetLayout, text: str) -> Column | None:
    """Return the column that a person names, or None."""
    found = _meant(layout, text)
    return layout.column(found) if isinstance(found, str) and found else None


@lru_cache(maxsize=4096)
def _meant(layout: SheetLayout, text: str) -> str | MonthOfYear:
    """Return the field, or the month, that a heading names; '' where it is neither."""
    own = plain(without_unit(text))
    exact = [name for name, ways in _ways(layout).items() if own in ways or plain(text) in ways]
    if exact:
        return exact[0]
    bare = plain(without_month(without_years(without_unit(text))))
    if bare in _MONTH_SAYS and _has_months(layout) and (month := month_in(text)):
        return month
    return _alike(layout, plain(without_years(without_unit(text))))


def _has_months(layout: SheetLayout) -> bool:
    return any(column.kind == _MONTHS for column in layout.columns)


def _alike(layout: SheetLayout, own: str) -> str:
    """Return the field whose name a heading has with a slip, or with words that hardly say anything."""
    joined, said = own.replace(" ", ""), frozenset(own.split())
    best = (0, "")
    for name, ways in _ways(layout).items():
        for way in ways:
            letters = way.replace(" ", "")
            allowed = min(len(letters), len(joined)) // LETTERS_FOR_A_SLIP
            needed = frozenset(way.split())
            if OSA.distance(joined, letters, score_cutoff=allowed) <= allowed or (
                needed <= said and said - needed <= padding()
            ):
                best = max(best, (len(letters), name))
    return best[1]


@lru_cache(maxsize=64)
def _ways(layout: SheetLayout) -> Mapping[str, frozenset[str]]:
    """Return every plain way to name each column but those of months."""
    return {
        column.name: frozenset(
            {plain(without_unit(way)) for way in (column.heading, column.name.replace("_", " "), *column.names)}
            | {plain(column.heading)}
        )
        for column in layout.columns
        if column.kind != _MONTHS
    }
