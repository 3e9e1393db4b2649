"""How the risk-adjusted value moves with the weights, and which common change of them would just meet the target."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.savings.gap import gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("case", "Case"),
    Column("weight_change", "Change of every weight, points", "percent"),
    Column("identified", "Identified", "money"),
    Column("risk_adjusted", "Risk-adjusted", "money"),
    Column("target", "Target", "money"),
    Column("gap_to_target", "Gap to target", "money"),
)
CLOSING: Final = "weights that just close the gap"
CASES: Final = (("weights − 10 points", -10), ("as they are", 0), ("weights + 10 points", 10))
PENNY, STEP = Decimal("0.01"), Decimal("0.000001")
Weighted = tuple[Fraction, Fraction]
"""What schemes of one weight come to, and that weight from 0 to 1."""


def sensitivity(request: Request) -> Figure:
    """Return the risk-adjusted value at the weights in force, 10 points either way, and where it meets the target."""
    used = request.need("schemes")
    found = queries.sensitivity(request.engine, request.register)
    held = [(Fraction(value), Fraction(weight)) for weight, value in found if weight is not None]
    identified = sum((value for _, value in found), Decimal(0))
    target = _target(request)
    rows = [_row(case, Fraction(points, 100), held, identified, target) for case, points in CASES]
    change = None if target is None else closing_change(held, Fraction(target))
    rows.append(_row(CLOSING, change, held, identified, target))
    return request.figure(COLUMNS, rows, used=[used])


def risk_adjusted(held: Sequence[Weighted], change: Fraction) -> Fraction:
    """Return what is counted on if every weight changes by so much, none below nought or above one."""
    return sum((value * min(max(weight + change, Fraction(0)), Fraction(1)) for value, weight in held), Fraction(0))


def closing_change(held: Sequence[Weighted], target: Fraction) -> Fraction | None:
    """Return the smallest common change of the weights at which exactly the target is counted on, None if none does.

    Between two changes at which some weight reaches nought or one the value is a straight line, so that the answer is
    exact.
    """
    answers = list(_crossings(held, target))
    return min(answers, key=abs) if answers else None


def _crossings(held: Sequence[Weighted], target: Fraction) -> Iterator[Fraction]:
    corners = {bound - weight for _, weight in held for bound in (Fraction(0), Fraction(1))} | {Fraction(0)}
    changes = sorted(corner for corner in corners if -1 <= corner <= 1)
    points = [(change, risk_adjusted(held, change)) for change in changes]
    yield from (change for change, value in points if value == target)
    for (first, low), (last, high) in pairwise(points):
        if (low - target) * (high - target) < 0:
            yield first + (target - low) / (high - low) * (last - first)


def _row(
    case: str, change: Fraction | None, held: Sequence[Weighted], identified: Decimal, target: Decimal | None
) -> tuple[Cell, ...]:
    if change is None:
        return case, None, identified, None, target, None
    adjusted, points = _decimal(risk_adjusted(held, change), PENNY), _decimal(100 * change, STEP)
    return case, points, identified, adjusted, target, None if target is None else target - adjusted


def _target(request: Request) -> Decimal | None:
    value = gap(request).records()[0]["value"]
    return value if isinstance(value, Decimal) else None


def _decimal(value: Fraction, step: Decimal) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(step, ROUND_HALF_UP) + 0
