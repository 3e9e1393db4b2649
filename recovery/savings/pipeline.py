"""The pipeline: the register's areas by gateway stage at any day, with what is not identified of each target."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.savings.gateway import DATASET, register_rows
from recovery.savings.matrix_columns import matrix_columns

if TYPE_CHECKING:
    from recovery.measures.request import Request, Source

UNIDENTIFIED: Final = Column("unidentified", "Unidentified", "money")
COLUMNS: Final = (
    Column("area", "Expenditure area"),
    Column("target", "Target", "money"),
    Column("identified", "Identified", "money"),
    UNIDENTIFIED,
    Column("over_identified", "Beyond the target", "money"),
)
NOUGHT: Final = Decimal(0)


def pipeline(request: Request) -> Figure:
    """Return the register by area and stage; an area's unidentified saving is never set off by another's surplus."""
    request.need("schemes")
    columns = [*matrix_columns(request.register, request.view), UNIDENTIFIED]
    missing = {row[0]: row[3] for row in _areas(request)}
    rows = [row for _, row in register_rows(request, columns[:-1], label="Total")]
    whole = _total(list(missing.values()))
    return request.figure(
        columns,
        [[*row.cells, missing.get(row.cells[0]) if row.kind == "line" else whole] for row in rows],
        kinds=[row.kind for row in rows],
        used=_used(request),
    )


def unidentified(request: Request) -> Figure:
    """Return each area's target, what is identified for it with the pipeline, and what is not."""
    request.need("schemes")
    rows = _areas(request)
    totals = [_total([row[place] for row in rows]) for place in range(1, len(COLUMNS))]
    return request.figure(
        COLUMNS, [*rows, ["Total", *totals]], kinds=[*("line" for _ in rows), "total"], used=_used(request)
    )


def unidentified_total(request: Request) -> Decimal | None:
    """Return what is not identified over all areas, None where there are no targets."""
    return _total([row[3] for row in _areas(request)])


def _areas(request: Request) -> list[queries.Row]:
    """Return the areas with their amounts; without any target nothing is missing or beyond, so that it is nil."""
    rows = queries.unidentified(request.engine, request.register, request.id_of(DATASET), request.id_of("qipp-targets"))
    has_targets = any(row[1] is not None for row in rows)
    return rows if has_targets else [(*row[:3], None, None) for row in rows]


def _total(amounts: list[Decimal | None]) -> Decimal | None:
    given = [amount for amount in amounts if amount is not None]
    return sum(given, NOUGHT) if given else None


def _used(request: Request) -> list[Source]:
    control = "qipp-targets" if "qipp-targets" in request.sources else DATASET
    return [request.sources[name] for name in ("schemes", control) if name in request.sources]
