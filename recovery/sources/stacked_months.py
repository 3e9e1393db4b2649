"""A monthly table that holds several months one below the other, each row with its own: one table for each month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from recovery.period import month_name
from recovery.problems import Problem
from recovery.sources.body import Body, body_of
from recovery.sources.header_search import Region
from recovery.sources.months import MonthOfYear, month_of
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.table import Table
from recovery.sources.text_columns import texts_of
from recovery.sources.words import is_blank
from recovery.sources.workbook import Sheet

_SAYS_MONTH: Final = frozenset({"month", "period", "mth"})
_BESIDE: Final = frozenset({"reporting", "financial", "number", "no", "name", "end", "of"})


@dataclass(frozen=True)
class OfMonth:
    """The part of a region that is of one month, by the column of that heading; None where no column says it."""

    region: Region
    month: int | None = None
    heading: str = ""

    def dated(self, table: Table) -> Table:
        """Return the table that was read of this part with its month."""
        unused = tuple(heading for heading in table.unused if heading != self.heading)
        return replace(table, month=self.month or table.month, unused=unused)


def by_month(sheet: Sheet, region: Region, options: Options, place: Place) -> tuple[list[OfMonth], list[Problem]]:
    """Return the parts of a region by month, only the load's own where it has one, and what that leaves out."""
    column = _month_column(region) if region.match.dataset.period == "month" else None
    if column is None:
        return [OfMonth(region)], []
    body, heading = body_of(sheet, region), region.headings[column].text
    rows = _rows_of(body, region, column, options)
    parts = {month: OfMonth(_only(region, body, rows[month]), month, heading) for month in sorted(rows)}
    if not parts:
        return [OfMonth(region)], []
    if options.month is None or len(parts) == 1:
        return list(parts.values()), []
    own = place.at(region.match.dataset.name)
    there = " and ".join(month_name(month) for month in parts)
    if options.month not in parts:
        message = f"The rows are of {there}, and none of them is of {month_name(options.month)}."
        return [], [own.error("month-not-there", message, "Load it for a month that it holds.", (region.last, 0))]
    message = f"The rows are of {there}; those of {month_name(options.month)} were read."
    to_do = "To load every month at once, leave out which month it is."
    return [parts[options.month]], [own.notice("other-months-left-out", message, to_do)]


def _only(region: Region, body: Body, own: set[int]) -> Region:
    """Return a region without the rows that are not of its own month."""
    return replace(region, repeated=(*region.repeated, *(row for row in body.sheet_rows.tolist() if row not in own)))


def _rows_of(body: Body, region: Region, column: int, options: Options) -> dict[int, set[int]]:
    """Return the sheet's rows by month, where all are of one month or a name stands in several."""
    said = _filled_down(body, column)
    if None in said or not said:
        return {}
    names = texts_of(body.column(region.match.columns.get(region.match.dataset.key or region.match.dataset.label)))
    months = {pair for pair in zip(names, said, strict=True) if pair[0]}
    if len(set(said)) > 1 and len(months) == len({name for name, _ in months}):
        return {}
    rows: dict[int, set[int]] = {}
    for row, month in zip(body.sheet_rows.tolist(), said, strict=True):
        if month and (month.year is None or options.year is None or month.year == options.year.start):
            rows.setdefault(month.month, set()).add(row)
    return rows


def _month_column(region: Region) -> int | None:
    """Return the column that is headed by nothing but a word for month and holds no field."""
    used = set(region.match.columns.values())
    return next(
        (
            column
            for column, heading in enumerate(region.headings)
            if column not in used and _SAYS_MONTH & set(heading.words) and set(heading.words) <= _SAYS_MONTH | _BESIDE
        ),
        None,
    )


def _filled_down(body: Body, column: int) -> list[MonthOfYear | None]:
    """Return each row's month; a blank has that of the row above."""
    found: list[MonthOfYear | None] = []
    for cell in body.column(column):
        found.append(found[-1] if is_blank(cell) and found else month_of(cell))
    return found
