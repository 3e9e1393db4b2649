"""What rows must be before they are kept for good: as their dataset's definition says, and countable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from recovery.errors import RecordError
from recovery.sources.table import ROW_COLUMNS, Table

if TYPE_CHECKING:
    from recovery.sources.definitions import Field

LARGEST: Final = 10**18 - 1
"""The largest scaled number, either side of nought: eighteen digits."""
LARGEST_WHOLE: Final = 2**31 - 1
"""The largest stage, month or year, either side of nought, that a 32-bit integer holds."""


def sound_rows(table: Table) -> pa.Table:
    """Return the rows in the definition's columns and types; a RecordError where they are not of that shape."""
    fields = table.definition.fields
    expected = pa.schema([*ROW_COLUMNS, *(pa.field(field.name, _kept_as(field)) for field in fields)])
    try:
        rows = table.rows.cast(expected)
    except (pa.ArrowInvalid, ValueError) as error:
        raise RecordError(f"The rows of {table.dataset} are not as its definition says.") from error
    for field in fields:
        column = rows.column(field.name)
        if pa.types.is_integer(column.type) and _beyond(column, LARGEST if field.is_number else LARGEST_WHOLE):
            raise RecordError(f"{field.heading} in {table.dataset} holds a number that is too large to be kept.")
    return rows


def _kept_as(field: Field) -> pa.DataType:
    return pa.int64() if field.is_number or field.kind in {"stage", "month", "year"} else pa.string()


def _beyond(column: pa.ChunkedArray, largest: int) -> bool:
    ends = pc.min_max(column).as_py()
    return ends["min"] is not None and (ends["min"] < -largest or ends["max"] > largest)
