"""Asking for a figure that a page can do without."""

from __future__ import annotations

import dataclasses

from recovery.engine import Engine
from recovery.errors import NothingLoaded
from recovery.figure import Figure
from recovery.measures.figures import figure
from recovery.view import View


def if_loaded(name: str, engine: Engine, view: View, *, computed: bool = False) -> Figure | None:
    """Return a figure, or None where no submission stands behind it."""
    try:
        return figure(name, engine, view, computed=computed)
    except NothingLoaded:
        return None


def month_before(name: str, engine: Engine, view: View, now: Figure) -> Figure | None:
    """Return last month's figure, or None where that month has no submission of its own."""
    if view.month <= 1:
        return None
    before = if_loaded(name, engine, dataclasses.replace(view, month=view.month - 1))
    return before if before and before.submissions != now.submissions else None


def only(shown: Figure, keep: list[int], title: str = "") -> Figure:
    """Return a figure with only these rows, their marks with them."""
    places = {old: new for new, old in enumerate(keep)}
    return dataclasses.replace(
        shown,
        title=title or shown.title,
        rows=tuple(shown.rows[number] for number in keep),
        kinds=tuple(shown.kinds[number] for number in keep) if shown.kinds else (),
        marks={(places[row], column): mark for (row, column), mark in shown.marks.items() if row in places},
    )
