"""How what is counted on moves with the weights, against the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    INK,
    amount_column,
    escape,
    framed,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
)  # fmt: skip
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = 1.05
"""How far the axis goes past the longest bar."""


def sensitivity(rows: Sequence[Row]) -> go.Figure:
    """Return a bar a case for the risk-adjusted value, and a line down them all at the target."""
    held = [row for row in rows if number(row, "risk_adjusted") is not None]
    bars = go.Bar(
        orientation="h",
        y=list(range(len(held))),
        x=[thousands(amount(row, "risk_adjusted")) for row in held],
        name="Counted on",
        marker={"color": BLUE},
        hovertemplate=[
            f"{escape(text(row, 'case'))}: £{label(amount(row, 'risk_adjusted'))}k counted on<extra></extra>"
            for row in held
        ],
    )
    target = next((thousands(amount(row, "target")) for row in held if number(row, "target") is not None), None)
    traces = [bars] if target is None else [bars, _line(target, len(held))]
    reach = max([target or 0, *(thousands(amount(row, "risk_adjusted")) for row in held)]) * ROOM
    return framed(
        traces,
        height=rows_height(len(held), 120),
        yaxis=row_axis([text(row, "case") for row in held], width=24)
        | {"range": [len(held) - 0.5, -0.5], "autorange": None},
        xaxis=money_axis() | {"range": [0, reach or 1]},
        bargap=0.4,
        **amount_column([label(amount(row, "risk_adjusted")) for row in held]),
    )


def _line(target: float, rows: int) -> go.Scatter:
    return go.Scatter(
        x=[target, target],
        y=[-0.5, rows - 0.5],
        mode="lines",
        name="Target",
        line={"color": INK, "width": 2, "dash": "dash"},
        hovertemplate=f"Target £{target:,.0f}k<extra></extra>",
    )
