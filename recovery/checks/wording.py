"""How findings name rows and say figures: in the unit that the table prints."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from recovery.money import Unit
from recovery.period import FinancialYear, month_name
from recovery.sources.table import SCALES, Table

Scaled = int | Fraction


def decimal_of(value: Scaled, kind: str) -> Decimal:
    """Return a scaled value as pounds, counts or percentage points, rounded to the places that are kept of its kind."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1), ROUND_HALF_UP).scaleb(-SCALES[kind])


def spoken(value: Scaled, kind: str, unit: Unit | None) -> str:
    """Return a figure as the table prints it: money in its unit, percentages with two decimals."""
    if kind == "percent":
        return f"{decimal_of(value, kind).quantize(Decimal('0.01'), ROUND_HALF_UP):,f}%"
    number = decimal_of(value, kind)
    if kind == "money":
        number = number * 100 / (unit or Unit.POUNDS).pence
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def unit_note(kind: str, unit: Unit | None) -> str:
    """Return the unit in brackets behind a sentence's figures, where they are money."""
    return f" ({(unit or Unit.POUNDS).symbol})" if kind == "money" else ""


def row_label(table: Table, row: int) -> str:
    """Return what a reader calls a row: its key and label, with what else tells it from its neighbours."""
    definition = table.definition
    names = [name for name in (definition.key, definition.label) if name]
    parts = [" ".join(dict.fromkeys(filter(None, (_text(table, name, row) for name in names))))]
    if definition.fill_down:
        parts += [_text(table, field.name, row) for field in definition.fields if field.kind == "rag"]
    if definition.melt:
        parts.append(_period(table, row))
    return ", ".join(filter(None, parts))


def _period(table: Table, row: int) -> str:
    month, year = (table.rows[name][row].as_py() for name in ("month", "financial_year"))
    named = month_name(month) if month else ""
    return f"{named} {FinancialYear(year)}".strip() if year else named


def _text(table: Table, field: str, row: int) -> str:
    return table.rows[field][row].as_py() or ""
