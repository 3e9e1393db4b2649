"""The rate at which savings have to be made in the months left, against the months so far."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.run_rate_limits import SAVINGS, limit_of
from recovery.period import MONTHS_IN_YEAR
from recovery.rates import divided, percentage
from recovery.rows import amount, last_of_kind, number
from recovery.savings.delivery import delivery, delivery_by_month
from recovery.savings.gap import gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.request import Request
    from recovery.measures.run_rate_limits import Limit
    from recovery.rows import Row

COLUMNS: Final = (
    Column("basis", "Savings for the year"),
    Column("year", "For the year", "money"),
    Column("delivered", "Delivered to date", "money"),
    Column("monthly_rate", "Delivered a month", "money"),
    Column("left", "Still to come", "money"),
    Column("required_monthly_rate", "Required a month", "money"),
    Column("improvement", "Improvement a month needed", "money"),
    Column("improvement_percent", "Improvement needed %", "percent"),
    Column("improvement_rag", "Required rate RAG"),
    Column("second_half", "In the second half", "money"),
    Column("second_half_share", "Second half %", "percent"),
)
FORECAST, PLAN, TARGET = "Forecast of the schemes", "Plan of the schemes", "Target"
HALF: Final = 6


def savings_rate(request: Request) -> Figure:
    """Return what the months left have to save for the schemes' forecast, their plan and the target to be met.

    The second half is of what is profiled by month; a scheme without a profile is in the year alone.
    """
    months = delivery_by_month(request).records()
    month = request.register.month
    reported = [actual for row in months if (actual := number(row, "actual")) is not None]
    delivered = sum(reported, Decimal(0)) if reported else None
    target = next((row["value"] for row in gap(request).records() if row["measure"] == "target"), None)
    limit = limit_of(SAVINGS, request.view.year.month_end(month))
    total = last_of_kind(delivery(request), "total")
    bases = [
        (FORECAST, amount(total, "forecast_year"), months, "forecast"),
        (PLAN, amount(total, "plan_year"), months, "plan"),
        *([(TARGET, target, (), "")] if isinstance(target, Decimal) else []),
    ]
    rows = [
        [*_row(basis, year, delivered, month, limit), *_second_half(profiled, column)]
        for basis, year, profiled, column in bases
    ]
    return request.figure(COLUMNS, rows, used=[request.need("schemes")])


def _second_half(months: Sequence[Row], column: str) -> list[Cell]:
    """Return what a column comes to in October to March, and its share of the year's; nil where nothing is profiled."""
    whole = sum((amount(row, column) for row in months), Decimal(0))
    later = sum((amount(row, column) for row in months if amount(row, "month") > HALF), Decimal(0))
    return [later, percentage(later, abs(whole))] if months else [None, None]


def _row(basis: str, year: Decimal, delivered: Decimal | None, month: int, limit: Limit | None) -> list[Cell]:
    """Return a basis with its rates, nil where nothing says what is delivered.

    The improvement and its percentage are of amounts that are not rounded yet.
    """
    if delivered is None:
        return [basis, year, *[None] * 7]
    left, months_left = year - delivered, MONTHS_IN_YEAR - month
    more = left * month - delivered * months_left
    improvement = divided(more, months_left * month)
    percent = percentage(more, abs(delivered) * months_left)
    rating = limit.rag(improvement, percent) if limit else None
    rates = divided(delivered, month), left, divided(left, months_left)
    return [basis, year, delivered, *rates, improvement, percent, rating]
