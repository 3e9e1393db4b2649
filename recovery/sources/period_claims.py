"""What a table's column, its title and its file's name each say of the month that all its rows are of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from recovery.period import MONTH_NAMES, MONTHS_IN_YEAR, month_name
from recovery.reference import activity_return
from recovery.sources.months import MonthOfYear, dated_months_in, month_in, month_of, year_of, years_in
from recovery.sources.source import Source
from recovery.sources.words import begins_with, is_blank, plain, text_of
from recovery.sources.workbook import CellValue

_SLIPS: Final = 2
_LETTERS: Final = 5


class Period(NamedTuple):
    """A month of a financial year (by its first calendar year); None where it is not known."""

    year: int | None
    month: int | None

    def __str__(self) -> str:
        """Return the month with its calendar year, as far as they are known: January 2018."""
        name = month_name(self.month) if self.month else "an unknown month"
        after = self.year is not None and (self.month or 0) > MONTHS_IN_YEAR - 3
        return name if self.year is None else f"{name} {self.year + after}"


@dataclass(frozen=True)
class Claim:
    """What one place says: in words where, what it says as read, its text, the cell, in how many rows."""

    where: str
    period: Period
    text: str
    cell: tuple[int, int] | None = None
    rows: int = 1


def of_title(source: Source) -> list[Claim]:
    """Return what the rows above the table say: beside a word for period, else a text with a month and its year."""
    above = range(source.region.titles_from, source.region.first)
    rows = [(row, source.sheet.rows[row]) for row in above]
    beside = (claim for row, cells in rows if _begins(cells, "says_period") for claim in _in_row(row, cells))
    if claim := next(beside, None):
        return [claim]
    others = [(row, cells) for row, cells in reversed(rows) if not _begins(cells, "says_other_date")]
    anywhere = (claim for row, cells in others for claim in _in_row(row, cells) if claim.period.year is not None)
    return [claim] if (claim := next(anywhere, None)) else []


def of_file_name(source: Source) -> list[Claim]:
    """Return the month that the file's name gives with its year: Jun_18.xls."""
    name = re.sub(r"[_.]", " ", source.place.file.rpartition(".")[0])
    named = set(dated_months_in(name))
    if len(named) != 1:
        return []
    month, year = named.pop()
    return [Claim("the file's name", Period(year, month), source.place.file)]


def as_typed(year: CellValue, month: CellValue) -> Period:
    """Return what a row's year and period cells say; None for what cannot be read."""
    found = month_of(month) or MonthOfYear(0)
    said = year_of(year)
    return Period(found.year if said is None else said, found.month or None)


def mended(period: Period, month: CellValue) -> Period:
    """Return a period whose month, where it cannot be read, is the one that it is a typing error of: Janaury."""
    if period.month is not None or is_blank(month):
        return period
    text = plain(text_of(month))
    near = [number for number, name in enumerate(MONTH_NAMES, 1) if OSA.distance(text, name.lower()) <= _SLIPS]
    return period._replace(month=near[0]) if len(near) == 1 and len(text) >= _LETTERS else period


def agreed(said: Sequence[int | None], otherwise: int | None) -> int | None:
    """Return what most of the claims say; `otherwise` where nobody says anything, or where it decides a tie."""
    votes = Counter(value for value in said if value is not None).most_common()
    if not votes:
        return otherwise
    first = [value for value, count in votes if count == votes[0][1]]
    return first[0] if len(first) == 1 else otherwise if otherwise in first else None


def _begins(cells: Sequence[CellValue], kind: str) -> bool:
    first = next((text_of(cell) for cell in cells if not is_blank(cell)), "")
    return begins_with(plain(first), activity_return().words[kind])


def _in_row(row: int, cells: Sequence[CellValue]) -> Iterator[Claim]:
    for column, cell in enumerate(cells):
        text = text_of(cell)
        found = None if is_blank(cell) else month_in(text)
        if found:
            years = years_in(text)
            period = Period(years[0] if years else found.year, found.month)
            yield Claim("the title", period, text, (row, column))
