"""The register kept in the app as the table that a workbook would have given, for reconciliation."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from recovery.checks.weights import Weights
from recovery.engine import queries
from recovery.money import PENCE_PER_POUND, Unit
from recovery.sources.definitions import dataset_named
from recovery.sources.table import ROW_COLUMNS, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.engine.kept import Register
    from recovery.engine.queries import Asks

DATASET: Final = "schemes"
PLACES: Final = {
    "ref": 0, "scheme": 1, "area": 2, "stage": 3, "rag": 5, "net_value": 6, "lead": 9, "sro": 10, "recurrent_value": 11,
    "full_year_effect": 12, "start_month": 13, "comment": 14,
}  # fmt: skip
"""Where each field of the dataset stands in the answer to `schemes`."""


def kept_table(engine: Asks, register: Register) -> Table:
    """Return the kept register, exact to the penny, as a table of the dataset `schemes`."""
    rows = queries.schemes(engine, register)
    definition = dataset_named(DATASET)
    columns = {field.name: _row_column(field.name, len(rows)) for field in ROW_COLUMNS}
    for field in definition.fields:
        columns[field.name] = _column(
            [row[PLACES[field.name]] for row in rows], is_money=field.is_number, kind=field.kind
        )
    return Table(
        dataset=DATASET,
        file="",
        sheet="",
        rows=pa.table(columns),
        columns={field.name: "" for field in definition.fields},
        quanta={field.name: 1 for field in definition.numbers},
        unit=Unit.POUNDS,
        title=definition.title,
    )


def weights_of(engine: Asks, register: Register) -> Weights:
    """Return the risk weights of a register's day as reconciliation uses them."""
    found = queries.weights_in_force(engine, register)
    return Weights.of_rows((basis, key, percent / 100) for basis, key, percent, _, _ in found)


def _row_column(name: str, size: int) -> pa.Array:
    kind = ROW_COLUMNS.field(name).type
    if name in ("row_order", "source_row"):
        return pa.array(range(size), kind)
    texts = {"kind": "line", "flow": "", "section": "", "source_column": ""}
    return pa.array([texts.get(name)] * size, kind)


def _column(values: Sequence[Any], *, is_money: bool, kind: str) -> pa.Array:
    if is_money:
        return pa.array(
            [None if value is None else int(Decimal(value) * PENCE_PER_POUND) for value in values], pa.int64()
        )
    if kind in {"stage", "month", "year"}:
        return pa.array(values, pa.int64())
    return pa.array([value or "" for value in values], pa.string())
