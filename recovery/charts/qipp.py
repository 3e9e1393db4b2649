"""QIPP charts: net and risk-adjusted value by RAG, and schemes by area and stage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import (
    BLUE,
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
from recovery.reference import stages
from recovery.rows import Row, amount, text
from recovery.sources.definitions import stage_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SQUARE: Final = 40
DARK: Final = 0.55
"""From this share of the largest value on, the figure in a square is white."""


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


@dataclass(frozen=True)
class Cell:
    """One area at one stage: its place in the chart, its schemes and their value."""

    row: int
    stage: int
    area: str
    value: Decimal
    schemes: Decimal


def by_area_and_stage(rows: Sequence[Row]) -> go.Figure:
    """Return a square for each area and stage that has schemes, darker the more it is worth; a click opens them."""
    cells = [cell for place, row in enumerate(rows) for cell in _cells(place, row)]
    largest = max([abs(cell.value) for cell in cells], default=Decimal(1)) or Decimal(1)
    shares = [float(abs(cell.value) / largest) ** 0.5 for cell in cells]
    squares = go.Scatter(
        x=[cell.stage for cell in cells],
        y=[cell.row for cell in cells],
        mode="markers+text",
        marker={"symbol": "square", "size": SQUARE, "color": [_shade(share) for share in shares], "opacity": 1},
        text=[label(cell.value) for cell in cells],
        textposition="middle center",
        textfont={"size": 11, "color": ["#ffffff" if share > DARK else INK for share in shares]},
        customdata=[[cell.area, cell.stage] for cell in cells],
        hovertemplate=[_hover(cell) for cell in cells],
        showlegend=False,
    )
    names = [text(row, "area") for row in rows]
    return framed(
        [squares],
        height=90 + 46 * max(len(rows), 1),
        xaxis=_stage_axis(),
        yaxis=row_axis(names, width=17) | {"autorange": None, "range": [len(rows) - 0.4, -0.6]},
        clickmode="event+select",
        margin={"l": 8, "r": 40, "t": 8, "b": 8},
    )


def _cells(place: int, row: Row) -> Iterator[Cell]:
    for number, stage in enumerate(stages()):
        value, schemes = (amount(row, stage_field(stage, measure)) for measure in ("value", "count"))
        if value or schemes:
            yield Cell(place, number, text(row, "area"), value, schemes)


def _shade(share: float) -> str:
    """Return the blue of a share of the largest value, from pale to full."""
    pale, full = (0xD6, 0xE6, 0xF5), (0x00, 0x5E, 0xB8)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(pale, full, strict=True))


def _hover(cell: Cell) -> str:
    where = f"{escape(cell.area)}, {escape(stages()[cell.stage].name)}"
    return f"{where}: {cell.schemes:.0f} schemes, £{label(cell.value)}k<extra></extra>"


def _stage_axis() -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(stages()))),
        "ticktext": [f"{stage.number} {escape(stage.name)}" for stage in stages()],
        "range": [-0.6, len(stages()) - 0.4],
        "side": "top",
        "tickfont": {"size": 12},
        "tickangle": -40,
        "showgrid": False,
        "zeroline": False,
    }
