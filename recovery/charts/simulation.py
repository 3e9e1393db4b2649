"""The simulated outturn: how many runs end where, and how far each driver can move it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    BRACKETS,
    BROWN,
    INK,
    LEVEL,
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
from recovery.rows import Row, amount, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

HEIGHT: Final = 400
LINES: Final = (
    ("control_total", "Control total", INK, "solid", 4),
    ("reported_forecast", "Reported forecast", "#ffb81c", "dash", 3),
    ("p10", "P10", MUTED, "dot", 2),
    ("p90", "P90", MUTED, "dashdot", 2),
)
"""The measure, its name, and the colour, dash and width of its line."""
SIDES: Final = (
    ("Missed", "Control total missed", BROWN, "/"),
    ("Met", "Control total met", BLUE, ""),
    ("", "Runs", LEVEL, ""),
)
"""Of a step, on which side of the control total it is ('' without one), its name, colour and pattern."""
KINDS: Final = (("Risk", BROWN, "/"), ("Mitigation", BLUE, ""), ("Scheme", LEVEL, "."))


def histogram(rows: Sequence[Row], measures: Mapping[str, Decimal]) -> go.Figure:
    """Return a bar a step for the share of runs that end there, and a line each for what they are held against.

    Measures that are not known, as a control total that there is none of, have no line.
    """
    traces: list[Any] = [
        _bars([row for row in rows if text(row, "meets") == side], name, colour, shape)
        for side, name, colour, shape in SIDES
        if any(text(row, "meets") == side for row in rows)
    ]
    top = max((float(amount(row, "share")) for row in rows), default=1.0) * 1.05
    traces += [
        go.Scatter(
            x=[thousands(measures[key])] * 2,
            y=[0, top],
            mode="lines",
            name=f"{name} {label(measures[key])}",
            line={"color": colour, "dash": dash, "width": width},
            hovertemplate=f"{name}: £{label(measures[key])}k<extra></extra>",
        )
        for key, name, colour, dash, width in LINES
        if key in measures
    ]
    return framed(
        traces,
        height=HEIGHT,
        barmode="overlay",
        bargap=0.04,
        xaxis=money_axis("Outturn, £'000") | {"nticks": 5},
        yaxis={"ticksuffix": "%", "rangemode": "tozero", "nticks": 5, "title": {"text": "Runs", "font": {"size": 13}}},
    )


def _bars(rows: Sequence[Row], name: str, colour: str, shape: str) -> go.Bar:
    starts, ends = ([thousands(amount(row, key)) for row in rows] for key in ("from_outturn", "to_outturn"))
    return go.Bar(
        x=[(start + end) / 2 for start, end in zip(starts, ends, strict=True)],
        y=[float(amount(row, "share")) for row in rows],
        width=[end - start for start, end in zip(starts, ends, strict=True)],
        name=name,
        marker={"color": colour, "pattern": hatched(shape)},
        hovertemplate=[
            f"£{label(amount(row, 'from_outturn'))}k to £{label(amount(row, 'to_outturn'))}k: "
            f"{amount(row, 'share'):.1f}% of runs<extra></extra>"
            for row in rows
        ],
    )


def tornado(rows: Sequence[Row]) -> go.Figure:
    """Return a bar a driver from the worst to the best that it can come to beside the forecast, its mean marked."""
    traces: list[Any] = [_ranges(rows, *kind) for kind in KINDS if any(text(row, "kind") == kind[0] for row in rows)]
    traces.append(
        go.Scatter(
            x=[thousands(amount(row, "expected")) for row in rows],
            y=list(range(len(rows))),
            mode="markers",
            name="Expected",
            marker={"symbol": "diamond", "size": 10, "color": "#ffffff", "line": {"color": INK, "width": 2}},
            hovertemplate=[
                f"{escape(text(row, 'driver'))}: £{label(amount(row, 'expected'))}k expected<extra></extra>"
                for row in rows
            ],
        )
    )
    shares = [f"{amount(row, 'share_of_variance'):.0f}%" for row in rows]
    return framed(
        traces,
        height=rows_height(len(rows), 130),
        barmode="overlay",
        yaxis=row_axis([f"{text(row, 'ref')} {text(row, 'driver')}" for row in rows], width=24),
        xaxis=money_axis("Beside the forecast, £'000") | {"tickformat": BRACKETS},
        **amount_column(shares),
    )


def _ranges(rows: Sequence[Row], kind: str, colour: str, shape: str) -> go.Bar:
    own = [(place, row) for place, row in enumerate(rows) if text(row, "kind") == kind]
    return go.Bar(
        orientation="h",
        y=[place for place, _ in own],
        base=[thousands(amount(row, "worst")) for _, row in own],
        x=[thousands(amount(row, "best") - amount(row, "worst")) for _, row in own],
        name=kind,
        marker={"color": colour, "pattern": hatched(shape)},
        hovertemplate=[
            f"{escape(text(row, 'driver'))}: £{label(amount(row, 'worst'))}k to "
            f"£{label(amount(row, 'best'))}k<extra></extra>"
            for _, row in own
        ],
    )
