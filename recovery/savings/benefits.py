"""What schemes past delivery have realised of the case that was approved at each gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Column, Figure
from recovery.savings.written import written

if TYPE_CHECKING:
    from recovery.measures.request import Request
    from recovery.programme.configuration import Programme

COLUMNS: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("stage", "Stage"),
    Column("status", "Status"),
    Column("approved_on", "Gateway passed on"),
    Column("gateway", "Gateway"),
    Column("case_version", "Version of the case", "number"),
    Column("case_net_value", "Net value of that case", "money"),
    Column("case_full_year_effect", "Full-year effect of that case", "money"),
    Column("actual_to_date", "Realised to date", "money"),
    Column("forecast_year", "Forecast for the year", "money"),
    Column("realised_percent", "Realised %", "percent"),
)
ALL_ACTUALS: Final = "actuals_complete"
"""The checklist's test that tells the stage in which benefits are watched until all are there."""


def benefits(request: Request) -> Figure:
    """Return for schemes past delivery one row for each gateway passed, and one for the case they came in with."""
    register = request.need_kept()
    rows = queries.about(request.engine, "benefits", register, monitored_from=monitored_from(register.programme))
    return request.figure(COLUMNS, [written(row) for row in rows], used=[request.need("schemes")])


def monitored_from(programme: Programme) -> int:
    """Return the first stage whose gateway asks for all actuals: that in which benefits are watched; else the last."""
    stages = [stage.number for stage in programme.stages for item in stage.checklist if item.test == ALL_ACTUALS]
    return min(stages, default=programme.stages[-1].number)
