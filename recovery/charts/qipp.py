"""Charts of savings: net and risk-adjusted value by rating, and schemes by area and stage."""

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
    wrapped,
)  # fmt: skip
from recovery.money import MILLION, rounded
from recovery.rows import Row, amount, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recovery.measures.stage_columns import StageColumn

FILL: Final = 0.94
"""How much of its place in the grid a cell fills."""
NAME: Final = 11
"""Letters of a stage's name on one line."""
DARK: Final = 0.55
"""From this share of the largest value on, the figure in a cell is white."""
BACKGROUND: Final = {
    "marker": {"color": "#f4f6f7", "cornerradius": 0},
    "unselected": {"marker": {"opacity": 1}},
    "hoverinfo": "skip",
    "zorder": -1,
}
"""How the places of the grid look in which there is no scheme."""


def by_rag(rows: Sequence[Row]) -> go.Figure:
    """Return two bars a rating: net value in outline, what is counted on after risk filled."""
    return before_and_after_risk(rows, [f"{text(row, 'rag')} ({_standing(row)})" for row in rows])


def _standing(row: Row) -> str:
    """Return a row's status, short enough to stand beside its rating: in delivery."""
    return text(row, "status").lower().removeprefix("schemes ")


def before_and_after_risk(rows: Sequence[Row], names: Sequence[str]) -> go.Figure:
    """Return two bars a row: net value in outline, what is counted on after risk filled."""
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
        yaxis=row_axis(list(names), width=19),
        xaxis=money_axis() | {"range": [0, reach or 1]},
        bargap=0.25,
    )


@dataclass(frozen=True)
class Cell:
    """One area at one stage: its place in the chart, its schemes and their value."""

    row: int
    place: int
    stage: StageColumn
    area: str
    value: Decimal
    schemes: Decimal


def by_area_and_stage(rows: Sequence[Row], stages: Sequence[StageColumn]) -> go.Figure:
    """Return a grid of areas and stages in £m, darker the more is in a cell; a click opens its schemes."""
    cells = [cell for place, row in enumerate(rows) for cell in _cells(place, row, stages)]
    largest = max([abs(cell.value) for cell in cells], default=Decimal(1)) or Decimal(1)
    shares = [float(abs(cell.value) / largest) ** 0.5 for cell in cells]
    grid = [(row, stage) for row in range(len(rows)) for stage in range(len(stages))]
    held = _tiles(
        [(cell.row, cell.place) for cell in cells],
        marker={"color": [_shade(share) for share in shares], "cornerradius": 0},
        text=[tenths(cell.value) for cell in cells],
        textposition="inside",
        insidetextanchor="middle",
        constraintext="none",
        textangle=0,
        textfont={"size": 13, "color": ["#ffffff" if share > DARK else INK for share in shares]},
        customdata=[[cell.area, cell.stage.number] for cell in cells],
        hovertemplate=[_hover(cell) for cell in cells],
        unselected={"marker": {"opacity": 1}},
    )
    names = [text(row, "area") for row in rows]
    return framed(
        [held, _tiles(grid, **BACKGROUND)],
        height=90 + 40 * max(len(rows), 1),
        barmode="overlay",
        xaxis=_stage_axis(stages),
        yaxis=row_axis(names, width=17) | {"autorange": None, "range": [len(rows) - 0.5, -0.5]},
        clickmode="event+select",
    )


def _tiles(places: list[tuple[int, int]], **look: Any) -> Any:  # noqa: ANN401 - plotly's own arguments and trace
    return go.Bar(
        orientation="h",
        y=[row for row, _ in places],
        x=[FILL] * len(places),
        base=[stage - FILL / 2 for _, stage in places],
        width=FILL,
        showlegend=False,
        **look,
    )


def tenths(pounds: Decimal) -> str:
    """Return pounds as £m with one decimal, short enough for a cell: 12.9, (0.3), <0.1."""
    size = rounded(abs(pounds) / MILLION, Decimal("0.1"))
    if not size:
        return "<0.1" if pounds else "0"
    return f"({size})" if pounds < 0 else f"{size}"


def _cells(row_place: int, row: Row, stages: Sequence[StageColumn]) -> Iterator[Cell]:
    for place, stage in enumerate(stages):
        value, schemes = amount(row, stage.value), amount(row, stage.count)
        if value or schemes:
            yield Cell(row_place, place, stage, text(row, "area"), value, schemes)


def _shade(share: float) -> str:
    """Return the blue of a share of the largest value, from pale to full."""
    pale, full = (0xD6, 0xE6, 0xF5), (0x00, 0x5E, 0xB8)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(pale, full, strict=True))


def _hover(cell: Cell) -> str:
    where = f"{escape(cell.area)}, {escape(cell.stage.name)}"
    schemes = "1 scheme" if cell.schemes == 1 else f"{cell.schemes:.0f} schemes"
    return f"{where}: {schemes}, £{label(cell.value)}k<extra></extra>"


def _stage_axis(stages: Sequence[StageColumn]) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(stages))),
        "ticktext": [f"{stage.number}<br>{wrapped(stage.name, NAME)}" for stage in stages],
        "range": [-0.5, len(stages) - 0.5],
        "side": "top",
        "tickfont": {"size": 13},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
    }
