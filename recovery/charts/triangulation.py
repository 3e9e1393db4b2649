"""What each table says of an area's savings, side by side: a dot a table, each with a shape of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    BROWN,
    INK,
    LEVEL,
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
    from collections.abc import Collection, Mapping, Sequence

LOOKS: Final = {
    "budget_qipp": ("square-open", BLUE, 17),
    "target": ("line-ns-open", INK, 22),
    "identified": ("circle-open", BLUE, 13),
    "risk_adjusted": ("circle", BLUE, 8),
    "delivered_ytd": ("triangle-right", LEVEL, 11),
    "activity_value": ("diamond-open", BROWN, 13),
}
"""The shape, colour and size of each column; where they agree they stand inside one another and all stay visible."""
SPAN: Final = "#c8d3da"
ROOM: Final = 1.06
"""How far the axis goes past the largest amount."""


def triangulated(rows: Sequence[Row], names: Mapping[str, str], agreeing: Collection[str]) -> go.Figure:
    """Return a row an area with a dot for each column of `names` (column to what it is called), in £'000.

    A line reaches over the `agreeing` columns, those that should say the same.
    """
    held = {name: title for name, title in names.items() if any(number(row, name) is not None for row in rows)}
    amounts = [thousands(amount(row, name)) for row in rows for name in held]
    low, high = min([0.0, *amounts]), max([0.0, *amounts])
    return framed(
        [_spans(rows, agreeing), *(_dots(rows, name, title) for name, title in held.items())],
        height=rows_height(len(rows), 150),
        yaxis=row_axis([text(row, "area") for row in rows], width=16)
        | {"autorange": None, "range": [len(rows) - 0.5, -0.5]},
        xaxis=money_axis() | {"range": [low * ROOM - high * 0.03, (high or 1) * ROOM]},
        legend={"itemwidth": 30, "font": {"size": 13}},
    )


def _dots(rows: Sequence[Row], name: str, title: str) -> Any:  # noqa: ANN401 - plotly's own trace
    shape, colour, size = LOOKS[name]
    held = [(place, row) for place, row in enumerate(rows) if number(row, name) is not None]
    return go.Scatter(
        mode="markers",
        name=title,
        x=[thousands(amount(row, name)) for _, row in held],
        y=[place for place, _ in held],
        marker={"symbol": shape, "color": colour, "size": size, "line": {"width": 2.5, "color": colour}},
        cliponaxis=False,
        hovertemplate=[
            f"{escape(text(row, 'area'))}: {title.lower()} £{label(amount(row, name))}k<extra></extra>"
            for _, row in held
        ],
    )


def _spans(rows: Sequence[Row], names: Collection[str]) -> Any:  # noqa: ANN401 - plotly's own trace
    """Return a line from the least to the most that the tables say of an area that should agree on it."""
    x: list[float | None] = []
    y: list[int | None] = []
    for place, row in enumerate(rows):
        amounts = [thousands(amount(row, name)) for name in names if number(row, name) is not None]
        if amounts:
            x += [min(amounts), max(amounts), None]
            y += [place, place, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": SPAN, "width": 5}, hoverinfo="skip", showlegend=False)
