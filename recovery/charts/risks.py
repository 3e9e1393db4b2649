"""Each risk before and after mitigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    BROWN,
    MUTED,
    amount_column,
    escape,
    fav_adv,
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


def net_by_month(rows: Sequence[Row]) -> go.Figure:
    """Return a bar a month for the net risk outside the forecast, adverse ones hatched brown."""
    looks = [fav_adv(amount(row, "net_risk")) for row in rows]
    bars = go.Bar(
        orientation="h",
        y=list(range(len(rows))),
        x=[thousands(amount(row, "net_risk")) for row in rows],
        marker={"color": [colour for colour, _ in looks], "pattern": hatched([shape for _, shape in looks])},
        hovertemplate=[f"{text(row, 'month_name')}: £{label(amount(row, 'net_risk'))}k<extra></extra>" for row in rows],
    )
    return framed(
        [bars],
        height=rows_height(len(rows), 110),
        showlegend=False,
        yaxis=row_axis([text(row, "month_name") for row in rows]),
        xaxis=money_axis(),
        **amount_column([label(amount(row, "net_risk")) for row in rows]),
    )


def _hover(row: Row, column: str, words: str) -> str:
    return f"{escape(text(row, 'risk'))}: £{label(amount(row, column))}k {words}<extra></extra>"
