"""The house style of every chart: colours that hold without colour vision, system fonts, labels that wrap."""

from __future__ import annotations

import html
import math
import textwrap
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.money import NIL, THOUSAND, rounded

if TYPE_CHECKING:
    from decimal import Decimal

INK: Final = "#212b32"
MUTED: Final = "#4c6272"
RULE: Final = "#d8dde0"
BLUE: Final = "#005eb8"
BROWN: Final = "#a84b00"
LEVEL: Final = "#425563"
ASIDE: Final = "#8a99a6"
FONT: Final = "Arial, Helvetica, sans-serif"
WRAP: Final = 22
LINES: Final = 2
"""Lines of a name beside a bar; the table has the whole of a longer one."""
ROW_HEIGHT: Final = 38
LETTER: Final = 8
"""Room for one letter or digit, in pixels."""
Drawing = go.Figure
"""A finished chart, to name it where plotly is not imported."""
BRACKETS: Final = "(,.0f"
"""The number format of an axis in £'000: thousands separated, negatives in brackets."""

TEMPLATE: Final = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 14, "color": INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "colorway": [BLUE, BROWN, LEVEL],
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "hoverlabel": {"font": {"family": FONT, "size": 14}, "bgcolor": "#ffffff", "bordercolor": MUTED},
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "font": {"size": 14}},
        "xaxis": {
            "gridcolor": RULE,
            "zerolinecolor": MUTED,
            "zerolinewidth": 1,
            "automargin": True,
            "fixedrange": True,
        },
        "yaxis": {
            "gridcolor": RULE,
            "zerolinecolor": MUTED,
            "zerolinewidth": 1,
            "automargin": True,
            "fixedrange": True,
        },
        "dragmode": False,
        "barcornerradius": 2,
    }
)


def escape(text: str) -> str:
    """Return text as a chart label shows it, with nothing in it read as a tag."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = WRAP) -> str:
    """Return a label broken over lines, so that a phone has room for the bars."""
    return (
        "<br>".join(
            escape(part)
            for part in textwrap.wrap(text, width, break_long_words=False, max_lines=LINES, placeholder=" …")
        )
        or NIL
    )


def thousands(pounds: Decimal) -> float:
    """Return pounds as £'000 for an axis."""
    return float(pounds / THOUSAND)


def label(pounds: Decimal) -> str:
    """Return pounds as £'000 on a bar: 1,976 or (1,976)."""
    value = rounded(pounds / THOUSAND)
    return f"({abs(value):,})" if value < 0 else f"{value:,}"


def fav_adv(pounds: Decimal, *, pattern: bool = True) -> tuple[str, str]:
    """Return the colour and the hatching of an amount: favourable plain blue, adverse hatched brown."""
    adverse = pounds < 0
    return (BROWN if adverse else BLUE), ("/" if adverse and pattern else "")


def hatched(shapes: list[str] | str) -> dict[str, Any]:
    """Return the hatching of bars: white stripes over the bar's own colour where a shape is given."""
    return {"shape": shapes, "fillmode": "overlay", "fgcolor": "#ffffff", "size": 7, "solidity": 0.25}


def framed(traces: list[Any], *, height: int, **layout: Any) -> go.Figure:  # noqa: ANN401 - plotly's own arguments
    """Return a finished figure in the house style."""
    figure = go.Figure(data=traces)
    figure.update_layout(template=TEMPLATE, height=height, **layout)
    return figure


def amount_column(texts: list[str]) -> dict[str, Any]:
    """Return the amounts of a horizontal chart in a column to the right, where no bar or name can run into them."""
    notes = [
        {
            "x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "y": row, "yref": "y", "text": escape(text),
            "showarrow": False, "align": "left",
        }
        for row, text in enumerate(texts)
    ]  # fmt: skip
    room = 16 + LETTER * max((len(text) for text in texts), default=0)
    return {"annotations": notes, "margin": {"l": 8, "r": room, "t": 8, "b": 8}}


def row_axis(labels: list[str], *, width: int = WRAP) -> dict[str, Any]:
    """Return a vertical axis of lines, first line on top, long names wrapped."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(labels))),
        "ticktext": [wrapped(text, width) for text in labels],
        "autorange": "reversed",
        "showgrid": False,
        "zeroline": False,
    }


def money_axis(title: str = "£'000") -> dict[str, Any]:
    """Return a horizontal axis in £'000, negatives in brackets."""
    return {
        "tickformat": BRACKETS,
        "title": {"text": title, "font": {"size": 13, "color": MUTED}},
        "nticks": 3,
        "tickangle": 0,
    }


def both_ways(reach: float) -> dict[str, Any]:
    """Return the ends of an axis about nought and its three ticks, at a round number on either side."""
    tens = 10.0 ** math.floor(math.log10(reach or 1))
    tick = max(step * tens for step in (1, 2, 5) if step * tens <= (reach or 1))
    return {"range": [-(reach or 1), reach or 1], "tickmode": "array", "tickvals": [-tick, 0, tick]}


def rows_height(count: int, extra: int = 90) -> int:
    """Return a height in which every row of a horizontal chart can be read."""
    return extra + ROW_HEIGHT * max(count, 1)
