"""Activity against plan, in the month and to date."""

from __future__ import annotations

from typing import Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.measures.request import Request, actuals_of

COLUMNS: Final = (
    Column("code", "Code"),
    Column("title", "Title"),
    Column("month", "Month", "number"),
    Column("plan", "Plan", "count"),
    Column("actual", "Actual", "count"),
    Column("variance", "Variance (plan less actual)", "count"),
    Column("variance_percent", "Variance %", "percent"),
    Column("ytd_plan", "YTD plan", "count"),
    Column("ytd_actual", "YTD actual", "count"),
    Column("ytd_variance", "YTD variance (plan less actual)", "count"),
)


def activity(request: Request) -> Figure:
    """Return every measure of the activity plan over the year's twelve months; actuals as far as the view's month."""
    plan = request.need("activity-plan")
    rows = queries.activity(request.engine, plan.id, request.view)
    return request.figure(
        COLUMNS, [row[1:] for row in rows], kinds=[row[0] for row in rows], used=[plan, *actuals_of(request)]
    )
