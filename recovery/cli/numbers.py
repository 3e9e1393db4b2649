"""Cells as CSV and JSON give them (plain and exact) and as a table shows them (rounded, in brackets where negative)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.money import NIL, Unit, in_unit

if TYPE_CHECKING:
    from recovery.figure import Cell, Figure

PERCENT_STEP: Final = Decimal("0.0001")
STEPS: Final = {Unit.POUNDS: Decimal(1), Unit.THOUSANDS: Decimal(1), Unit.MILLIONS: Decimal("0.01")}


def kinds_of(figure: Figure, row: int) -> list[str]:
    """Return the kinds of one row's cells; in a mixed column they are of the kind that the row names."""
    return [figure.kinds[row] if column.kind == "mixed" else column.kind for column in figure.columns]


def plain(value: Cell, kind: str, unit: Unit) -> str:
    """Return a number without separators, brackets or exponent, money in `unit`, exact; '' for nil, text as it is."""
    if value is None or isinstance(value, str):
        return value or ""
    number = Decimal(value)
    if kind == "money":
        number = in_unit(number, unit)
    elif kind == "percent":
        number = number.quantize(PERCENT_STEP, ROUND_HALF_UP)
    return _without_exponent(number)


def pretty(value: Cell, kind: str, unit: Unit) -> str:
    """Return a cell for people: thousands separated, brackets for negatives, an en dash for nil."""
    if value is None:
        return NIL
    if isinstance(value, str):
        return " ".join(value.split())
    if kind == "number":
        return str(value)
    if kind == "percent":
        return f"{_bracketed(Decimal(value).quantize(Decimal('0.1'), ROUND_HALF_UP))}%"
    if kind == "money":
        return _bracketed(in_unit(Decimal(value), unit).quantize(STEPS[unit], ROUND_HALF_UP))
    return _bracketed(Decimal(_without_exponent(Decimal(value))))


def _bracketed(number: Decimal) -> str:
    return f"({abs(number):,f})" if number < 0 else f"{abs(number):,f}"


def _without_exponent(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
