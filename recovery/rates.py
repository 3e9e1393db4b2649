"""Exact division: rounded once, at the end, as the engine's views do it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

PENNY, MILLIONTH = Decimal("0.01"), Decimal("0.000001")
PER_CENT: Final = 100


def percentage(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return part over whole in percentage points, to six decimals; None where there is no whole to set it against."""
    return divided(PER_CENT * part, whole, MILLIONTH) if part is not None else None


def divided(amount: Decimal | None, by: Decimal | int | None, step: Decimal = PENNY) -> Decimal | None:
    """Return an amount divided, rounded to `step`, halves away from nought; None where either is nil or `by` nought."""
    return (amount / by).quantize(step, ROUND_HALF_UP) + 0 if amount is not None and by else None
