"""Figures that show an input table: as printed, or with every variance, percentage and total re-added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.engine import queries
from recovery.figure import Cell, Figure, Mark
from recovery.measures.request import Request, Source, column_of
from recovery.sources.definitions import Dataset, dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True)
class ShownRow:
    """A row of an input table: `added` where the source lacks it, cells in the order of the definition's fields."""

    row_order: int
    kind: str
    flow: str
    added: bool
    cells: Sequence[Cell]


def printed_table(request: Request, dataset_name: str) -> Figure:
    """Return an input table as a figure."""
    source, dataset = request.need(dataset_name), dataset_named(dataset_name)
    rows = [_row(row) for row in queries.readded(request.engine, dataset, source.id)]
    return as_shown(request, source, dataset, rows)


def as_shown(request: Request, source: Source, dataset: Dataset, readded: Sequence[ShownRow]) -> Figure:
    """Return a table's figure from its re-added rows: with what the source prints in their place unless re-added."""
    rows = _in_their_place(request, source, dataset, readded)
    return request.figure(
        [column_of(field, request.view) for field in dataset.fields],
        [row.cells for row in rows],
        kinds=[shown_kind(row.kind, row.flow) for row in rows],
        flows=[row.flow for row in rows] if dataset.flows else (),
        marks={} if request.computed else marks_of(request, source, dataset, [row.row_order for row in rows]),
        used=[source],
    )


def shown_rows(request: Request, dataset_name: str) -> list[ShownRow]:
    """Return an input table's rows with kind and flow: as printed, or as re-added where the request is for that."""
    source, dataset = request.need(dataset_name), dataset_named(dataset_name)
    rows = [_row(row) for row in queries.readded(request.engine, dataset, source.id)]
    return list(_in_their_place(request, source, dataset, rows))


def _in_their_place(
    request: Request, source: Source, dataset: Dataset, readded: Sequence[ShownRow]
) -> Sequence[ShownRow]:
    if request.computed:
        return readded
    printed = {row[0]: row[4:] for row in queries.reported(request.engine, dataset, source.id)}
    return [_as_printed(row, printed.get(row.row_order), dataset, source) for row in readded]


def shown_kind(kind: str, flow: str) -> str:
    """Return the kind a row has in a figure: a memorandum's lines and totals are told apart from the others."""
    if flow != "memorandum":
        return kind
    return "memo_total" if kind == "total" else "memo"


def marks_of(
    request: Request,
    source: Source,
    dataset: Dataset,
    row_orders: Iterable[int],
    columns: Mapping[str, str] | None = None,
) -> dict[tuple[int, str], Mark]:
    """Return the marks of a submission's printed cells by row number and column; `columns` renames fields."""
    names = columns or {field.name: field.name_in(request.view.year) for field in dataset.fields}
    numbers = {order: number for number, order in enumerate(row_orders)}
    return {
        (numbers[order], names[field]): Mark(printed, computed, severity)
        for order, field, printed, computed, severity in queries.marks(request.engine, source.id)
        if order in numbers and field in names
    }


def _row(row: queries.Row) -> ShownRow:
    row_order, kind, flow, added, *cells = row
    return ShownRow(row_order, kind, flow, added, cells)


def _as_printed(row: ShownRow, printed: Sequence[Cell] | None, dataset: Dataset, source: Source) -> ShownRow:
    """Return the row with the cells the source prints; a column that it does not have keeps the re-added figures."""
    if printed is None:
        return row
    cells = [
        own if field.name in source.fields or not field.is_number else readded
        for field, own, readded in zip(dataset.fields, printed, row.cells, strict=True)
    ]
    return ShownRow(row.row_order, row.kind, row.flow, row.added, cells)
