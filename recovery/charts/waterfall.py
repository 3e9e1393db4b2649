"""Waterfalls lying down: each step on its own line, so that its name can be read on a phone."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from recovery.charts.style import (
    ASIDE,
    BLUE,
    BROWN,
    LEVEL,
    amount_column,
    framed,
    hatched,
    label,
    money_axis,
    row_axis,
    rows_height,
    thousands,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.bridge import Step

ROOM = Decimal("0.02")
"""Part of the width kept free on each side, so that no bar touches the edge."""


def waterfall(steps: Sequence[Step], *, favourable_up: bool = True) -> go.Figure:
    """Return a waterfall of levels and moves; a favourable move is plain blue, an adverse one hatched brown."""
    starts = _starts(steps)
    good = [step.amount >= 0 if favourable_up else step.amount <= 0 for step in steps]
    bar = go.Bar(
        orientation="h",
        y=list(range(len(steps))),
        x=[thousands(step.amount) for step in steps],
        base=[thousands(start) for start in starts],
        marker={
            "color": [_colour(step, fine) for step, fine in zip(steps, good, strict=True)],
            "pattern": hatched(["" if step.level or fine else "/" for step, fine in zip(steps, good, strict=True)]),
        },
        hovertemplate=[_hover(step, fine) for step, fine in zip(steps, good, strict=True)],
        showlegend=False,
    )
    axis = money_axis() | {"range": _range(steps, starts)}
    amounts = amount_column([label(step.amount) for step in steps])
    names = row_axis([step.label for step in steps])
    return framed([bar], height=rows_height(len(steps)), yaxis=names, xaxis=axis, **amounts)


def _starts(steps: Sequence[Step]) -> list[Decimal]:
    running, found = Decimal(0), []
    for step in steps:
        found.append(Decimal(0) if step.level else running)
        if not step.aside:
            running = step.amount if step.level else running + step.amount
    return found


def _colour(step: Step, good: bool) -> str:  # noqa: FBT001 - a private pair of one loop
    if step.level:
        return ASIDE if step.aside else LEVEL
    return BLUE if good else BROWN


def _range(steps: Sequence[Step], starts: Sequence[Decimal]) -> list[float]:
    ends = [start + step.amount for start, step in zip(starts, steps, strict=True)]
    low, high = min([*starts, *ends, Decimal(0)]), max([*starts, *ends, Decimal(0)])
    room = (high - low) * ROOM
    return [thousands(low - (room if low < 0 else 0)), thousands(high + room)]


def _hover(step: Step, good: bool) -> str:  # noqa: FBT001 - a private pair of one loop
    kind = "" if step.level else ", favourable" if good else ", adverse"
    return f"{step.label.replace('<', '&lt;')}: £{label(step.amount)}k{kind}<extra></extra>"
