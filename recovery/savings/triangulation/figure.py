"""The figure `triangulation`: every area with what each table says of its savings, and how far they are apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, nothing
from recovery.savings.triangulation.activity_worth import added
from recovery.savings.triangulation.area_map import SIDES, AreaMap
from recovery.savings.triangulation.gathering import MATRIX, PLAN, REGISTER, TARGETS, gathered
from recovery.savings.triangulation.held_map import map_of
from recovery.savings.triangulation.items import Amounts
from recovery.savings.triangulation.rules import Pair, rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.savings.triangulation.items import Gathered, Item

NEEDED: Final = (PLAN, TARGETS, REGISTER, MATRIX)
"""The tables any of which is enough."""
AREA, UNMAPPED, TOTAL = "area", "unmapped", "total"
"""The kinds of row."""
NOT_MAPPED: Final = "Not mapped: "
MONEY: Final = {
    "budget_qipp": "QIPP removed from the budget",
    "target": "Target",
    "identified": "Identified",
    "risk_adjusted": "Risk-adjusted",
    "delivered_ytd": "Delivered YTD",
    "activity_value": "Activity removed by schemes × price",
}
MORE: Final = {
    "activity_value_in_plan": "Activity taken out in the plan × price",
    "plan_budget": "Budget in the financial plan",
    "position_budget": "Annual budget in the position",
}
COLUMNS: Final = (
    Column("area", "Area"),
    *(Column(name, heading, "money") for name, heading in MONEY.items()),
    Column("largest_difference", "Largest difference", "money"),
    Column("largest_difference_between", "Between"),
    *(Column(name, heading, "money") for name, heading in MORE.items()),
    Column("budget_moved", "More/(less) since the plan", "money"),
    Column("activity_without_price", "Activity without a price"),
    Column("map", "Map"),
)


@dataclass(frozen=True)
class Compared:
    """One row before it is written out: an area of the map, something not mapped, or each table's own total."""

    label: str
    kind: str
    amounts: Amounts
    without_price: str = ""

    def apart(self, pair: Pair, loaded: Iterable[str]) -> Decimal | None:
        """Return by how much the pair's second amount is above its first; None where they cannot be compared.

        A table that is there and says nothing of the area says nought.
        """
        first, second = self.amounts.get(pair.first), self.amounts.get(pair.second)
        if not {pair.first, pair.second} <= set(loaded) or (first is None and second is None):
            return None
        return (second or Decimal(0)) - (first or Decimal(0))


def triangulation(request: Request) -> Figure:
    """Return every area of the map, what it leaves out, and each table's own total."""
    held, found = compared(request)
    rows = rows_of(held, found)
    shown = request.figure(
        COLUMNS,
        [_cells(row, found.totals, held.standing) for row in rows],
        kinds=["total" if row.kind == TOTAL else "line" for row in rows],
        marks={(len(rows) - 1, column): mark for column, mark in found.marks.items()},
        used=found.used,
    )
    return labelled(shown, held)


def compared(request: Request) -> tuple[AreaMap, Gathered]:
    """Return the map and everything that it brings together; NothingLoaded where there is nothing to compare."""
    if not request.sources.keys() & set(NEEDED):
        raise NothingLoaded(nothing(request.title, (PLAN, TARGETS, REGISTER), request.view))
    found = gathered(request)
    return map_of(request.engine, request.view, found), found


def labelled(shown: Figure, held: AreaMap) -> Figure:
    """Return a figure that says in its title where the map behind it is only a proposal."""
    title = shown.title if held.is_confirmed else f"{shown.title} (proposed map, not confirmed)"
    return replace(shown, title=title, illustrative=shown.illustrative or held.is_illustrative)


def rows_of(held: AreaMap, found: Gathered) -> list[Compared]:
    """Return the areas, then what is not mapped, then the total; in each column they add up to its own table."""
    areas = [
        _together(entry.area, AREA, [found.items[key] for key in entry.keys if key in found.items])
        for entry in held.entries
    ]
    left = [
        _together(f"{NOT_MAPPED}{item.name} ({SIDES[item.side]})", UNMAPPED, [item])
        for key, item in found.items.items()
        if key not in held.areas and any(item.amounts.values())
    ]
    return [*areas, *left, Compared("Total", TOTAL, found.totals)]


def _together(label: str, kind: str, items: Sequence[Item]) -> Compared:
    amounts: Amounts = {}
    for item in items:
        for column, amount in item.amounts.items():
            amounts[column] = added(amounts.get(column), amount)
    return Compared(label, kind, amounts, "; ".join(item.without_price for item in items if item.without_price))


def largest(row: Compared, loaded: Iterable[str]) -> tuple[Decimal | None, str]:
    """Return the largest difference of columns that should agree, and between which tables it lies."""
    if row.kind == UNMAPPED:
        return None, ""
    known = rules()
    apart = [(abs(size), pair) for pair in known.of_year if (size := row.apart(pair, loaded)) is not None]
    if not apart:
        return None, ""
    size, pair = max(apart, key=lambda one: one[0])
    tables = [known.columns[column].table for column in (pair.first, pair.second)]
    return size, " and ".join(tables) if size else ""


def _cells(row: Compared, loaded: Iterable[str], standing: str) -> list[Cell]:
    size, between = largest(row, loaded)
    return [
        row.label,
        *(row.amounts.get(name) for name in MONEY),
        size,
        between,
        *(row.amounts.get(name) for name in MORE),
        _moved(row.amounts),
        row.without_price,
        {UNMAPPED: "not mapped", TOTAL: ""}.get(row.kind, standing),
    ]


def _moved(amounts: Amounts) -> Decimal | None:
    """Return by how much the position's budget is above the plan's, None where one of them is not there."""
    planned, held = amounts.get("plan_budget"), amounts.get("position_budget")
    return None if planned is None or held is None else held - planned
