"""The datasets' tables in DuckDB, made from the definitions, and tidy rows in their exact types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from recovery.sources.table import ROW_COLUMNS, SCALES

if TYPE_CHECKING:
    from recovery.sources.definitions import Dataset, Field

PRECISION: Final = 18
SUBMISSION: Final = pa.field("submission", pa.int32())


def create_statement(dataset: Dataset) -> str:
    """Return the statement that makes a dataset's table."""
    columns = [f'"{field.name}" {_sql_type(field.type)}' for field in arrow_schema(dataset)]
    return f'CREATE TABLE "{dataset.table_name}" ({", ".join(columns)})'


def insert_statement(dataset: Dataset, source: str) -> str:
    """Return the statement that takes over rows of `arrow_schema` from `source`, column by column."""
    columns = ", ".join(f'"{name}"' for name in arrow_schema(dataset).names)
    return f'INSERT INTO "{dataset.table_name}" ({columns}) SELECT {columns} FROM {source}'  # noqa: S608 - own names


def arrow_schema(dataset: Dataset) -> pa.Schema:
    """Return the columns of a dataset's table: the submission, the row columns, the fields."""
    fields = [pa.field(field.name, _arrow_type(field)) for field in dataset.fields]
    return pa.schema([SUBMISSION, *ROW_COLUMNS, *fields])


def typed(rows: pa.Table, dataset: Dataset, submission: int) -> pa.Table:
    """Return tidy rows as `arrow_schema` has them, without copying numbers; a field they lack is nil."""
    size = rows.num_rows
    columns = [pa.chunked_array([pa.repeat(pa.scalar(submission, pa.int32()), size)])]
    columns += [_column(rows, field, size) for field in list(arrow_schema(dataset))[1:]]
    return pa.table(columns, schema=arrow_schema(dataset))


def _column(rows: pa.Table, field: pa.Field, size: int) -> pa.ChunkedArray:
    if field.name not in rows.column_names:
        missing = pa.repeat(pa.scalar(""), size) if pa.types.is_string(field.type) else pa.nulls(size, field.type)
        return pa.chunked_array([missing])
    column = rows.column(field.name)
    if pa.types.is_decimal(field.type):  # the same eight bytes, read as hundredths or finer
        return pa.chunked_array([chunk.view(field.type) for chunk in column.chunks], type=field.type)
    return column.cast(field.type)


def _arrow_type(field: Field) -> pa.DataType:
    if field.is_number:
        return pa.decimal64(PRECISION, SCALES[field.kind])
    return pa.int32() if field.kind in {"stage", "month", "year"} else pa.string()


def _sql_type(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision}, {kind.scale})"
    return "INTEGER" if pa.types.is_integer(kind) else "VARCHAR"
