"""QIPP charts: net and risk-adjusted value by RAG, and schemes by area and stage."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
    LEVEL,
    PALE_BLUE,
    RULE,
    escape,
    framed,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
    wrapped,
)  # fmt: skip
from recovery.reference import stages
from recovery.rows import Row, amount, text
from recovery.sources.definitions import stage_field

LARGEST = 34
SMALLEST = 9


def by_rag(rows: Sequence[Row]) -> go.Figure:
    """Return two bars a RAG: net value in outline, what is counted on after risk filled."""
    names = [f"{text(row, 'rag')} ({text(row, 'status').lower()})" for row in rows]
    places = list(range(len(rows)))
    series = (("net_value", "Net value", "#ffffff", ""), ("risk_adjusted", "Risk-adjusted", BLUE, ""))
    bars = [
        go.Bar(
            orientation="h",
            y=places,
            x=[thousands(amount(row, column)) for row in rows],
            name=title,
            marker={"color": colour, "line": {"color": LEVEL, "width": 1.5}},
            text=[label(amount(row, column)) for row in rows],
            textposition="outside",
            cliponaxis=False,
            hovertemplate=[
                f"{escape(name)}: {title.lower()} £{label(amount(row, column))}k<extra></extra>"
                for name, row in zip(names, rows, strict=True)
            ],
        )
        for column, title, colour, _ in series
    ]
    reach = max([thousands(amount(row, "net_value")) for row in rows], default=1.0) * 1.3
    return framed(
        bars,
        height=rows_height(len(rows), 120) + 18 * len(rows),
        yaxis=row_axis(names, width=16),
        xaxis=money_axis() | {"range": [0, reach or 1]},
        bargap=0.25,
    )


def by_area_and_stage(rows: Sequence[Row]) -> go.Figure:
    """Return a disc for each area and stage that has value, its size the value; a click opens its schemes."""
    cells = [
        (place, number, row, amount(row, stage_field(stage, "value")), amount(row, stage_field(stage, "count")))
        for place, row in enumerate(rows)
        for number, stage in enumerate(stages())
        if amount(row, stage_field(stage, "value")) or amount(row, stage_field(stage, "count"))
    ]
    largest = max([abs(value) for *_, value, _count in cells], default=Decimal(1)) or Decimal(1)
    discs = go.Scatter(
        x=[number for _, number, *_ in cells],
        y=[place for place, *_ in cells],
        mode="markers+text",
        marker={
            "size": [SMALLEST + (LARGEST - SMALLEST) * float(abs(value) / largest) ** 0.5 for *_, value, _ in cells],
            "color": PALE_BLUE,
            "line": {"color": BLUE, "width": 1.5},
        },
        text=[label(value) for *_, value, _ in cells],
        textposition="middle center",
        textfont={"size": 12},
        customdata=[[text(row, "area"), number] for _, number, row, *_ in cells],
        hovertemplate=[
            f"{escape(text(row, 'area'))}, {escape(stages()[number].name)}: {count:.0f} schemes, £{label(value)}k"
            "<extra></extra>"
            for _, number, row, value, count in cells
        ],
        showlegend=False,
    )
    axis = {
        "tickmode": "array",
        "tickvals": list(range(len(stages()))),
        "ticktext": [f"{stage.number}<br>{wrapped(stage.name, 9)}" for stage in stages()],
        "range": [-0.6, len(stages()) - 0.4],
        "side": "top",
        "tickfont": {"size": 11},
        "tickangle": 0,
        "gridcolor": RULE,
        "zeroline": False,
    }
    names = [text(row, "area") for row in rows]
    return framed(
        [discs],
        height=rows_height(len(rows), 70),
        xaxis=axis,
        yaxis=row_axis(names, width=14) | {"showgrid": True, "autorange": None, "range": [len(rows) - 0.4, -0.6]},
        clickmode="event+select",
    )
