"""Short ways to look at a figure in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure
    from tests.engine.filled import FilledEngine

VIEW = View("X01", FinancialYear(2018), 3)


def at_month_3(engine: FilledEngine, name: str, **options: Any) -> Figure:
    """Return a figure of month 3 of 2018/19."""
    return figure(name, engine, VIEW, **options)


def row(found: Figure, label: str) -> dict[str, Cell]:
    """Return the first row with this label in one of its first two cells."""
    return next(record for record in found.records() if label in list(record.values())[:2])


def thousands(found: Figure, label: str, *columns: str) -> list[int | None]:
    """Return cells of one row in whole £'000."""
    cells = [row(found, label)[column] for column in columns]
    assert all(cell is None or int(cell) % 1000 == 0 for cell in cells)
    return [None if cell is None else int(cell) // 1000 for cell in cells]
