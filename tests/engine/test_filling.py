"""What is appended to the record comes out of the engine cell for cell."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.engine import Engine
from recovery.engine.dataset_tables import arrow_schema, create_statement, typed
from recovery.record import Record
from recovery.record.soundness import LARGEST
from recovery.reference import risk_weights, stages
from recovery.sources.definitions import Dataset, Field, datasets
from recovery.sources.table import ROW_COLUMNS, SCALES, Table
from tests.record.building import DIFFERENCE, NOTICE, actuals, load, position, targets

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBERS = st.none() | st.integers(-LARGEST, LARGEST)
SMALL = st.none() | st.integers(0, 2_000)
TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12)
FEW = settings(max_examples=30, deadline=None)


def _field_values(field: Field) -> st.SearchStrategy[Any]:
    if field.is_number:
        return NUMBERS
    return SMALL if field.kind in {"stage", "month", "year"} else TEXTS


@st.composite
def tables(draw: st.DrawFn, names: Sequence[str] = tuple(datasets())) -> Table:
    """Draw a table of any dataset with any cells at all."""
    dataset = datasets()[draw(st.sampled_from(names))]
    size = draw(st.integers(0, 5))

    def column(values: st.SearchStrategy[Any], kind: pa.DataType) -> pa.Array:
        return pa.array(draw(st.lists(values, min_size=size, max_size=size)), kind)

    columns = {
        field.name: column(TEXTS if pa.types.is_string(field.type) else SMALL, field.type) for field in ROW_COLUMNS
    }
    for field in dataset.fields:
        text = not field.is_number and field.kind not in {"stage", "month", "year"}
        columns[field.name] = column(_field_values(field), pa.string() if text else pa.int64())
    month = draw(st.none() | st.integers(1, 12))
    return Table(dataset.name, "made.xlsx", draw(TEXTS), pa.table(columns), {"x": "A"}, {"x": 5}, month=month)


def _expected(table: Table, submission: int) -> list[tuple[Any, ...]]:
    kinds = {field.name: field.kind for field in table.definition.numbers}

    def cell(name: str, value: Any) -> Any:
        return Decimal(value).scaleb(-SCALES[kinds[name]]) if name in kinds and value is not None else value

    return [(submission, *(cell(name, value) for name, value in row.items())) for row in table.rows.to_pylist()]


def _rows(engine: Engine, dataset: Dataset, submission: int) -> list[tuple[Any, ...]]:
    return engine._rows(f'SELECT * FROM "{dataset.table_name}" WHERE submission = $id', {"id": submission})  # noqa: S608


def _everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    names = engine._rows("SELECT table_name FROM duckdb_tables() ORDER BY ALL", {})
    return {name: engine._rows(f'SELECT * FROM "{name}" ORDER BY ALL', {}) for (name,) in names}  # noqa: S608


@FEW
@given(st.lists(tables(), min_size=1, max_size=4))
def test_what_is_appended_comes_back_cell_for_cell(given_tables: list[Table]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(str(Path(folder) / "record.sqlite"))
        receipt = record.append(load(*given_tables))
        engine = Engine(record)
        for table, number in zip(given_tables, receipt.submission_ids, strict=True):
            assert _rows(engine, table.definition, number) == _expected(table, number)
            assert engine.submission_table(number).rows.equals(table.rows)
        record.close()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(tables(("position", "activity-actuals", "schemes")), st.booleans()), max_size=6))
def test_however_often_it_catches_up_a_followed_engine_is_a_rebuilt_one(
    loads: list[tuple[Table, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(str(Path(folder) / "record.sqlite"))
        followed = Engine(record)
        for table, catches_up in loads:
            record.append(load(table, findings=[[DIFFERENCE]]))
            if catches_up:
                followed.catch_up()
        assert followed.catch_up() == len(loads)
        everything = _everything(followed)
        assert everything == _everything(Engine(record))
        assert len(everything["submission"]) == len(loads)
        record.close()


def test_a_submission_keeps_where_it_came_from(tmp_path: Path) -> None:
    record = Record(str(tmp_path / "record.sqlite"))
    record.append(load(position(), month=3, illustrative=True))
    (entry,) = record.submissions_since(0)
    (row,) = Engine(record)._rows(
        "SELECT id, change, load, organisation, organisation_name, year, month, dataset, file_name, sha256, sheet, "
        "unit, title, row_count, illustrative, loaded_by, loaded_at, quanta->>'ytd_actual' FROM submission",
        {},
    )
    assert row[:-2] == (
        1, 1, 1, "06H", "A commissioner", 2018, 3, "position", "made.xlsx", entry.sha256, "made", "thousands",
        "Position", 2, True, "analyst",
    )  # fmt: skip
    assert row[-2].replace(tzinfo=dt.UTC) == entry.loaded_at
    assert row[-1] == "100000"


def test_findings_come_with_their_difference(tmp_path: Path) -> None:
    missing = replace(DIFFERENCE, printed=None, row_order=None)
    record = Record(str(tmp_path / "record.sqlite"))
    record.append(load(position(), targets(), findings=[[DIFFERENCE], [missing]], problems=[NOTICE]))
    rows = Engine(record)._rows("SELECT submission, row_order, printed, computed, difference FROM finding", {})
    assert rows == [(1, 0, Decimal(-8000), Decimal(-7000), Decimal(-1000)), (2, None, None, Decimal(-7000), None)]


def test_the_reference_data_is_there_from_the_start(tmp_path: Path) -> None:
    engine = Engine(Record(str(tmp_path / "record.sqlite")))
    assert engine._rows("SELECT * FROM stage ORDER BY number", {}) == [(entry.number, entry.name) for entry in stages()]
    weights = engine._rows("SELECT organisation, programme, effective_from, basis, key, weight FROM risk_weight", {})
    assert weights == [
        ("", entry.programme, entry.effective_from, entry.basis, entry.key, entry.weight) for entry in risk_weights()
    ]
    assert engine._rows("SELECT name FROM dataset", {}) == [(name,) for name in datasets()]


def test_every_dataset_has_a_table_with_exact_numbers() -> None:
    for dataset in datasets().values():
        assert "DOUBLE" not in create_statement(dataset)
        assert arrow_schema(dataset).names == ["submission", *ROW_COLUMNS.names, *(f.name for f in dataset.fields)]


def test_a_field_that_older_rows_lack_is_nil() -> None:
    dataset = datasets()["position"]
    older = position().rows.drop_columns(["forecast_variance", "line"])
    assert typed(older, dataset, 7)["forecast_variance"].to_pylist() == [None, None]
    assert typed(older, dataset, 7)["line"].to_pylist() == ["", ""]


def test_the_newest_word_on_a_months_activity_holds(tmp_path: Path) -> None:
    record = Record(str(tmp_path / "record.sqlite"))
    record.append(load(actuals(2, [100_0000, 110_0000])))
    record.append(load(actuals(3, [None, 111_0000, 120_0000])))
    record.append(load(actuals(3, [999_0000]), organisation="07K"))
    rows = Engine(record)._rows(
        "SELECT month, actual, submission FROM activity_actuals_current WHERE organisation = '06H' ORDER BY month", {}
    )
    assert rows == [(1, Decimal(1_000_000), 1), (2, Decimal(1_110_000), 2), (3, Decimal(1_200_000), 2)]
