"""Two run rates beside the reported forecast: how far each line would end from what is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from recovery.charts.style import BLUE, BROWN, escape, framed, label, money_axis, row_axis, rows_height, thousands
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

RATES = (("straight_line", "Straight line", "circle", BLUE), ("budget_phased", "Budget-phased", "diamond-open", BROWN))


def projections(rows: Sequence[Row]) -> go.Figure:
    """Return, by line, each projection's distance from the reported forecast, which is the line at nought."""
    held = [row for row in rows if number(row, "reported") is not None]
    traces = [_markers(held, *rate) for rate in RATES]
    names = [text(row, "line") for row in held]
    axis = money_axis("£'000 above the reported forecast ▶") | {"nticks": 5}
    return framed(traces, height=rows_height(len(held), 120), yaxis=row_axis(names) | {"showgrid": True}, xaxis=axis)


def _markers(rows: Sequence[Row], column: str, name: str, symbol: str, colour: str) -> Any:  # noqa: ANN401 - a trace
    places = [(place, row) for place, row in enumerate(rows) if number(row, column) is not None]
    return go.Scatter(
        x=[thousands(amount(row, column) - amount(row, "reported")) for _, row in places],
        y=[place for place, _ in places],
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 2, "color": colour}},
        hovertemplate=[
            f"{escape(text(row, 'line'))}<br>{name} £{label(amount(row, column))}k<br>"
            f"reported £{label(amount(row, 'reported'))}k<extra></extra>"
            for _, row in places
        ],
    )
