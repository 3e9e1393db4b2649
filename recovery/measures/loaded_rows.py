"""The rows of a loaded table by field name, as its source prints them, and how its figures are rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.checks.tolerance import printed_step
from recovery.engine import queries
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.measures.request import Request
    from recovery.rows import Row


def loaded_rows(request: Request, dataset_name: str) -> list[tuple[int, str, Row]]:
    """Return each row's order, kind and cells; nothing where the table is not loaded."""
    source, dataset = request.sources.get(dataset_name), dataset_named(dataset_name)
    names = [field.name for field in dataset.fields]
    rows = queries.reported(request.engine, dataset, source.id) if source else []
    return [(order, kind, dict(zip(names, cells, strict=True))) for order, kind, _, _, *cells in rows]


def rounding_of(request: Request, dataset: str, fields: Iterable[str]) -> int:
    """Return the step in pence by which the figures of a loaded table's fields are rounded."""
    table = request.engine.submission_table(request.need(dataset).id)
    return max(printed_step(table, name) for name in fields)
