"""How each scheme is rated: its five parts, the composite, what was reported or set by hand, and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.measures.rating_words import in_ratings
from recovery.savings.written import written

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("stage", "Stage"),
    Column("milestones", "Milestones"),
    Column("finance", "Finance"),
    Column("kpis", "KPIs"),
    Column("risks", "Risks"),
    Column("quality", "Quality"),
    Column("computed", "Computed"),
    Column("reported", "Reported"),
    Column("override", "Set by hand"),
    Column("override_reason", "Reason"),
    Column("rag", "RAG"),
    Column("why", "Rule of the part that decides"),
)


def ratings(request: Request) -> Figure:
    """Return every kept scheme's ratings; the worst of the parts that can be rated is the computed one."""
    rows = queries.about(request.engine, "ratings", request.need_kept())
    programme = request.register.programme
    shown = [[*row[:3], *row[3], *row[4:-1], in_ratings(row[-1], programme)] for row in rows]
    return request.figure(COLUMNS, [written(row) for row in shown], used=[request.need("schemes")])
