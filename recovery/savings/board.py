"""The board: where every scheme stands, what it waits for, and which were taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.savings.written import written

if TYPE_CHECKING:
    from recovery.measures.request import Request

BOARD: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("area", "Expenditure area"),
    Column("workstream", "Workstream"),
    Column("lead", "Lead"),
    Column("stage", "Stage", "number"),
    Column("stage_name", "Stage name"),
    Column("status", "Status"),
    Column("net_value", "Net value", "money"),
    Column("rag", "RAG"),
    Column("days_in_stage", "Days in stage", "number"),
    Column("norm_days", "Norm, days", "number"),
    Column("ageing", "Ageing"),
    Column("overdue_milestones", "Overdue milestones", "number"),
    Column("next_milestone", "Next milestone"),
    Column("waiting_for", "Waiting for"),
    Column("stands_in_the_way", "Stands in the way"),
)

WAITING: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("area", "Expenditure area"),
    Column("stage", "Stage"),
    Column("approval", "Approval"),
    Column("approval_key", "Approval key"),
    Column("given_by", "Given by"),
    Column("net_value", "Net value", "money"),
    Column("days_in_stage", "Days in stage", "number"),
    Column("norm_days", "Norm, days", "number"),
    Column("stands_in_the_way", "Stands in the way"),
)

WITHDRAWN: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("area", "Expenditure area"),
    Column("stage", "Stage"),
    Column("net_value", "Net value", "money"),
    Column("withdrawn_on", "Withdrawn on"),
    Column("by", "By"),
    Column("reason", "Reason"),
)


def board(request: Request) -> Figure:
    """Return every kept scheme that is not withdrawn, by stage, with its rating, its age and what stands in its way."""
    return _of_kept(request, "board", BOARD)


def waiting(request: Request) -> Figure:
    """Return every approval that a live scheme waits for, the most overdue scheme first."""
    return _of_kept(request, "waiting", WAITING)


def withdrawn(request: Request) -> Figure:
    """Return the schemes that have been taken out of the programme; they are in no total."""
    return _of_kept(request, "withdrawn", WITHDRAWN)


def _of_kept(request: Request, question: str, columns: tuple[Column, ...]) -> Figure:
    rows = queries.about(request.engine, question, request.need_kept())
    return request.figure(columns, [written(row) for row in rows], used=[request.need("schemes")])
