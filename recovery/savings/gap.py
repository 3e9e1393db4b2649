"""The QIPP gap: target, identified and risk-adjusted, and what is missing between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.checks.weights import stage_of_status
from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.figure import Column, Figure
from recovery.measures.request import Request, nothing
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

COLUMNS: Final = (Column("measure", "Measure"), Column("value", "Value", "money"))
BY_RAG, BY_STAGE, REGISTER, TARGETS = "qipp-rag", "qipp-gateway", "schemes", "qipp-targets"


def gap(request: Request) -> Figure:
    """Return the gap in its parts: from the published summaries where they are loaded, re-added from the register."""
    if not request.sources.keys() & {BY_RAG, BY_STAGE, REGISTER}:
        raise NothingLoaded(nothing(request.title, (REGISTER, BY_RAG), request.view))
    from_register = request.computed and REGISTER in request.sources
    sources = {
        "by_rag": None if from_register else request.id_of(BY_RAG),
        "by_stage": None if from_register else request.id_of(BY_STAGE),
        "control": request.id_of(BY_STAGE),
        "targets": request.id_of(TARGETS),
    }
    found = queries.qipp_gap(request.engine, request.register, sources, _pipeline_statuses(request))
    used = [request.sources[name] for name in _used(request, from_register=from_register) if name in request.sources]
    return request.figure(COLUMNS, _measures(*found), used=used)


def _used(request: Request, *, from_register: bool) -> set[str]:
    """Return the tables that the figure is built from: for values (the register for risk) and targets."""
    targets = {TARGETS} if TARGETS in request.sources else {BY_STAGE}
    if from_register:
        return {REGISTER} | targets
    return ({BY_RAG} if BY_RAG in request.sources else {BY_STAGE, REGISTER}) | targets


def _measures(
    target: Decimal | None, identified: Decimal | None, past_pipeline: Decimal | None, risk_adjusted: Decimal | None
) -> Sequence[tuple[str, Decimal | None]]:
    return (
        ("target", target),
        ("identified", identified),
        ("identified_excluding_pipeline", past_pipeline),
        ("risk_adjusted", risk_adjusted),
        ("risk_adjusted_gap", _less(identified, risk_adjusted)),
        ("gap_excluding_pipeline", _less(target, past_pipeline)),
        ("gap_including_pipeline", _less(target, identified)),
        ("risk_adjusted_gap_to_target", _less(target, risk_adjusted)),
    )


def _less(amount: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if amount is None or other is None else amount - other


def _pipeline_statuses(request: Request) -> list[str]:
    """Return the statuses of the published summary by RAG that speak of the pipeline."""
    source = request.sources.get(BY_RAG)
    rows = queries.reported(request.engine, dataset_named(BY_RAG), source.id) if source else []
    return sorted({row[4] for row in rows if stage_of_status(row[4])})
