"""Tidy tables written down in a test: figures as printed, in the table's unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pyarrow as pa

from recovery.money import Unit
from recovery.sources.definitions import Field, dataset_named
from recovery.sources.table import ROW_COLUMNS, SCALES, Table

Row = Mapping[str, object]
_DEFAULTS = {"kind": "line", "flow": "", "section": "", "source_column": ""}


def table(
    dataset: str,
    rows: Sequence[Row],
    *,
    unit: Unit = Unit.THOUSANDS,
    steps: Mapping[str, str] | None = None,
    month: int | None = None,
) -> Table:
    """Return a Table of `rows`: field -> printed figure (a str or int), besides kind, flow, parent, parts (from, to).

    `steps` gives a field's printed rounding step in the table's unit; 1 where it is not named.
    """
    definition = dataset_named(dataset)
    given = {name for row in rows for name in row}
    columns = {name: _row_column(name, rows) for name in ROW_COLUMNS.names}
    columns |= {field.name: _column(field, rows, unit) for field in definition.fields}
    return Table(
        dataset=dataset,
        file="made.xlsx",
        sheet="made",
        rows=pa.table(columns),
        columns={field.name: "A" for field in definition.fields if field.name in given},
        quanta={
            field.name: scaled((steps or {}).get(field.name, "1"), field.kind, unit)
            for field in definition.numbers
            if field.name in given
        },
        unit=unit,
        month=month,
    )


def scaled(value: object, kind: str, unit: Unit) -> int:
    """Return a printed figure as the tidy table keeps it."""
    factor = unit.pence if kind == "money" else 10 ** SCALES[kind]
    exact = Decimal(str(value)) * factor
    assert exact == int(exact)
    return int(exact)


def _row_column(name: str, rows: Sequence[Row]) -> pa.Array:
    if name in ("row_order", "source_row"):
        values: list[object] = [number + (name == "source_row") for number in range(len(rows))]
    elif name in ("parts_from", "parts_to"):
        values = [row["parts"][name == "parts_to"] if "parts" in row else None for row in rows]  # type: ignore[index]
    else:
        values = [row.get(name, _DEFAULTS.get(name)) for row in rows]
    return pa.array(values, ROW_COLUMNS.field(name).type)


def _column(field: Field, rows: Sequence[Row], unit: Unit) -> pa.Array:
    values = [row.get(field.name) for row in rows]
    if field.is_number:
        return pa.array(
            [None if value in (None, "") else scaled(value, field.kind, unit) for value in values], pa.int64()
        )
    if field.kind in ("stage", "month", "year"):
        return pa.array(values, pa.int64())
    return pa.array([value or "" for value in values], pa.string())
