"""A funnel: every commissioner's growth against its size, the limits, and the one that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import ASIDE, BROWN, INK, LEVEL, MUTED, escape, framed
from recovery.measures.funnel import WITHIN
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal


BEYOND: Final = 1.25
"""How far past the furthest limit, or the commissioner looked at, points are drawn where they are."""


def funnel(rows: Sequence[Row], own: str, england: Decimal | None) -> go.Figure:
    """Return each commissioner as a point, those outside the limits marked, its own one named.

    One that grew far beyond the limits stands at the edge, so that it does not press all others together.
    """
    edges = _edges(rows, own, england)
    others = [row for row in rows if text(row, "commissioner") != own]
    inside = [row for row in others if text(row, "standing") in {"", WITHIN}]
    outside = [row for row in others if text(row, "standing") not in {"", WITHIN}]
    mine = [row for row in rows if text(row, "commissioner") == own]
    traces = [
        *_limits(rows),
        *_england(rows, england),
        _points(inside, edges, "Other commissioners", {"color": ASIDE, "size": 8, "opacity": 0.75}),
        _points(outside, edges, "Outside the limits", {"color": BROWN, "size": 9, "symbol": "triangle-up"}),
        _points(mine, edges, "This commissioner", {"color": INK, "size": 15, "symbol": "diamond"}),
    ]
    return framed(
        traces,
        height=440,
        xaxis={"title": {"text": "Count of the months compared, last year", "font": {"size": 13, "color": MUTED}},
               "tickformat": ",.0f", "rangemode": "tozero", "nticks": 6, "showgrid": False},
        yaxis={"title": {"text": "Growth %", "font": {"size": 13, "color": MUTED}}, "nticks": 7}
        | ({"range": _with_room(*edges)} if edges else {}),
    )  # fmt: skip


def _edges(rows: Sequence[Row], own: str, england: Decimal | None) -> tuple[float, float] | None:
    """Return the growths between which points are drawn: well beyond the limits and the one looked at."""
    limits = [number(row, column) for row in rows for column in ("lower_outer", "upper_outer")]
    held = [float(one) for one in limits if one is not None]
    if not held or england is None:
        return None
    middle = float(england)
    mine = [float(amount(row, "growth")) for row in rows if text(row, "commissioner") == own]
    reach = BEYOND * max(abs(one - middle) for one in (*held, *mine))
    return middle - reach, middle + reach


def _with_room(lowest: float, highest: float) -> list[float]:
    room = (highest - lowest) / 20
    return [lowest - room, highest + room]


def _drawn(growth: float, edges: tuple[float, float] | None) -> float:
    return growth if edges is None else min(max(growth, edges[0]), edges[1])


def _points(rows: Sequence[Row], edges: tuple[float, float] | None, name: str, marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        x=[float(amount(row, "last_year")) for row in rows],
        y=[_drawn(float(amount(row, "growth")), edges) for row in rows],
        mode="markers",
        name=name,
        marker=marker,
        showlegend=bool(rows),
        hovertemplate=[
            f"{escape(text(row, 'name'))} ({escape(text(row, 'commissioner'))}): {amount(row, 'growth'):.1f}%, "
            f"from %{{x:,.0f}}<extra></extra>"
            for row in rows
        ],
    )


def _limits(rows: Sequence[Row]) -> list[go.Scatter]:
    """Return the inner and outer limits as lines over the sizes that there are."""
    held = sorted(
        (row for row in rows if number(row, "upper_limit") is not None), key=lambda row: amount(row, "last_year")
    )
    lines = (
        ("upper_outer", "Outer limits", {"color": MUTED, "width": 1.5}, True),
        ("lower_outer", "Outer limits", {"color": MUTED, "width": 1.5}, False),
        ("upper_limit", "Inner limits", {"color": MUTED, "width": 1.5, "dash": "dash"}, True),
        ("lower_limit", "Inner limits", {"color": MUTED, "width": 1.5, "dash": "dash"}, False),
    )
    return [
        go.Scatter(
            x=[float(amount(row, "last_year")) for row in held],
            y=[float(amount(row, column)) for row in held],
            mode="lines",
            name=name,
            line=line,
            showlegend=shown,
            hoverinfo="skip",
        )
        for column, name, line, shown in lines
        if held
    ]


def _england(rows: Sequence[Row], england: Decimal | None) -> list[go.Scatter]:
    if england is None or not rows:
        return []
    sizes = [float(amount(row, "last_year")) for row in rows]
    return [
        go.Scatter(
            x=[min(sizes), max(sizes)],
            y=[float(england)] * 2,
            mode="lines",
            name="England",
            line={"color": LEVEL, "width": 2},
            hovertemplate="England: %{y:.1f}%<extra></extra>",
        )
    ]
