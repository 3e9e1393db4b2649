"""The QIPP register, scheme by scheme, with what is counted on of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("area", "Expenditure area"),
    Column("stage", "Stage", "number"),
    Column("stage_name", "Stage name"),
    Column("rag", "RAG"),
    Column("net_value", "Net value", "money"),
    Column("risk_weight", "Risk weight %", "percent"),
    Column("risk_adjusted", "Risk-adjusted", "money"),
    Column("lead", "Lead"),
    Column("sro", "SRO"),
    Column("recurrent_value", "Recurrent value", "money"),
    Column("full_year_effect", "Full-year effect", "money"),
    Column("start_month", "Start month", "number"),
    Column("comment", "Comment"),
)


def schemes(request: Request) -> Figure:
    """Return every scheme of the register with its weight and risk-adjusted value."""
    register = request.need("schemes")
    return request.figure(COLUMNS, queries.schemes(request.engine, register.id, request.view), used=[register])
