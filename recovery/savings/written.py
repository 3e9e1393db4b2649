"""Answers of the engine as a figure's cells: days and moments in ISO form, yes or no in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.figure import Cell


def written(row: Iterable[Any]) -> list[Cell]:
    """Return a row as a figure holds it."""
    return [_cell(value) for value in row]


def _cell(value: Any) -> Cell:  # noqa: ANN401 - what SQL gives
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    cell: Cell = value.isoformat() if isinstance(value, dt.date) else value
    return cell
