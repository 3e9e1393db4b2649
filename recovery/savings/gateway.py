"""Savings by stage: the matrix of expenditure areas and gateway stages, targets and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.measures.printed_tables import ShownRow, as_shown, shown_kind
from recovery.measures.request import Request, Source
from recovery.savings.against_register import with_register_marks
from recovery.savings.matrix_columns import matrix_columns
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.figure import Cell, Column, Figure

DATASET: Final = "qipp-gateway"
Amounts = Mapping[str, Decimal | None]


def by_stage(request: Request) -> Figure:
    """Return the published matrix where one is loaded, else the register's; re-added, the register's if it is there."""
    register, control = request.sources.get("schemes"), request.sources.get(DATASET)
    if register and (request.computed or not control):
        return _from_register(request, register, control)
    control = request.need(DATASET)
    shown = as_shown(request, control, dataset_named(DATASET), _readded(request, control))
    return with_register_marks(request, shown, DATASET)


def _from_register(request: Request, register: Source, control: Source | None) -> Figure:
    """Return the register's areas and totals, and below them the control table's memorandum, re-added."""
    targets, columns = request.sources.get("qipp-targets"), matrix_columns(request.register, request.view)
    printed = _readded(request, control) if control else []
    label = next((row.cells[0] for row in printed if shown_kind(row.kind, row.flow) == "total"), "Total")
    rows = [row for _, row in register_rows(request, columns, label=str(label))]
    rows += [_fitted(row, columns) for row in printed if row.flow == "memorandum"]
    return request.figure(
        columns,
        [row.cells for row in rows],
        kinds=[shown_kind(row.kind, row.flow) for row in rows],
        used=[source for source in (register, control, targets) if source],
    )


def register_rows(request: Request, columns: Sequence[Column], *, label: str) -> list[tuple[Amounts, ShownRow]]:
    """Return the register's areas and their total as rows of the matrix, each with its amounts by field."""
    control, targets = request.id_of(DATASET), request.id_of("qipp-targets")
    cells = queries.qipp_gateway_from_register(request.engine, request.register, control, targets)
    amounts: dict[tuple[int, str, str | None], dict[str, Decimal | None]] = defaultdict(dict)
    for place, kind, area, field, amount in cells:
        amounts[place, kind, area][field] = amount
    names = [column.name for column in columns[1:]]
    return [
        (held, ShownRow(place, kind, "", True, [area if kind == "line" else label, *map(held.get, names)]))  # noqa: FBT003
        for (place, kind, area), held in amounts.items()
    ]


def _readded(request: Request, control: Source) -> list[ShownRow]:
    amounts: dict[int, dict[str, Decimal | None]] = defaultdict(dict)
    for row_order, field, amount in queries.qipp_gateway_readded(request.engine, control.id):
        amounts[row_order][field] = amount
    return [
        ShownRow(row_order, kind, flow, added, _cells(area, amounts[row_order]))
        for row_order, kind, flow, added, area in queries.qipp_gateway_rows(request.engine, control.id)
    ]


def _cells(area: Cell, amounts: Amounts) -> list[Cell]:
    return [area, *(amounts.get(field.name) for field in dataset_named(DATASET).numbers)]


def _fitted(row: ShownRow, columns: Sequence[Column]) -> ShownRow:
    """Return a published row under columns that may be of other stages; what has no such column is left out."""
    names = [field.name for field in dataset_named(DATASET).fields]
    held = dict(zip(names, row.cells, strict=True))
    return ShownRow(row.row_order, row.kind, row.flow, row.added, [held.get(column.name) for column in columns])
