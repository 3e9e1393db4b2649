"""What does not recur and what has its full effect next year, from everywhere that says so, and nothing twice.

An item counts where it is first found: in the loaded table, among the one-off items that were marked, in the plan, in
the scheme register.  Where it is found again it is named without an amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.checks.labels import same_name
from recovery.measures.loaded_rows import loaded_rows
from recovery.measures.one_offs import one_offs
from recovery.measures.plan_ends import plan_non_recurrent
from recovery.measures.savings_effects import (
    Effect,
    full_year_of_savings,
    is_whole_programme,
    savings_that_do_not_recur,
)
from recovery.rows import number, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from recovery.measures.request import Request

LOADED, MARKED, PLAN, REGISTER = "as loaded", "marked as one-off", "plan", "scheme register"
PLANNED: Final = "Non-recurrent investment"
"""What every item of the plan is called, as it has no name of its own there."""
UNKNOWN_LINE: Final = "Not counted: the position has no such line"
ROUNDING: Final = Decimal(500)
"""Pounds that two tables printed in thousands may show of one item apart."""


@dataclass(frozen=True)
class Item:
    """What an item adds to the outturn in pounds, favourable positive; None where it is counted elsewhere already."""

    name: str
    line: str
    amount: Decimal | None
    source: str
    reason: str


def non_recurrent_items(request: Request) -> list[Item]:
    """Return what of the reported outturn does not recur."""
    told = _once([*_listed(request, "non_recurrent"), *_marked(request), *_planned(request)])
    return _with_savings(request, told, "Savings that do not recur", savings_that_do_not_recur)


def full_year_items(request: Request) -> list[Item]:
    """Return what the year's changes come to in a full year beyond what this year holds of them."""
    told = _listed(request, "full_year_effect")
    return _with_savings(request, told, "Full-year effect of the savings", full_year_of_savings)


def _listed(request: Request, field: str) -> list[Item]:
    """Return the lines of the loaded table with an amount in a field."""
    return [
        Item(text(row, "item"), text(row, "line"), amount, LOADED, text(row, "reason"))
        for _, kind, row in loaded_rows(request, "underlying")
        if kind == "line" and (amount := number(row, field))
    ]


def _marked(request: Request) -> Iterator[Item]:
    """Yield the one-off items that people marked, of the months so far; one without a line is named and not counted."""
    for mark in one_offs(request):
        if not mark.is_to_come:
            line = mark.of.label if mark.of else mark.line
            yield Item(mark.key, line, mark.effect, MARKED, mark.reason if mark.of else UNKNOWN_LINE)


def _planned(request: Request) -> Iterator[Item]:
    """Yield the plan's investment of this year only."""
    for line, amount in plan_non_recurrent(request):
        yield Item(PLANNED, line, amount, PLAN, "Planned for this year only")


def _once(items: Iterable[Item]) -> list[Item]:
    """Return the items, without the amount of those that another source has named before."""
    found: list[Item] = []
    for item in items:
        before = next((one for one in found if one.source != item.source and _is_same(one, item)), None)
        found.append(_again(item, before) if before else item)
    return found


def _is_same(one: Item, other: Item) -> bool:
    """Return whether two items that count are one: of one name of their own, or of one amount on one line."""
    if one.amount is None or other.amount is None:
        return False
    if same_name(one.name) == same_name(other.name) != same_name(PLANNED):
        return True
    alike = one.amount * other.amount > 0 and abs(one.amount - other.amount) <= ROUNDING
    return alike and same_name(one.line) == same_name(other.line) != ""


def _with_savings(
    request: Request, told: list[Item], name: str, effect_of: Callable[[Request, Iterable[str]], Effect]
) -> list[Item]:
    """Return items with the register's part, which those that count and name a scheme or all the savings go before."""
    counted = [item for item in told if item.amount is not None]
    effect = effect_of(request, [item.name for item in counted])
    if not effect.amount:
        return told
    item = Item(name, "", effect.amount, REGISTER, effect.note)
    whole = next((one for one in counted if is_whole_programme(request, one.name)), None)
    return [*told, _again(item, whole) if whole else item]


def _again(item: Item, before: Item) -> Item:
    return Item(item.name, item.line, None, item.source, f"Counted once, {before.source}")
