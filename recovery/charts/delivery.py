"""Savings by month: a line for the plan, bars for what is delivered, outlined bars for what is forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import BLUE, INK, LEVEL, MUTED, framed, label, thousands
from recovery.period import MONTH_NAMES
from recovery.rows import Row, amount, number

if TYPE_CHECKING:
    from collections.abc import Sequence

ACTUAL: Final = {"color": BLUE}
FORECAST: Final = {"color": "#ffffff", "line": {"color": LEVEL, "width": 1.5}}


def months(rows: Sequence[Row], until: int, *, cumulative: bool = False) -> go.Figure:
    """Return the year by month: actual up to month `until`, forecast after it; `cumulative` adds the months up."""
    before = "cumulative_" if cumulative else ""
    done = [row for row in rows if amount(row, "month") <= until]
    ahead = [row for row in rows if amount(row, "month") > until]
    plan = go.Scatter(
        x=_names(rows),
        y=[thousands(amount(row, f"{before}plan")) for row in rows],
        name="Plan",
        mode="lines+markers",
        line={"color": INK, "width": 2},
        marker={"symbol": "circle-open", "size": 8, "line": {"width": 2}},
        hovertemplate=_hovers(rows, f"{before}plan", "plan"),
    )
    traces = [
        _bars(done, f"{before}actual", "Delivered", ACTUAL),
        _bars(ahead, f"{before}forecast", "Forecast", FORECAST),
    ]
    return framed(
        [*traces, plan],
        height=380,
        barmode="overlay",
        bargap=0.35,
        xaxis={
            "showgrid": False, "tickangle": 0, "tickfont": {"size": 11}, "categoryorder": "array",
            "categoryarray": [name[:3] for name in MONTH_NAMES],
        },
        yaxis={
            "tickformat": "(,.0f", "rangemode": "tozero", "nticks": 6,
            "title": {"text": "£'000", "font": {"size": 13, "color": MUTED}},
        },
    )  # fmt: skip


def _bars(rows: Sequence[Row], column: str, name: str, look: dict[str, Any]) -> Any:  # noqa: ANN401 - a trace
    return go.Bar(
        x=_names(rows),
        y=[None if number(row, column) is None else thousands(amount(row, column)) for row in rows],
        name=name,
        marker=look,
        hovertemplate=_hovers(rows, column, name.lower()),
    )


def _hovers(rows: Sequence[Row], column: str, words: str) -> list[str]:
    return [
        f"{name}: {words} £{label(amount(row, column))}k<extra></extra>"
        for name, row in zip(_names(rows), rows, strict=True)
    ]


def _names(rows: Sequence[Row]) -> list[str]:
    return [MONTH_NAMES[int(amount(row, "month")) - 1][:3] for row in rows]
