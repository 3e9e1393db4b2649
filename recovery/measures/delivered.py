"""Savings delivered: this month, to date and the year side by side, and what recurs of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from recovery.figure import Cell, Column, Figure
from recovery.period import month_name
from recovery.rates import percentage
from recovery.rows import amount, last_of_kind

NOUGHT: Final = Decimal(0)
PERIODS: Final = (
    Column("period", "Period"),
    Column("plan", "Plan", "money"),
    Column("actual", "Actual or forecast", "money"),
    Column("variance", "Variance Fav/(adv)", "money"),
    Column("delivery_percent", "Delivery %", "percent"),
)
PARTS: Final = (
    Column("part", "Savings"),
    Column("plan_ytd", "Plan to date", "money"),
    Column("actual_ytd", "Delivered to date", "money"),
    Column("variance_ytd", "Variance Fav/(adv)", "money"),
)


def reported_until(by_month: Figure) -> int:
    """Return the month as far as which the figure counts actuals, 0 where there are none."""
    return max((int(amount(row, "month")) for row in by_month.records() if row["actual"] is not None), default=0)


def periods(delivery: Figure, by_month: Figure) -> Figure:
    """Return the month reported last, the year to date, the year, and the full-year effect next year, in pounds."""
    until = reported_until(by_month)
    total = last_of_kind(delivery, "total")
    rows: list[tuple[Cell, ...]] = []
    if until:
        month = next((row for row in by_month.records() if amount(row, "month") == until), None)
        name = f"Month {until} ({month_name(until)})"
        rows.append(_period(name, amount(month, "plan"), amount(month, "actual")))
        rows.append(_period("Year to date", amount(total, "plan_ytd"), amount(total, "actual_ytd")))
    rows.append(_period("Full year, forecast", amount(total, "plan_year"), amount(total, "forecast_year")))
    rows.append(("Full-year effect next year", None, amount(total, "full_year_effect"), None, None))
    return _made(delivery, "delivery-periods", "Delivery: month, year to date and full year", PERIODS, rows)


def _period(name: str, plan: Decimal, actual: Decimal) -> tuple[Cell, ...]:
    return name, plan, actual, actual - plan, percentage(actual, plan)


@dataclass(frozen=True)
class Recurrence:
    """What was planned and delivered to date in pounds, in savings that recur and in savings that do not."""

    recurrent_plan: Decimal
    recurrent: Decimal
    non_recurrent_plan: Decimal
    non_recurrent: Decimal

    @property
    def delivered(self) -> Decimal:
        """Return everything that is delivered."""
        return self.recurrent + self.non_recurrent

    @property
    def standing_in(self) -> Decimal:
        """Return non-recurrent delivery above its own plan, as far as recurrent delivery is short of its plan."""
        short, above = self.recurrent_plan - self.recurrent, self.non_recurrent - self.non_recurrent_plan
        return max(min(short, above), NOUGHT)


def recurrence(by_month: Figure) -> Recurrence:
    """Return what recurs of the plan and of delivery to date."""
    month = reported_until(by_month)
    rows = [row for row in by_month.records() if 1 <= amount(row, "month") <= month]
    names = ("recurrent_plan", "recurrent_actual", "non_recurrent_plan", "non_recurrent_actual")
    return Recurrence(*(sum((amount(row, name) for row in rows), NOUGHT) for name in names))


def recurrence_figure(parts: Recurrence, by_month: Figure) -> Figure:
    """Return recurrent and non-recurrent delivery with their total, and below it what stands in for recurrent."""
    planned = parts.recurrent_plan + parts.non_recurrent_plan
    rows = [
        _part("Recurrent", parts.recurrent_plan, parts.recurrent),
        _part("Non-recurrent", parts.non_recurrent_plan, parts.non_recurrent),
        _part("Total", planned, parts.delivered),
        ("Non-recurrent in place of recurrent", None, parts.standing_in, None),
    ]
    made = _made(by_month, "delivery-recurrence", "Recurrent and non-recurrent delivery", PARTS, rows)
    return replace(made, kinds=("line", "line", "total", "memo"))


def _part(name: str, plan: Decimal, actual: Decimal) -> tuple[Cell, ...]:
    return name, plan, actual, actual - plan


def _made(source: Figure, name: str, title: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> Figure:
    return replace(
        source, name=name, title=title, columns=columns, rows=tuple(rows), kinds=("line",) * len(rows), marks={}
    )
