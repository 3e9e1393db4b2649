"""Nothing in a sheet's cells raises: whatever stands there becomes a table or a problem."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery.money import Unit
from recovery.sources.definitions import Field, datasets
from recovery.sources.mixed_units import plainly, shared
from recovery.sources.numbers import NIL, parse_number
from recovery.sources.options import Options
from recovery.sources.reading import Reading
from recovery.sources.table import Table
from recovery.sources.workbook import address, column_letter
from tests.sources.grids import reading_of

HEADINGS: Final = sorted(
    {heading for one in datasets().values() for field in one.fields for heading in (field.heading, *field.headers)}
)
WORDS: Final = (
    *(
        "Total",
        "total spend",
        "Surplus/(deficit)",
        "Allocation",
        "Expenditure",
        "of which",
        "    indented",
        "Memorandum",
    ),
    *("Contingency", "Net risk position", "E.M.7", "E.M.7a", "", " ", "-", "n/a", "£'000", "£m", "Fav/(adv)", "YTD"),
    *("2018/19", "Apr-18", "Red", "3 - Delivery", "5%", "(1,976)", "1,976-", "1.2m", "#REF!", "\u00a0", "=1+1", "\x00"),
    "Note: x" * 30,
)
CELLS: Final = st.one_of(
    st.none(),
    st.sampled_from(HEADINGS),
    st.sampled_from(WORDS),
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(min_value=-2000, max_value=2000),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.text(max_size=6),
)
WHOLE_HEADERS: Final = [[field.heading for field in (*one.fields, *one.month_columns)] for one in datasets().values()]


def _problems_are_said(reading: Reading) -> None:
    for problem in reading.problems:
        assert problem.rule
        assert problem.message
    for table in reading.tables:
        assert table.rows.num_rows > 0
        assert table.rows["row_order"].to_pylist() == list(range(table.rows.num_rows))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.lists(CELLS, max_size=8), max_size=12),
    merged=st.lists(st.tuples(*[st.integers(0, 12)] * 4), max_size=2),
)
def test_any_cells_at_all_become_tables_or_problems(rows: Any, merged: Any):
    reading = reading_of(rows, merged=tuple((min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in merged))
    _problems_are_said(reading)
    assert reading.problems or reading.tables


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    header=st.sampled_from(WHOLE_HEADERS),
    body=st.lists(st.lists(CELLS, max_size=25), max_size=10),
    unit=st.sampled_from([None, *Unit]),
)
def test_any_cells_below_a_known_header_become_tables_or_problems(header: Any, body: Any, unit: Any):
    rows = [list(header), *body]
    reading = reading_of(rows, Options(unit=unit))
    _problems_are_said(reading)
    assert reading.problems or reading.tables
    for table in reading.tables:
        assert _lost_cells(rows, table, reading) == []


def _beside(table: Table, field: Field, row: int) -> bool:
    """Return whether another field of the same column has the figure: money and percentages that share one."""
    sharing = [name for name, letter in table.columns.items() if letter == table.columns.get(field.name)]
    place = table.rows["source_row"].to_pylist().index(row)
    return any(table.rows[name][place].is_valid for name in sharing if name != field.name)


def _lost_cells(rows: Any, table: Table, reading: Reading) -> list[str]:
    """Return the filled cells of number columns that neither became a number nor were reported."""
    said = {problem.cell for problem in reading.problems}
    letters = {column_letter(column): column for column in range(40)}
    lost = []
    for field in table.definition.numbers:
        column = letters.get(table.columns.get(field.name, ""))
        for row, value in zip(table.rows["source_row"].to_pylist(), table.rows[field.name].to_pylist(), strict=True):
            cell = rows[row - 1][column] if column is not None and column < len(rows[row - 1]) else None
            cell = plainly([cell])[0] if shared(table.definition) else cell
            nil = cell is None or (isinstance(cell, str) and parse_number(cell) == NIL) or _beside(table, field, row)
            if value is None and not nil and address(row - 1, column or 0) not in said:
                lost.append(f"{field.name}: {cell!r}")
    return lost
