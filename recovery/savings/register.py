"""The scheme register, scheme by scheme, with what is counted on of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.savings.written import written

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
    Column("status", "Status"),
    Column("workstream", "Workstream"),
    Column("clinical_lead", "Clinical lead"),
    Column("gross_saving", "Gross saving", "money"),
    Column("investment", "Investment", "money"),
    Column("non_recurrent_value", "Non-recurrent value", "money"),
    Column("start_on", "Start"),
    Column("end_on", "End"),
    Column("entered_stage_on", "In this stage since"),
    Column("days_in_stage", "Days in stage", "number"),
    Column("rag_computed", "RAG computed"),
    Column("rag_overridden_reason", "Reason for setting the RAG by hand"),
)


def schemes(request: Request) -> Figure:
    """Return every scheme of the register with its weight and risk-adjusted value."""
    source = request.need("schemes")
    rows = queries.schemes(request.engine, request.register)
    return request.figure(COLUMNS, [written(row) for row in rows], used=[source])
