"""The month and year that a table's surroundings name: Month 3, M03, June 2018, as at 30 June."""

from __future__ import annotations

from collections.abc import Iterator

from recovery.sources.months import MonthOfYear, month_in, years_in
from recovery.sources.source import Source


def month_of_table(source: Source) -> int | None:
    """Return the month that the title, the sheet's name or the file's name gives, nearest first."""
    if source.dataset.period != "month":
        return None
    found = _first_month(source)
    return found.month if found else None


def _first_month(source: Source) -> MonthOfYear | None:
    for text in _surroundings(source):
        if found := month_in(text.replace("_", " ")):
            return found
    return None


def year_of_table(source: Source) -> int | None:
    """Return the financial year that the title, the sheet's name or the file's name gives, nearest first."""
    for text in _surroundings(source):
        if years := years_in(text.replace("_", "-")):
            return years[0]
    return None


def _surroundings(source: Source) -> Iterator[str]:
    yield from source.titles
    yield source.sheet.name
    yield source.place.file.rpartition(".")[0]
