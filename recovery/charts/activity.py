"""Activity by month: bars for what was done, a line for the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import BLUE, INK, framed
from recovery.period import MONTH_NAMES, MONTHS_IN_YEAR
from recovery.rows import Row, amount, number

if TYPE_CHECKING:
    from collections.abc import Sequence


def months(rows: Sequence[Row]) -> go.Figure:
    """Return one measure's twelve months, actual in bars and plan as a line with markers."""
    held = {int(amount(row, "month")): row for row in rows}
    names = [MONTH_NAMES[month - 1][:3] for month in range(1, MONTHS_IN_YEAR + 1)]
    bars = go.Bar(
        x=names,
        y=[_value(held.get(month), "actual") for month in range(1, MONTHS_IN_YEAR + 1)],
        name="Actual",
        marker={"color": BLUE},
        hovertemplate="%{x}: actual %{y:,.0f}<extra></extra>",
    )
    line = go.Scatter(
        x=names,
        y=[_value(held.get(month), "plan") for month in range(1, MONTHS_IN_YEAR + 1)],
        name="Plan",
        mode="lines+markers",
        line={"color": INK, "width": 2},
        marker={"symbol": "circle-open", "size": 8, "line": {"width": 2}},
        hovertemplate="%{x}: plan %{y:,.0f}<extra></extra>",
    )
    return framed(
        [bars, line],
        height=380,
        yaxis={"tickformat": ",.0f", "rangemode": "tozero", "nticks": 6},
        xaxis={"showgrid": False, "tickangle": 0, "tickfont": {"size": 11}},
        bargap=0.35,
    )


def _value(row: Row | None, column: str) -> float | None:
    value = number(row, column)
    return None if value is None else float(value)
