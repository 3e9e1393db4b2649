"""What activity costs against plan: how much of a variance is volume and how much is price."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, Source, actuals_of
from recovery.period import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.engine.queries import Amount

PLAN, PRICES = "activity-plan", "activity-prices"
WITHOUT: Final = "Without "
"""What a total's title begins with where it leaves measures out."""
COLUMNS: Final = (
    Column("code", "Code"),
    Column("title", "Title"),
    Column("month", "To month", "number"),
    Column("unit_price", "Unit price, £", "count"),
    Column("ytd_plan", "YTD plan", "count"),
    Column("ytd_actual", "YTD actual", "count"),
    Column("planned_cost", "Planned cost", "money"),
    Column("actual_cost", "Actual cost", "money"),
    Column("volume_variance", "Volume variance Fav/(adv)", "money"),
    Column("price_variance", "Price variance Fav/(adv)", "money"),
    Column("cost_variance", "Cost variance Fav/(adv)", "money"),
)


@dataclass(frozen=True)
class Costed:
    """One measure from April to a month: counts planned and done, its price and, where it is known, what it cost."""

    kind: str
    code: str
    title: str
    unit_price: Amount
    plan: Amount
    actual: Amount
    cost: Amount

    @property
    def planned_cost(self) -> Amount:
        """Return what the planned activity was to cost."""
        return None if self.unit_price is None or self.plan is None else self.unit_price * self.plan

    @property
    def is_costed(self) -> bool:
        """Return whether what was planned and done of it can be set against each other in money."""
        return self.volume_variance is not None

    @property
    def volume_variance(self) -> Amount:
        """Return the difference in volume at the planned price: positive where less was done than planned."""
        if self.planned_cost is None or self.actual is None or self.unit_price is None:
            return None
        return self.planned_cost - self.unit_price * self.actual

    @property
    def price_variance(self) -> Amount:
        """Return what was paid above (negative) or below the planned price for what was done."""
        if self.unit_price is None or self.actual is None or self.cost is None:
            return None
        return self.unit_price * self.actual - self.cost

    @property
    def cost_variance(self) -> Amount:
        """Return the whole: planned cost less actual cost, which is volume and price together."""
        if self.volume_variance is None or self.price_variance is None:
            return None
        return self.volume_variance + self.price_variance


def activity_cost(request: Request) -> Figure:
    """Return every priced measure's cost against plan to date, with a total in which no part is counted twice.

    To date is to the month for which the cost is known, where that is before the month looked at; `month` says so.
    """
    plan, prices = request.need(PLAN), request.need(PRICES)
    month = request.view.month or MONTHS_IN_YEAR
    known = prices.month is not None and prices.month <= month
    view = replace(request.view, month=prices.month if known and prices.month else month)
    found = [Costed(*row) for row in queries.activity_cost(request.engine, plan.id, prices.id, view)]
    measures = [one if known else replace(one, cost=None) for one in found]
    shown = [one for one in measures if one.unit_price is not None]
    rows = [_row(one, view.month) for one in shown]
    total = _total(measures, view.month)
    kinds = [one.kind for one in shown] + ["total"] * bool(total)
    used: list[Source] = [plan, prices, *actuals_of(request)]
    return request.figure(COLUMNS, rows + total, kinds=kinds, used=used)


def counted_once(measures: Sequence[Costed]) -> list[Costed]:
    """Return what should make the total: each line, its parts in its place where it cannot be costed and they can.

    Where nothing of a line and its parts has a price, nothing of it is meant.
    """
    found: list[Costed] = []
    for line, *parts in _families(measures):
        if line.is_costed or (line.unit_price is not None and not any(part.is_costed for part in parts)):
            found.append(line)
        elif any(part.unit_price is not None for part in parts):
            found += parts
    return found


def _families(measures: Sequence[Costed]) -> list[list[Costed]]:
    """Return every line with the parts that follow it."""
    found: list[list[Costed]] = []
    for one in measures:
        if one.kind == "part" and found:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _row(one: Costed, month: int) -> tuple[Cell, ...]:
    return one.code, one.title, month, one.unit_price, one.plan, one.actual, *_costs(one)


def _costs(one: Costed) -> tuple[Amount, ...]:
    return one.planned_cost, one.cost, one.volume_variance, one.price_variance, one.cost_variance


def _total(measures: Sequence[Costed], month: int) -> list[tuple[Cell, ...]]:
    """Return the total of what can be costed, naming what cannot; of costs only where all of it has one."""
    meant = counted_once(measures)
    costed = [one for one in meant if one.is_costed]
    if not costed:
        return []
    left_out = ", ".join(one.code for one in meant if not one.is_costed)
    amounts = [_sum(values) for values in zip(*map(_costs, costed), strict=True)]
    return [("Total", f"{WITHOUT}{left_out}" if left_out else None, month, None, None, None, *amounts)]


def _sum(values: Sequence[Amount]) -> Amount:
    held = [value for value in values if value is not None]
    return sum(held, Decimal(0)) if len(held) == len(values) else None
