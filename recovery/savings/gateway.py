"""QIPP by stage: the matrix of expenditure areas and gateway stages, targets and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.measures.printed_tables import ShownRow, as_shown, shown_kind
from recovery.measures.request import Request, Source, column_of
from recovery.savings.against_register import with_register_marks
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure

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
    targets = request.sources.get("qipp-targets")
    control_id, targets_id = request.id_of(DATASET), request.id_of("qipp-targets")
    printed = _readded(request, control) if control else []
    label = next((row.cells[0] for row in printed if shown_kind(row.kind, row.flow) == "total"), "Total")
    cells = queries.qipp_gateway_from_register(request.engine, register.id, control_id, targets_id)
    amounts: dict[tuple[int, str, str | None], dict[str, Decimal | None]] = defaultdict(dict)
    for place, kind, area, field, amount in cells:
        amounts[place, kind, area][field] = amount
    rows = [
        ShownRow(place, kind, flow="", added=True, cells=_cells(area if kind == "line" else label, held))
        for (place, kind, area), held in amounts.items()
    ]
    rows += [row for row in printed if row.flow == "memorandum"]
    return request.figure(
        [column_of(field, request.view) for field in dataset_named(DATASET).fields],
        [row.cells for row in rows],
        kinds=[shown_kind(row.kind, row.flow) for row in rows],
        used=[source for source in (register, control, targets) if source],
    )


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
