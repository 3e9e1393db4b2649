"""Cells as a committee table shows them: £'000, negatives in brackets, nil an en dash."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from recovery.figure import Cell
from recovery.money import NIL, THOUSAND, rounded
from recovery.ui.markup import escape

NUMBERS: Final = frozenset({"money", "count", "percent", "number"})
_TENTH: Final = Decimal("0.1")


def shown(value: Cell, kind: str) -> str:
    """Return a cell's text by its column's kind."""
    if value is None or value == "":
        return NIL
    if kind == "money":
        return bracketed(rounded(Decimal(value) / THOUSAND))
    if kind == "percent":
        return f"{bracketed(rounded(Decimal(value), _TENTH))}%"
    if isinstance(value, Decimal):
        return bracketed(value.normalize() if value != value.to_integral_value() else rounded(value))
    return f"{value:,}" if kind == "count" and isinstance(value, int) else str(value)


def bracketed(value: Decimal) -> str:
    """Return a number with its thousands separated, a negative one in brackets."""
    return f"({abs(value):,})" if value < 0 else f"{value:,}"


def classes(value: Cell, column: str, kind: str) -> str:
    """Return the classes of a cell: numbers to the right, an adverse variance in its own colour beside its brackets."""
    if kind not in NUMBERS:
        return ""
    adverse = "variance" in column and isinstance(value, Decimal | int) and value < 0
    return "rf-number rf-adverse" if adverse else "rf-number"


def spoken(value: Cell, column: str) -> str:
    """Return what a screen reader says before an adverse variance, as it may leave the brackets out."""
    adverse = "variance" in column and isinstance(value, Decimal | int) and value < 0
    return f'<span class="rf-unseen">{escape("adverse ")}</span>' if adverse else ""
