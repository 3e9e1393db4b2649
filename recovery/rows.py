"""Finding the rows of a figure that a sentence or a chart speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from recovery.figure import Cell, Figure

Row = Mapping[str, Cell]


def of_kind(figure: Figure, *kinds: str) -> list[Row]:
    """Return the rows of these kinds, from top to bottom."""
    return [row for row, kind in zip(figure.records(), figure.kinds, strict=True) if kind in kinds]


def last_of_kind(figure: Figure, kind: str) -> Row | None:
    """Return the last row of a kind, which is the grand total where there are sub-totals, or None."""
    rows = of_kind(figure, kind)
    return rows[-1] if rows else None


def total_spend(figure: Figure) -> Row | None:
    """Return the total of all spend: of a figure with flows the last of expenditure, whatever stands below it."""
    flows = figure.flows or ("expenditure",) * len(figure.rows)
    rows = zip(figure.records(), figure.kinds, flows, strict=True)
    return next((row for row, *own in reversed(list(rows)) if own == ["total", "expenditure"]), None)


def bottom_line(figure: Figure) -> Row | None:
    """Return the net position, all spend where there is none, else the last total."""
    return last_of_kind(figure, "net") or total_spend(figure) or last_of_kind(figure, "total")


def amount(row: Row | None, column: str) -> Decimal:
    """Return a row's number; nil, a missing row and a missing column count as nought."""
    return number(row, column) or Decimal(0)


def number(row: Row | None, column: str) -> Decimal | None:
    """Return a row's number, or None where there is none."""
    value = row.get(column) if row else None
    return Decimal(value) if isinstance(value, Decimal | int) else None


def text(row: Row, column: str) -> str:
    """Return a row's text, '' where there is none."""
    value = row.get(column)
    return "" if value is None else str(value)


def has_column(figure: Figure, column: str) -> bool:
    """Return whether the figure has a column of this name."""
    return any(candidate.name == column for candidate in figure.columns)


def overall(figure: Figure, column: str) -> Decimal:
    """Return a column's bottom line: the net row, else all spend, else the sum of the lines."""
    for row in (last_of_kind(figure, "net"), total_spend(figure)):
        if number(row, column) is not None:
            return amount(row, column)
    return summed(figure, column)


def summed(figure: Figure, column: str, kind: str = "line") -> Decimal:
    """Return a column of the rows of a kind, added up."""
    return sum((amount(row, column) for row in of_kind(figure, kind)), Decimal(0))
