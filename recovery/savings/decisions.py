"""Who decided what and what came of it: approvals, their conditions, and the history of every scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.savings.written import written

if TYPE_CHECKING:
    from recovery.measures.request import Request

APPROVALS: Final = (
    Column("on", "On"),
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("stage", "Stage"),
    Column("approval", "Approval"),
    Column("decision", "Decision"),
    Column("by", "By"),
    Column("evidence", "Evidence or reason"),
    Column("conditions", "Conditions", "number"),
    Column("conditions_open", "Conditions open", "number"),
    Column("case_version", "Version of the case", "number"),
    Column("case_net_value", "Net value of that case", "money"),
    Column("recorded_at", "Recorded at (UTC)"),
    Column("via", "Via"),
    Column("lapsed", "Lapsed"),
)

CONDITIONS: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("approval", "Approval"),
    Column("condition", "Condition"),
    Column("owner", "Owner"),
    Column("due", "Due"),
    Column("met_on", "Met on"),
    Column("state", "State"),
    Column("evidence", "Evidence"),
)

HISTORY: Final = (
    Column("recorded_at", "Recorded at (UTC)"),
    Column("effective_on", "Holds from"),
    Column("ref", "Ref"),
    Column("version", "Version", "number"),
    Column("by", "By"),
    Column("via", "Via"),
    Column("what", "What"),
    Column("field", "Field"),
    Column("before", "Before"),
    Column("after", "After"),
    Column("reason", "Reason"),
)


def approvals(request: Request) -> Figure:
    """Return every decision at a gateway, the newest first, with the version and value of the case it was made on."""
    return _of_events(request, "approvals", APPROVALS)


def conditions(request: Request) -> Figure:
    """Return what approvals were made subject to: those that are not met first, by date."""
    return _of_events(request, "conditions", CONDITIONS)


def history(request: Request) -> Figure:
    """Return everything that happened to every scheme, the newest first, a row for each thing that changed."""
    return _of_events(request, "history", HISTORY)


def _of_events(request: Request, question: str, columns: tuple[Column, ...]) -> Figure:
    rows = queries.about(request.engine, question, request.need_kept())
    return request.figure(columns, [written(row) for row in rows], used=[request.need("schemes")])
