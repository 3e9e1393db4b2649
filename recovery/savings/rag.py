"""QIPP by RAG: net and risk-adjusted value, in delivery and in the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.measures.printed_tables import printed_table
from recovery.measures.request import Request, Source, column_of
from recovery.reference import rags, stages
from recovery.savings.against_register import with_register_marks
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure

DATASET: Final = "qipp-rag"
IN_DELIVERY: Final = "Schemes in delivery"
NOT_RATED: Final = "Not rated"


def by_rag(request: Request) -> Figure:
    """Return the published summary where there is one, else the register's; re-added, the register's if it is there."""
    register = request.sources.get("schemes")
    if register and (request.computed or DATASET not in request.sources):
        return _from_register(request, register)
    return with_register_marks(request, printed_table(request, DATASET), DATASET)


def _from_register(request: Request, source: Source) -> Figure:
    register = request.register
    first, names = stages()[0].name, [rag.name for rag in rags()]
    if register.is_kept:
        first = register.programme.stages[0].name
        names = [rating.name for rating in register.programme.ratings]
    lines = queries.qipp_rag_from_register(request.engine, register, names)
    total = queries.qipp_rag_total(request.engine, register)
    rows: list[list[Cell]] = [
        [first if in_pipeline else IN_DELIVERY, rag or NOT_RATED, *amounts] for in_pipeline, rag, *amounts in lines
    ]
    return request.figure(
        [column_of(field, request.view) for field in dataset_named(DATASET).fields],
        [*rows, ["Total", "", *total]],
        kinds=[*("line" for _ in rows), "total"],
        used=[source],
    )
