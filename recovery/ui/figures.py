"""Asking for a figure that a page can do without."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Figure
from recovery.measures.figures import figure
from recovery.measures.request import column_of
from recovery.sources.table import SCALES, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.engine import Engine
    from recovery.sources.definitions import Field
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
        flows=tuple(shown.flows[number] for number in keep) if shown.flows else (),
        marks={(places[row], column): mark for (row, column), mark in shown.marks.items() if row in places},
    )


def in_order(shown: Figure, names: Sequence[str]) -> Figure:
    """Return a figure with its columns in another order; those not named are left out."""
    places = [shown.position(name) for name in names]
    return dataclasses.replace(
        shown,
        columns=tuple(shown.columns[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in shown.rows),
        marks={(row, column): mark for (row, column), mark in shown.marks.items() if column in names},
    )


def as_loaded(loaded: Table, view: View) -> Figure:
    """Return a tidy table as it was loaded, row by row."""
    fields = loaded.definition.fields
    columns = tuple(column_of(field, view) for field in fields)
    values = [_values(loaded, field) for field in fields]
    rows = tuple(zip(*values, strict=True))
    return Figure(loaded.dataset, loaded.definition.title, columns, rows, tuple(loaded.rows.column("kind").to_pylist()))


def _values(loaded: Table, field: Field) -> list[Cell]:
    found: list[Cell] = loaded.rows.column(field.name).to_pylist()
    if not field.is_number:
        return found
    scale = Decimal(10) ** SCALES[field.kind]
    return [None if value is None else Decimal(value) / scale for value in found]
