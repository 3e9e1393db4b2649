"""How findings name rows and say figures: in the unit that the table prints."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from recovery.money import Unit
from recovery.period import FinancialYear, month_name
from recovery.sources.table import SCALES, Table

if TYPE_CHECKING:
    from recovery.checks.grid import Grid

Scaled = int | Fraction


def decimal_of(value: Scaled, kind: str) -> Decimal:
    """Return a scaled value as pounds, counts or percentage points, rounded to the places that are kept of its kind."""
    if isinstance(value, Fraction):
        value = int((Decimal(value.numerator) / value.denominator).to_integral_value(ROUND_HALF_UP))
    return Decimal(value).scaleb(-SCALES[kind])


def spoken(value: Scaled, kind: str, unit: Unit | None) -> str:
    """Return a figure as the table prints it: money in its unit, percentages with two decimals."""
    if kind == "percent":
        return f"{decimal_of(value, kind).quantize(Decimal('0.01'), ROUND_HALF_UP):,f}%"
    step = (unit or Unit.POUNDS).pence if kind == "money" else 10 ** SCALES[kind]
    whole, rest = divmod(value, step)
    if not rest:
        return f"{whole:,}"
    number = decimal_of(value, kind).scaleb(SCALES[kind]) / step
    return f"{number:,f}".rstrip("0")


def unit_note(kind: str, unit: Unit | None) -> str:
    """Return the unit in brackets behind a sentence's figures, where they are money."""
    return f" ({(unit or Unit.POUNDS).symbol})" if kind == "money" else ""


def row_label(grid: Grid, row: int) -> str:
    """Return what a reader calls a row: its key and label, with what else tells it from its neighbours."""
    definition = grid.table.definition
    names = dict.fromkeys((definition.key, definition.label))
    label = " ".join(filter(None, (grid.texts(name)[row] for name in names if name)))
    if definition.fill_down:
        rags = [field.name for field in definition.fields if field.kind == "rag"]
        return ", ".join(filter(None, (label, *(grid.texts(name)[row] for name in rags))))
    return f"{label}, {_period(grid.table, row)}" if definition.melt else label


def _period(table: Table, row: int) -> str:
    month, year = (table.rows[name][row].as_py() for name in ("month", "financial_year"))
    named = month_name(month) if month else ""
    return f"{named} {FinancialYear(year)}".strip() if year else named
