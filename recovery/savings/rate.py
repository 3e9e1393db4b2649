"""The rate at which savings have to be made in the months left, against the months so far."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.measures.run_rate_limits import SAVINGS, limit_of
from recovery.period import MONTHS_IN_YEAR
from recovery.rows import amount
from recovery.savings.delivery import delivery_by_month
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
PENNY, MILLIONTH = Decimal("0.01"), Decimal("0.000001")


def savings_rate(request: Request) -> Figure:
    """Return what the months left have to save for the schemes' forecast, their plan and the target to be met."""
    months = delivery_by_month(request).records()
    month = request.register.month
    delivered = sum((amount(row, "actual") for row in months), Decimal(0))
    target = next((row["value"] for row in gap(request).records() if row["measure"] == "target"), None)
    limit = limit_of(SAVINGS, request.view.year.month_end(month))
    bases: list[tuple[str, Decimal, Decimal | None]] = [
        (FORECAST, *_of_year(months, "forecast")),
        (PLAN, *_of_year(months, "plan")),
    ]
    if isinstance(target, Decimal):
        bases.append((TARGET, target, None))
    rows = [_row(*basis, delivered, month, limit) for basis in bases]
    return request.figure(COLUMNS, rows, used=[request.need("schemes")])


def _of_year(months: Sequence[Row], column: str) -> tuple[Decimal, Decimal]:
    """Return what a column comes to in the year, and in its second half."""
    return (
        sum((amount(row, column) for row in months), Decimal(0)),
        sum((amount(row, column) for row in months if amount(row, "month") > HALF), Decimal(0)),
    )


def _row(  # noqa: PLR0913, PLR0917 - the parts of one row
    basis: str, year: Decimal, second_half: Decimal | None, delivered: Decimal, month: int, limit: Limit | None
) -> list[Cell]:
    left = year - delivered
    rate = _share(delivered, month)
    required = _share(left, MONTHS_IN_YEAR - month)
    improvement = required - rate if required is not None and rate is not None else None
    percent = _percent(improvement, rate)
    rag = limit.rag(percent) if limit else None
    return [
        basis, year, delivered, rate, left, required, improvement, percent, rag,
        second_half, _percent(second_half, year),
    ]  # fmt: skip


def _share(pounds: Decimal, months: int) -> Decimal | None:
    return (pounds / months).quantize(PENNY, ROUND_HALF_UP) if months else None


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return (100 * part / abs(whole)).quantize(MILLIONTH, ROUND_HALF_UP) if part is not None and whole else None
