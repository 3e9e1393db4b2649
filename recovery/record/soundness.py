"""What rows must be before they are kept for good: as their dataset's definition says, and countable."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from recovery.errors import RecordError
from recovery.sources.definitions import Field
from recovery.sources.table import ROW_COLUMNS, Table

LARGEST: Final = 10**18 - 1
"""The largest scaled number, either side of nought: eighteen digits."""


def sound_rows(table: Table) -> pa.Table:
    """Return the rows in the definition's columns and types; a RecordError where they are not of that shape."""
    fields = table.definition.fields
    expected = pa.schema([*ROW_COLUMNS, *(pa.field(field.name, _kept_as(field)) for field in fields)])
    try:
        rows = table.rows.cast(expected)
    except (pa.ArrowInvalid, ValueError) as error:
        raise RecordError(f"The rows of {table.dataset} are not as its definition says.") from error
    for field in fields:
        if field.is_number and _beyond(rows.column(field.name)):
            raise RecordError(f"{field.heading} in {table.dataset} holds a number of more than eighteen digits.")
    return rows


def _kept_as(field: Field) -> pa.DataType:
    return pa.int64() if field.is_number or field.kind in {"stage", "month", "year"} else pa.string()


def _beyond(column: pa.ChunkedArray) -> bool:
    ends = pc.min_max(column).as_py()
    return ends["min"] is not None and (ends["min"] < -LARGEST or ends["max"] > LARGEST)
