"""Activity actuals: a column a month or a row a month, turned into one row a code, year and month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from recovery.names import code_key
from recovery.problems import Problem
from recovery.sources.amounts import Amounts, Flags, Floats, read_amounts
from recovery.sources.assembling import finished_table, number_array
from recovery.sources.body import Rows
from recovery.sources.cell_problems import number_problems, too_large, wrong_cells
from recovery.sources.heading_rows import is_note
from recovery.sources.months import month_of
from recovery.sources.not_filled_in import not_filled_in
from recovery.sources.parts import parent_codes
from recovery.sources.periods import year_of_table
from recovery.sources.scaling import Integers, Scaled, scale_count
from recovery.sources.source import Source
from recovery.sources.table import ROW_COLUMNS, Table
from recovery.sources.text_columns import read_coded, texts_of
from recovery.sources.total_rows import may_be_total
from recovery.sources.vocabularies import Coded
from recovery.sources.words import known_phrases, plain
from recovery.sources.workbook import CellValue, address, column_letter

_PLANNED: Final = frozenset({"plan", "plans", "planned"})


@dataclass(frozen=True)
class Tidy:
    """One row a code, year and month: the body's row, the column of the figure, and the figure's amounts."""

    rows: Rows
    columns: Integers
    years: list[int | None]
    months: list[int | None]
    figures: Scaled


def read_melted(source: Source) -> tuple[Table | None, list[Problem]]:
    """Return the tidy rows of an activity table, wide or long."""
    codes = texts_of(source.body.column(source.column(source.dataset.key)))
    kept = np.asarray([row for row, code in enumerate(codes) if _is_code(code)], dtype=np.int64)
    years, problems = _years(source, kept)
    tidy, found = (_wide if source.region.match.months else _long)(source, kept, years)
    if not len(tidy.rows):
        return None, [not_filled_in(source.place, source.region)]
    problems += found + _without_code(source, codes) + _without_year(source, tidy) + _twice(source, tidy, codes)
    return _table(source, tidy, codes), problems + _called_a_plan(source)


def _called_a_plan(source: Source) -> list[Problem]:
    """Return a notice where months that were taken for what was done stand below a title that calls them a plan."""
    said = {word for text in (source.sheet.name, *source.titles) for word in plain(text).split()}
    if not source.region.match.months or not said & _PLANNED or said & {source.dataset.melt, f"{source.dataset.melt}s"}:
        return []
    message = "The title speaks of a plan, but without a column for the year's plan the months were taken for actuals."
    return [
        source.place.notice("called-a-plan", message, "If they are planned, add the year's plan in a column 'Plan'.")
    ]


def _is_code(code: str) -> bool:
    """Return whether a text in the code column is a code: no total, since measures do not add up, and no remark."""
    return bool(code) and plain(code) not in known_phrases("total") and not is_note(code)


def _without_code(source: Source, codes: Sequence[str]) -> list[Problem]:
    """Return an error for each row that has figures but neither a code nor the word for total."""
    columns = [*source.region.match.months, *source.columns_of(source.dataset.melt)]
    figures = np.logical_or.reduce([read_amounts(source.body.column(column)).filled for column in columns])
    titles = texts_of(source.body.column(source.column(source.dataset.label)))
    column = source.column(source.dataset.key) or 0
    return [
        source.place.error(
            "code-missing",
            "The row has figures but no code.",
            "Write the code, or clear the row.",
            source.body.place(row, column),
        )
        for row in np.flatnonzero(figures).tolist()
        if not codes[row] and not may_be_total(plain(titles[row]))
    ]


def _years(source: Source, kept: Rows) -> tuple[list[int | None], list[Problem]]:
    """Return each row's year: its own, else that of the title, else the load's."""
    general = year_of_table(source) or (source.options.year.start if source.options.year else None)
    if source.column("financial_year") is None:
        return [general] * len(kept), []
    field = source.dataset.field_named("financial_year")
    where = source.where("financial_year", kept)
    values, problems = read_coded(field, source.cells("financial_year", kept), [False] * len(kept), where, source.place)
    return [value if isinstance(value, int) else general for value in values], problems


def _wide(source: Source, kept: Rows, years: Sequence[int | None]) -> tuple[Tidy, list[Problem]]:
    """Turn each month column into rows, month by month within a code."""
    months = source.region.match.months
    read = {column: read_amounts(source.body.column(column)).take(kept) for column in months}
    problems = wrong_cells(source, kept, list(read.items()))
    columns = np.tile(np.asarray(list(months), dtype=np.int64), len(kept))
    stacked = _stacked([read[column] for column in months])
    spoken = [month.year for month in months.values()]
    tidy = Tidy(
        np.repeat(kept, len(months)),
        columns,
        [own if own is not None else year for year in years for own in spoken],
        [month.month for _ in kept for month in months.values()],
        scale_count(source.dataset.field_named(source.dataset.melt), stacked),
    )
    problems += _too_large(source, tidy)
    return _only(tidy, tidy.figures.filled | _nil_signs([read[column] for column in months])), problems


def _stacked(columns: Sequence[Amounts]) -> Amounts:
    """Return the columns row by row as one."""
    values: Floats = np.stack([one.values for one in columns], axis=1).ravel()
    none = np.zeros(len(values), dtype=np.bool_)
    return Amounts(values, none, none, none, (), max(one.decimals for one in columns))


def _nil_signs(columns: Sequence[Amounts]) -> Flags:
    return np.stack([one.nil_signs for one in columns], axis=1).ravel()


def _only(tidy: Tidy, which: Flags) -> Tidy:
    """Leave out the months that are blank: nothing was counted there yet."""
    places = np.flatnonzero(which)
    figures = tidy.figures
    return Tidy(
        tidy.rows[places],
        tidy.columns[places],
        [tidy.years[place] for place in places],
        [tidy.months[place] for place in places],
        Scaled(figures.field, figures.values[places], figures.filled[places], figures.quantum),
    )


def _long(source: Source, kept: Rows, years: Sequence[int | None]) -> tuple[Tidy, list[Problem]]:
    """Read a row a month."""
    field = source.dataset.field_named("month")
    cells = source.cells("month", kept)
    values, problems = read_coded(field, cells, [True] * len(kept), source.where("month", kept), source.place)
    name = source.dataset.melt
    amounts = read_amounts(source.body.column(source.column(name))).take(kept)
    problems += number_problems(source, kept, {name: amounts})
    column = source.column(name) or 0
    tidy = Tidy(
        kept,
        np.full(len(kept), column),
        _years_of_dates(cells, years),
        [_whole(value) for value in values],
        scale_count(source.dataset.field_named(name), amounts),
    )
    return tidy, problems + _too_large(source, tidy)


def _too_large(source: Source, tidy: Tidy) -> list[Problem]:
    """Return an error for each figure that is too large to be kept."""
    cells = [(int(tidy.rows[row]), int(tidy.columns[row])) for row in tidy.figures.too_large]
    return [too_large(source, row, column) for row, column in cells]


def _years_of_dates(cells: Sequence[CellValue], years: Sequence[int | None]) -> list[int | None]:
    """Return the years, taken from the month cell where that names one (a date, Apr-17)."""
    known = {cell: month_of(cell) for cell in set(cells)}
    said = [known[cell] for cell in cells]
    return [one.year if one and one.year is not None else year for one, year in zip(said, years, strict=True)]


def _whole(value: Coded) -> int | None:
    return value if isinstance(value, int) else None


def _without_year(source: Source, tidy: Tidy) -> list[Problem]:
    if None not in tidy.years:
        return []
    message = "The table does not say which financial year its months are in."
    to_do = "Say the year of the load, add a year column, or put the year in the headings (Apr-17)."
    return [source.place.question("year-not-stated", message, to_do, "year", ())]


def _twice(source: Source, tidy: Tidy, codes: Sequence[str]) -> list[Problem]:
    """Return an error for each code, year and month that stands twice."""
    first: dict[tuple[str, int | None, int | None], tuple[int, int]] = {}
    problems: list[Problem] = []
    sheet_rows = source.body.sheet_rows
    for row, column, year, month in zip(
        tidy.rows.tolist(), tidy.columns.tolist(), tidy.years, tidy.months, strict=True
    ):
        key, where = (code_key(codes[row]), year, month), (int(sheet_rows[row]), column)
        if key in first and month is not None:
            message = f"{codes[row]} has month {month} twice: in {address(*first[key])} and in {address(*where)}."
            problems.append(source.place.error("duplicate-key", message, "Take one of the two out.", where, codes[row]))
        first.setdefault(key, where)
    return problems


def _table(source: Source, tidy: Tidy, codes: Sequence[str]) -> Table:
    own_codes = [codes[row] for row in tidy.rows]
    titles = texts_of(source.body.column(source.column(source.dataset.label)))
    parents = _parents(own_codes, tidy)
    count = len(own_codes)
    values: Mapping[str, object] = {
        "row_order": np.arange(count),
        "kind": ["line" if parent is None else "part" for parent in parents],
        "flow": [""] * count,
        "section": [""] * count,
        "parent": parents,
        "parts_from": [None] * count,
        "parts_to": [None] * count,
        "source_row": source.body.sheet_rows[tidy.rows] + 1,
        "source_column": [column_letter(column) for column in tidy.columns.tolist()],
    }
    arrays = {column.name: pa.array(values[column.name], column.type) for column in ROW_COLUMNS}
    arrays |= {
        "code": pa.array(own_codes, pa.string()),
        "title": pa.array([titles[row] for row in tidy.rows], pa.string()),
        "financial_year": pa.array(tidy.years, pa.int64()),
        "month": pa.array(tidy.months, pa.int64()),
        source.dataset.melt: number_array(tidy.figures, count),
    }
    return finished_table(source, pa.table(arrays), {source.dataset.melt: tidy.figures.quantum})


def _parents(codes: Sequence[str], tidy: Tidy) -> list[int | None]:
    """Return for each row the row of its parent code in the same month."""
    above = parent_codes(dict.fromkeys(codes))
    rows = {key: row for row, key in enumerate(zip(codes, tidy.years, tidy.months, strict=True))}
    return [
        rows.get((above[code], year, month)) if code in above else None
        for code, year, month in zip(codes, tidy.years, tidy.months, strict=True)
    ]
