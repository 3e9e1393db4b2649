"""Each risk before and after mitigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    BROWN,
    MUTED,
    amount_column,
    escape,
    framed,
    hatched,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
)  # fmt: skip
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence


def before_and_after(rows: Sequence[Row]) -> go.Figure:
    """Return a hollow bar for each risk as it stands and a hatched one inside it for what mitigation leaves."""
    held = sorted((row for row in rows if number(row, "total_risk")), key=lambda row: amount(row, "total_risk"))
    places = list(range(len(held)))
    gross = go.Bar(
        orientation="h",
        y=places,
        x=[thousands(amount(row, "total_risk")) for row in held],
        name="Before mitigation",
        marker={"color": "#eef1f3", "line": {"color": MUTED, "width": 1.5}},
        hovertemplate=[_hover(row, "total_risk", "before mitigation") for row in held],
    )
    left = go.Bar(
        orientation="h",
        y=places,
        x=[thousands(amount(row, "mitigated_risk")) for row in held],
        name="After mitigation",
        width=0.45,
        marker={"color": BROWN, "pattern": hatched("/")},
        hovertemplate=[_hover(row, "mitigated_risk", "after mitigation") for row in held],
    )
    reach = min([thousands(amount(row, "total_risk")) for row in held], default=-1.0) * 1.03
    return framed(
        [gross, left],
        height=rows_height(len(held), 120),
        barmode="overlay",
        yaxis=row_axis([text(row, "risk") for row in held], width=24),
        xaxis=money_axis() | {"range": [reach, 0]},
        **amount_column([label(amount(row, "total_risk")) for row in held]),
    )


def _hover(row: Row, column: str, words: str) -> str:
    return f"{escape(text(row, 'risk'))}: £{label(amount(row, column))}k {words}<extra></extra>"
