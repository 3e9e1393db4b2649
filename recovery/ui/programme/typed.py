"""What people type for amounts and numbers, read forgivingly; and how it is shown back to them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

PENNY: Final = Decimal("0.01")
TIMES: Final = {"": 1, "k": 1_000, "m": 1_000_000}
MOST: Final = Decimal(10_000_000_000)
AMOUNT: Final = "Write an amount in pounds, as 250,000 or 250k."
_AMOUNT: Final = re.compile(r"(?P<sign>-?)(?P<number>\d+(\.\d+)?|\.\d+)(?P<times>[km]?)")


class NotAnAmount(ValueError):  # noqa: N818 - named for what the reader is told
    """What was typed is not an amount of money."""


def pounds(text: str) -> Decimal | None:
    """Read £1,250,000, 1250000.50, 250k, 1.2m or (5,000); None where nothing is typed; NotAnAmount otherwise."""
    plain = re.sub(r"[£,\s]", "", text).lower().replace("−", "-")
    if not plain:
        return None
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    found = _AMOUNT.fullmatch(plain)
    if not found:
        raise NotAnAmount(AMOUNT)
    value = (Decimal(found["number"]) * TIMES[found["times"]]).quantize(PENNY)
    if value > MOST:
        raise NotAnAmount(AMOUNT)
    return -value if found["sign"] else value


def as_typed(value: Decimal | None) -> str:
    """Return an amount as somebody would type it: 250,000 or 250,000.50; '' for none."""
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{value.quantize(PENNY):,}"


def penny(cell: object) -> Decimal | None:
    """Return a grid's cell as pounds to the penny, None where it is empty."""
    value = number(cell)
    return None if value is None else value.quantize(PENNY)


def number(cell: object) -> Decimal | None:
    """Return a grid's cell as a number, None where it is empty."""
    if cell is None or cell != cell or cell == "":  # noqa: PLR0124 - not-a-number differs from itself
        return None
    try:
        return Decimal(str(cell))
    except InvalidOperation:
        return None


def whole(cell: object, *, least: int = 1) -> int:
    """Return a grid's cell as a whole number, `least` where it is empty."""
    value = number(cell)
    return least if value is None else int(value)


def text(cell: object) -> str:
    """Return a grid's cell as a text without spaces around it, '' where it is empty."""
    return "" if cell is None or cell != cell else str(cell).strip()  # noqa: PLR0124 - not-a-number differs from itself
