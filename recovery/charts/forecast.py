"""The methods of a forecast: one line's side by side, and every line's distance from what is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    BROWN,
    INK,
    LEVEL,
    RULE,
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
    from collections.abc import Mapping, Sequence

RATES: Final = (
    ("straight_line", "Straight line", "circle", BLUE),
    ("budget_phased", "Budget-phased", "diamond-open", BROWN),
    ("last_three_months", "Last three months", "line-ns", LEVEL),
)
ROOM: Final = 0.08
"""Part of the width kept free on each side, so that no marker touches the edge."""


def methods(row: Row, names: Mapping[str, str]) -> go.Figure:
    """Return one line by every method that gives one: a square for the reported, which a line down them all marks.

    `names` are the methods' columns with what they are called, the reported first.  A disc is no worse than the
    reported, a diamond is worse.
    """
    held = [(column, amount(row, column)) for column in names if number(row, column) is not None]
    values = [value for _, value in held]
    reported = values[0]
    worse = [(value < reported) if row["better_when"] == "higher" else (value > reported) for value in values]
    symbols = ["square", *("diamond" if one else "circle" for one in worse[1:])]
    colours = [INK, *(BROWN if one else BLUE for one in worse[1:])]
    dots = go.Scatter(
        x=[thousands(value) for value in values],
        y=list(range(len(held))),
        mode="markers",
        marker={"symbol": symbols, "color": colours, "size": 14},
        hovertemplate=[f"{escape(names[column])}: £{label(value)}k<extra></extra>" for column, value in held],
        showlegend=False,
    )
    line = go.Scatter(
        x=[thousands(reported)] * 2,
        y=[-0.5, len(held) - 0.5],
        mode="lines",
        line={"color": INK, "width": 1, "dash": "dash"},
        hoverinfo="skip",
        showlegend=False,
    )
    rows = row_axis([names[column] for column, _ in held], width=14)
    return framed(
        [line, dots],
        height=rows_height(len(held), 70),
        yaxis=rows | {"showgrid": True, "gridcolor": RULE, "range": [len(held) - 0.5, -0.5], "autorange": None},
        xaxis=money_axis() | {"range": _range(values), "zeroline": False, "showticklabels": False},
        **amount_column([label(value) for value in values]),
    )


def _range(values: Sequence[Any]) -> list[float]:
    low, high = thousands(min(values)), thousands(max(values))
    room = (high - low) * ROOM or max(abs(high) * ROOM, 1.0)
    return [low - room, high + room]


def projections(rows: Sequence[Row]) -> go.Figure:
    """Return, by line, each run rate's distance from the reported forecast, which is the line at nought."""
    held = [row for row in rows if number(row, "reported") is not None]
    traces = [_markers(held, *rate) for rate in RATES]
    names = [text(row, "line") for row in held]
    axis = money_axis("£'000 above the reported forecast ▶") | {"nticks": 5}
    return framed(traces, height=rows_height(len(held), 130), yaxis=row_axis(names) | {"showgrid": True}, xaxis=axis)


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
