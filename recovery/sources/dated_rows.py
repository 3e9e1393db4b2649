"""Tables of which every row says its own month, as the national return does: read, then given their period.

A return is of one month.  Its period column, its title and its file's name are three witnesses; what most of them say
is taken, and what differs is said with its cell.  A table that stacks months keeps each row's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pyarrow as pa

from recovery.period import MONTHS_IN_YEAR
from recovery.problems import Problem
from recovery.sources.amounts import read_amounts
from recovery.sources.body import Rows, body_of
from recovery.sources.header_search import Region
from recovery.sources.options import Options
from recovery.sources.period_claims import Claim, Period, agreed, as_typed, mended, of_file_name, of_title
from recovery.sources.places import Place
from recovery.sources.source import Source
from recovery.sources.table import Table
from recovery.sources.text_columns import duplicates
from recovery.sources.words import is_blank, text_of
from recovery.sources.workbook import Sheet, column_letter

YEAR: Final = "financial_year"
MONTH: Final = "month"
COLUMN: Final = "the period column"
_NEARLY_ALL: Final = 0.9
Read = tuple[Table | None, list[Problem]]


def read_dated(source: Source, read_rows: Callable[[Source], Read]) -> Read:
    """Return the table that `read_rows` gives, each row with its year and month."""
    table, problems = read_rows(_without_period(source))
    if table is None:
        return None, problems
    rows = np.searchsorted(source.body.sheet_rows + 1, table.rows["source_row"].to_numpy())
    periods, found = periods_of(source, rows)
    problems = problems + found + _twice(source, rows, table, periods)
    dated = _dated(table, periods, source)
    return (_only(source, dated, problems) if source.options.only else dated), problems


def of_another_sheet(sheet: Sheet, region: Region, options: Options, place: Place) -> list[Problem]:
    """Return what is wrong with the period of a sheet that is not loaded, such as the return's table of regions."""
    source = Source(sheet, region, body_of(sheet, region), options, place.at(region.match.dataset.name))
    column = next(
        region.match.columns[field.name] for field in source.dataset.numbers if field.name in region.match.columns
    )
    rows = np.flatnonzero(read_amounts(source.body.column(column)).filled)
    return [replace(one, to_do="The sheet is not loaded.") for one in periods_of(source, rows)[1] if not one.option]


def periods_of(source: Source, rows: Rows) -> tuple[list[Period], list[Problem]]:
    """Return the period of each of some rows, and what there is to say about how it is written."""
    pairs = list(zip(source.cells(YEAR, rows), source.cells(MONTH, rows), strict=True))
    as_said = {pair: as_typed(*pair) for pair in set(pairs)}
    as_meant = {pair: mended(period, pair[1]) for pair, period in as_said.items()}
    typed, read = [as_said[pair] for pair in pairs], [as_meant[pair] for pair in pairs]
    whole = Counter(period for period in read if None not in period)
    if len(whole) > 1 and whole.most_common(1)[0][1] < _NEARLY_ALL * len(rows):
        return read, _unread(source, rows, read)
    claims = [*_of_column(read), *of_title(source), *of_file_name(source)]
    load = source.options
    taken = Period(
        agreed([claim.period.year for claim in claims], load.year.start if load.year else None),
        agreed([claim.period.month for claim in claims], load.month),
    )
    said = _open(source, claims, taken) or _mistyped(source, rows, typed, claims, taken)
    return [taken] * len(rows), said


def _without_period(source: Source) -> Source:
    """Return the source without its year and period columns, which are read together with the title."""
    match = source.region.match
    columns = {name: column for name, column in match.columns.items() if name not in {YEAR, MONTH}}
    return replace(source, region=replace(source.region, match=replace(match, columns=columns)))


def _of_column(read: Sequence[Period]) -> list[Claim]:
    years = Counter(period.year for period in read if period.year is not None)
    months = Counter(period.month for period in read if period.month is not None)
    if not years and not months:
        return []
    most = Period(*(count.most_common(1)[0][0] if count else None for count in (years, months)))
    return [Claim(COLUMN, most, str(most))]


