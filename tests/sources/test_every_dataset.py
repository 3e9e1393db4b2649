"""Every input table, written with its own headings in any order, comes back cell by cell."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.reference import choices
from recovery.sources.definitions import Dataset, Field, datasets
from recovery.sources.options import Options
from recovery.sources.table import SCALES
from recovery.sources.vocabularies import OTHERS
from tests.sources.grids import column, table_of

YEAR: Final = FinancialYear(2018)
WORDS: Final = (
    "Hospitals",
    "Community beds",
    "Mental health",
    "Medicines",
    "Practices",
    "Ambulances",
    "Continuing care",
)
TABLES: Final = [name for name, one in datasets().items() if not one.melt]
OPTIONS: Final = Options(year=YEAR, unit=Unit.THOUSANDS, variance_sign="favourable")


def _stage(draw: st.DrawFn, _: Field) -> tuple[Any, Any]:
    return (number := draw(st.integers(0, 5))), number


def _rag(draw: st.DrawFn, _: Field) -> tuple[Any, Any]:
    return (name := draw(st.sampled_from(["Red", "Amber", "Green"]))), name


def _choice(draw: st.DrawFn, field: Field) -> tuple[Any, Any]:
    return (name := draw(st.sampled_from([one for one in choices(field.choices) if one != OTHERS]))), name


def _date(draw: st.DrawFn, _: Field) -> tuple[Any, Any]:
    return (day := draw(st.dates(dt.date(2018, 4, 1), dt.date(2019, 3, 31)))), day.isoformat()


def _month(draw: st.DrawFn, _: Field) -> tuple[Any, Any]:
    return float(month := draw(st.integers(1, 12))), month


def _year(draw: st.DrawFn, _: Field) -> tuple[Any, Any]:
    return float(year := draw(st.integers(2016, 2018))), year


_CODED: Final = {"stage": _stage, "rag": _rag, "choice": _choice, "date": _date, "month": _month, "year": _year}


def _cell(draw: st.DrawFn, field: Field, row: int) -> tuple[Any, Any]:
    """Draw what stands in a cell and what must come of it."""
    if field.kind == "text":
        return (text := f"{WORDS[row]} {row}", text)
    if field.kind == "code":
        return (text := f"X{row:03d}", text)
    if field.kind in _CODED:
        return _CODED[field.kind](draw, field)
    number = draw(st.one_of(st.none(), st.integers(-9_999_999, 0 if field.saving else 9_999_999)))
    return _number(field, number)


def _number(field: Field, number: int | None) -> tuple[float | str | None, int | None]:
    if number is None:
        return None, None
    if field.kind == "percent":
        return f"{number / 100_000:.5f}%", number * 10
    unit = Unit.POUNDS if field.per_unit else Unit.THOUSANDS
    one = unit.pence if field.kind == "money" else 10 ** SCALES["count"]
    return number / 10, number * one // 10


def _signed(dataset: Dataset, fields: list[Field], row: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Return a row with its money negative where it is a risk and positive where it is a mitigation."""
    if not dataset.typed_by:
        return row
    kind = next(value for field, (_, value) in zip(fields, row, strict=True) if field.name == dataset.typed_by)
    sign = -1 if kind == "Risk" else 1
    return [
        (cell and sign * abs(cell), value and sign * abs(value)) if field.kind == "money" else (cell, value)
        for field, (cell, value) in zip(fields, row, strict=True)
    ]


@st.composite
def written(draw: st.DrawFn, dataset: Dataset) -> tuple[list[list[Any]], dict[str, list[Any]]]:
    """Draw a sheet of a dataset and the columns that must come of it."""
    fields = draw(st.permutations(dataset.fields))
    rows = [[_cell(draw, field, row) for field in fields] for row in range(draw(st.integers(2, len(WORDS))))]
    rows = [_signed(dataset, fields, row) for row in rows]
    own = draw(st.booleans())
    header = [field.name_in(YEAR) if own else field.heading_in(YEAR) for field in fields]
    expected = {field.name: [row[place][1] for row in rows] for place, field in enumerate(fields)}
    return [header, *[[cell for cell, _ in row] for row in rows]], expected


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_table_with_its_own_headings_comes_back_cell_by_cell(name, data):
    sheet, expected = data.draw(written(datasets()[name]))
    table = table_of(sheet, OPTIONS)
    assert table.dataset == name
    assert set(table.columns) == set(expected)
    assert table.unused == ()
    assert {field: column(table, field) for field in expected} == expected
    assert len(column(table, "row_order")) == len(sheet) - 1
