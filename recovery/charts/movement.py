"""What moved since last month: each line's variance then and now, joined by a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    BROWN,
    MUTED,
    amount_column,
    both_ways,
    escape,
    framed,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.movement import Movement


def movements(lines: Sequence[Movement], before: str, now: str) -> go.Figure:
    """Return a hollow ring for last month and a filled marker for this: a disc if favourable, a diamond if adverse."""
    rows = list(range(len(lines)))
    links = go.Scatter(
        x=[value for line in lines for value in (thousands(line.before), thousands(line.now), None)],
        y=[value for row in rows for value in (row, row, None)],
        mode="lines",
        line={"color": MUTED, "width": 2},
        hoverinfo="skip",
        showlegend=False,
    )
    then = go.Scatter(
        x=[thousands(line.before) for line in lines],
        y=rows,
        mode="markers",
        name=escape(before),
        marker={"symbol": "circle-open", "size": 12, "color": MUTED, "line": {"width": 2}},
        hovertemplate=[f"{escape(line.line)}, {before}: £{label(line.before)}k<extra></extra>" for line in lines],
    )
    current = go.Scatter(
        x=[thousands(line.now) for line in lines],
        y=rows,
        mode="markers",
        name=escape(now),
        marker={
            "symbol": ["diamond" if line.now < 0 else "circle" for line in lines],
            "size": 13,
            "color": [BROWN if line.now < 0 else BLUE for line in lines],
        },
        hovertemplate=[f"{escape(line.line)}, {now}: £{label(line.now)}k<extra></extra>" for line in lines],
    )
    reach = max([abs(thousands(value)) for line in lines for value in (line.before, line.now)], default=1.0) * 1.1
    axis = money_axis("£'000   ◀ adverse  |  favourable ▶") | both_ways(reach)
    names, column = [line.line for line in lines], amount_column([label(line.now) for line in lines])
    return framed(
        [links, then, current], height=rows_height(len(lines), 120), yaxis=row_axis(names), xaxis=axis, **column
    )
