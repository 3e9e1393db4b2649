"""Where a number comes from: value, submission, file and its SHA-256, sheet, cell."""

from __future__ import annotations

import dataclasses
from typing import Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.measures.request import Request, all_behind
from recovery.sources.definitions import dataset_named, datasets

COLUMNS: Final = (
    Column("dataset", "Table"),
    Column("row_order", "Row number", "number"),
    Column("row", "Row"),
    Column("column", "Column"),
    Column("value", "Value", "mixed"),
    Column("submission", "Submission", "number"),
    Column("file", "File"),
    Column("sha256", "SHA-256"),
    Column("sheet", "Sheet"),
    Column("cell", "Cell"),
)


def trail(request: Request) -> Figure:
    """Return every number of the tables behind a view with its way back to a cell; `kinds` are the amounts' kinds."""
    used = all_behind(request)
    submissions_of = {
        dataset.table_name: [source.id for source in used if source.dataset == name]
        for name, dataset in datasets().items()
    }
    rows = queries.trail(request.engine, submissions_of)
    kinds = [dataset_named(row[0]).field_named(row[3]).kind for row in rows]
    return request.figure(COLUMNS, rows, kinds=kinds, used=used)


def trail_of_row(request: Request, dataset: str, row: str) -> Figure:
    """Return where the numbers of one row of one table come from, without asking after any other table."""
    source = request.need(dataset)
    tables = {definition.table_name: [source.id] if name == dataset else [] for name, definition in datasets().items()}
    rows = [found for found in queries.trail(request.engine, tables) if found[2] == row]
    field = dataset_named(dataset).field_named
    return request.figure(COLUMNS, rows, kinds=[field(found[3]).kind for found in rows], used=[source])


def trail_of(figure: Figure, dataset: str, row_order: int, field: str) -> Figure:
    """Return the one row of a trail that leads back from one number of a table."""
    chosen = [
        number
        for number, row in enumerate(figure.records())
        if (row["dataset"], row["row_order"], row["column"]) == (dataset, row_order, field)
    ]
    return dataclasses.replace(
        figure,
        rows=tuple(figure.rows[number] for number in chosen),
        kinds=tuple(figure.kinds[number] for number in chosen),
    )
