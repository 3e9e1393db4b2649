"""The forecast outturn beside what the rates so far come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.measures.printed_tables import marks_of
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("line", "Line"),
    Column("reported", "Reported forecast", "money"),
    Column("straight_line", "Straight-line", "money"),
    Column("budget_phased", "Budget-phased", "money"),
    Column("required_monthly_run_rate", "Required monthly run rate", "money"),
    Column("ytd_monthly_run_rate", "YTD monthly run rate", "money"),
)


def forecast(request: Request) -> Figure:
    """Return each line's forecast as reported and at the rates so far, totals and net position from the lines."""
    source = request.need("position")
    month = request.view.month if source.month is None else source.month
    rows = queries.forecast(request.engine, source.id, month)
    orders, names = [row[0] for row in rows], {"forecast_outturn": "reported"}
    return request.figure(
        COLUMNS,
        [_cells(row, computed=request.computed) for row in rows],
        kinds=[row[1] for row in rows],
        marks={} if request.computed else marks_of(request, source, dataset_named("position"), orders, names),
        used=[source],
    )


def _cells(row: queries.Row, *, computed: bool) -> list[Cell]:
    _, _, _, _, line, reported, from_lines, *rates = row
    return [line, from_lines if computed else reported, *rates]
