"""Variances by line: favourable to the right in plain blue, adverse to the left, hatched, in brackets and said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    amount_column,
    both_ways,
    escape,
    fav_adv,
    framed,
    hatched,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
)
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = 1.05
"""How far the axis goes past the longest bar."""


def variances(rows: Sequence[Row], column: str, name_column: str = "line") -> go.Figure:
    """Return one horizontal bar a line; each carries its line's name, for a click to open."""
    held = [row for row in rows if number(row, column) is not None]
    amounts = [amount(row, column) for row in held]
    looks = [fav_adv(pounds) for pounds in amounts]
    names = [text(row, name_column) for row in held]
    bar = go.Bar(
        orientation="h",
        y=list(range(len(held))),
        x=[thousands(pounds) for pounds in amounts],
        customdata=names,
        marker={
            "color": [colour for colour, _ in looks],
            "pattern": hatched([shape for _, shape in looks]),
        },
        hovertemplate=[
            f"{escape(name)}: £{label(pounds)}k {_word(float(pounds))}<extra></extra>"
            for name, pounds in zip(names, amounts, strict=True)
        ],
        showlegend=False,
    )
    reach = max([abs(thousands(pounds)) for pounds in amounts], default=1.0) * ROOM or 1.0
    axis = money_axis("£'000   ◀ adverse  |  favourable ▶") | both_ways(reach)
    return framed(
        [bar],
        height=rows_height(len(held)),
        yaxis=row_axis(names),
        xaxis=axis,
        clickmode="event+select",
        **amount_column([label(pounds) for pounds in amounts]),
    )


def _word(pounds: float) -> str:
    return "on budget" if not pounds else "adverse" if pounds < 0 else "favourable"
