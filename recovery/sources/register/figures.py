"""Numbers of a register's cells, exactly as a spreadsheet shows them."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final

from recovery.sources.numbers import Amount, parse_number
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue

LARGEST: Final = Decimal(100_000_000_000)
"""Beyond this no figure of a register is believed."""

DIGITS: Final = 15
"""The significant digits that a spreadsheet keeps of a number."""

_PLAIN: Final = re.compile(r"-?\d{1,40}(\.\d{1,40})?")


def figure_of(cell: CellValue) -> Decimal | None:
    """Return a cell's number, without a spreadsheet's noise beyond its fifteenth digit; None where it has none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, float | int):
        return _plainly(Decimal(f"{cell:.{DIGITS}g}")) if math.isfinite(cell) else None
    if not isinstance(cell, str):
        return None
    text = text_of(cell)
    if _PLAIN.fullmatch(text) and text.isascii():
        return Decimal(text)
    amount = parse_number(text)
    return _plainly(amount.value) if isinstance(amount, Amount) and amount.value.is_finite() else None


def fits_a_cell(number: Decimal) -> bool:
    """Return whether a spreadsheet keeps a number whole; one that it does not keep is written as text."""
    return figure_of(float(number)) == number


def _plainly(number: Decimal) -> Decimal:
    """Return a number without an exponent."""
    exponent = number.as_tuple().exponent
    return number.quantize(Decimal(1)) if isinstance(exponent, int) and 0 < exponent <= DIGITS else number