def _open(source: Source, claims: Sequence[Claim], taken: Period) -> list[Problem]:
    """Return the questions for what cannot be told."""
    said = "; ".join(f"{claim.where} says {claim.period}" for claim in claims) or "nothing in the file says"
    found = []
    if taken.month is None:
        months = sorted({claim.period.month for claim in claims if claim.period.month})
        choices = tuple(str(month) for month in months or range(1, MONTHS_IN_YEAR + 1))
        message = f"Which month the {source.dataset.title.lower()} is of cannot be told: {said}."
        to_do = "Say which month it is: 1 is April, 12 is March. Load this file by itself if there are others."
        found.append(source.place.question("period-not-clear", message, to_do, "month", choices))
    if taken.year is None:
        message = f"Which financial year the {source.dataset.title.lower()} is of cannot be told: {said}."
        to_do = "Say the year of the load, or correct the file."
        found.append(source.place.question("year-not-stated", message, to_do, "year", ()))
    return found


def _mistyped(
    source: Source, rows: Rows, typed: Sequence[Period], claims: Sequence[Claim], taken: Period
) -> list[Problem]:
    """Return a notice for each way in which a column, the title or the file's name says something else."""
    columns = [(name, source.cells(name, rows)) for name in (YEAR, MONTH) if source.column(name) is not None]
    first: dict[tuple[str, str], Claim] = {}
    for name, cells in columns:
        for row, cell in enumerate(cells):
            own = typed[row].year if name == YEAR else typed[row].month
            if own == (taken.year if name == YEAR else taken.month) or is_blank(cell):
                continue
            key = name, text_of(cell)
            before = first.get(key)
            place = before.cell if before else source.where(name, rows)(row)
            first[key] = Claim(COLUMN, typed[row], text_of(cell), place, before.rows + 1 if before else 1)
    others = [claim for claim in claims if claim.where != COLUMN and _differs(claim.period, taken)]
    witnesses = [claim.where for claim in claims if not _differs(claim.period, taken)]
    return [_notice(source, claim, taken, witnesses) for claim in (*first.values(), *others)]


def _differs(one: Period, taken: Period) -> bool:
    return any(own is not None and own != other for own, other in zip(one, taken, strict=True))


def _notice(source: Source, claim: Claim, taken: Period, witnesses: Sequence[str]) -> Problem:
    rows = f" in {claim.rows:,} rows" if claim.rows > 1 else ""
    others = [where for where in witnesses if where != claim.where]
    because = f", as {' and '.join(others)} say{'s' if len(others) == 1 else ''}" if others else ""
    message = f"{claim.where.capitalize()} says '{claim.text}'{rows}; {taken} was taken{because}."
    return source.place.notice("period-mistyped", message, "Correct the file if that is wrong.", claim.cell, claim.text)


def _unread(source: Source, rows: Rows, read: Sequence[Period]) -> list[Problem]:
    """Return an error for each row of a table of several months that does not say its own."""
    where = source.where(MONTH, rows)
    return [
        source.place.error(
            "period-missing", "The row does not say which month it is of.", "Write its year and month.", where(row)
        )
        for row, period in enumerate(read)
        if None in period
    ]


def _twice(source: Source, rows: Rows, table: Table, periods: Sequence[Period]) -> list[Problem]:
    key = source.dataset.field_named(source.dataset.key)
    codes = table.rows[key.name].to_pylist()
    named = [f"{code} in {period}" if code else "" for code, period in zip(codes, periods, strict=True)]
    return duplicates(named, key.heading, source.where(key.name, rows), source.place)


def _dated(table: Table, periods: Sequence[Period], source: Source) -> Table:
    rows = table.rows
    for name, values in ((YEAR, [one.year for one in periods]), (MONTH, [one.month for one in periods])):
        rows = rows.set_column(rows.column_names.index(name), name, pa.array(values, pa.int64()))
    columns = sorted((column, name) for name, column in source.region.match.columns.items())
    unused = tuple(text for text in table.unused if text not in _period_headings(source))
    return replace(table, rows=rows, columns={name: column_letter(column) for column, name in columns}, unused=unused)


def _only(source: Source, table: Table, problems: list[Problem]) -> Table | None:
    """Return the rows of the one organisation that is asked for, or None and the error that there are none."""
    wanted = source.options.only.casefold()
    codes = table.rows[source.dataset.key].to_pylist()
    kept = [row for row, code in enumerate(codes) if code.casefold() == wanted]
    if not kept:
        message = f"There is no row of '{source.options.only}' in this table."
        to_do = "Name one of the codes in it, or leave that out to load them all."
        problems.append(source.place.error("organisation-not-there", message, to_do))
        return None
    rows = table.rows.take(kept)
    return replace(table, rows=rows.set_column(0, "row_order", pa.array(range(len(kept)), pa.int32())))


def _period_headings(source: Source) -> set[str]:
    return {source.region.headings[column].text for name in (YEAR, MONTH) for column in source.columns_of(name)}
