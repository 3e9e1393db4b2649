"""A scheme's year month by month: bars for what was saved and what is expected, a line of dashes for the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from recovery.charts.style import BLUE, BRACKETS, INK, MUTED, framed, hatched, label, thousands
from recovery.period import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

HEIGHT: Final = 300
LETTERS: Final = 3


def scheme_profile(
    plan: Sequence[Decimal], actual: Sequence[Decimal | None], forecast: Sequence[Decimal | None]
) -> go.Figure:
    """Return twelve months of plan, actual and forecast; a month with an actual shows no forecast."""
    months = [name[:LETTERS] for name in MONTH_NAMES]
    expected = [None if done is not None else pounds for done, pounds in zip(actual, forecast, strict=True)]
    traces = [
        _bars("Actual", months, actual, BLUE, ""),
        _bars("Forecast", months, expected, "#8fb4d9", "/"),
        go.Scatter(
            name="Plan", x=months, y=[thousands(pounds) if pounds else None for pounds in plan], mode="markers",
            marker={"symbol": "line-ew", "size": 24, "line": {"width": 3, "color": INK}},
            hovertemplate=_hover("Plan"), customdata=[[label(pounds)] for pounds in plan],
        ),
    ]  # fmt: skip
    axis = {"tickformat": BRACKETS, "title": {"text": "£'000", "font": {"size": 13, "color": MUTED}}, "nticks": 5}
    return framed(traces, height=HEIGHT, barmode="overlay", yaxis=axis, xaxis={"tickangle": 0, "type": "category"})


def _bars(name: str, months: list[str], pounds: Sequence[Decimal | None], colour: str, shape: str) -> Any:  # noqa: ANN401 - a plotly trace
    return go.Bar(
        name=name,
        x=months,
        y=[None if one is None else thousands(one) for one in pounds],
        marker={"color": colour, "pattern": hatched(shape)},
        customdata=[[label(one) if one is not None else ""] for one in pounds],
        hovertemplate=_hover(name),
    )


def _hover(name: str) -> str:
    return f"%{{x}}: {name.lower()} %{{customdata[0]}} £'000<extra></extra>"
