"""A figure as a sheet for reading."""

from __future__ import annotations

import datetime as dt
from typing import Final

from recovery.figure import Cell, Figure
from recovery.pack.register.rows import Content, Row
from recovery.pack.register.sheets import Printed

_DATES: Final = ("on", "due", "effective_on", "met_on")
_MOMENTS: Final = ("recorded_at", "at")
_WIDTHS: Final = {"text": 26, "money": 16}
_USUAL_WIDTH: Final = 14


def printed_columns(figure: Figure) -> tuple[Printed, ...]:
    """Return the figure's columns as they are printed."""
    return tuple(
        Printed(
            column.name, column.heading, _kind(column.name, column.kind), "", _WIDTHS.get(column.kind, _USUAL_WIDTH)
        )
        for column in figure.columns
    )


def printed_rows(figure: Figure) -> list[Row]:
    """Return the figure's rows, dates as dates."""
    return [{name: _content(name, cell) for name, cell in row.items()} for row in figure.records()]


def _kind(name: str, kind: str) -> str:
    if name in _DATES:
        return "date"
    return "moment" if name in _MOMENTS else kind


def _content(name: str, cell: Cell) -> Content:
    """Return a cell, a date or a moment as such where its text is one."""
    if not isinstance(cell, str) or name not in _DATES + _MOMENTS:
        return cell
    try:
        return dt.date.fromisoformat(cell) if name in _DATES else _moment(cell)
    except ValueError:
        return cell


def _moment(text: str) -> dt.datetime:
    """Return a moment to the second, in the time that it is recorded in."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
