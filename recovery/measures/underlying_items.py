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
from recovery.measures.savings_effects import SavingsEffects, savings_effects
from recovery.rows import number, text
from recovery.sources.telling_rows import duty_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recovery.measures.request import Request

LOADED, MARKED, PLAN, REGISTER = "as loaded", "marked as one-off", "plan", "scheme register"
SAVINGS: Final = "qipp"
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


def non_recurrent_items(request: Request) -> Iterator[Item]:
    """Yield what of the reported outturn does not recur."""
    listed = _listed(request, "non_recurrent")
    yield from listed
    yield from _marked(request, listed)
    yield from _planned(request, listed)
    effects = savings_effects(request, _names(listed))
    if effects and effects.non_recurrent:
        yield _savings("Savings that do not recur", effects.non_recurrent, effects, listed)


def full_year_items(request: Request) -> Iterator[Item]:
    """Yield what the year's changes come to in a full year beyond what this year holds of them."""
    listed = _listed(request, "full_year_effect")
    yield from listed
    effects = savings_effects(request, _names(listed))
    if effects and effects.full_year:
        why = _taken_to_recur(effects.taken_to_recur)
        yield _savings("Full-year effect of the savings", effects.full_year, effects, listed, why)


def _listed(request: Request, field: str) -> list[Item]:
    """Return the lines of the loaded table with an amount in a field."""
    return [
        Item(text(row, "item"), text(row, "line"), amount, LOADED, text(row, "reason"))
        for _, kind, row in loaded_rows(request, "underlying")
        if kind == "line" and (amount := number(row, field))
    ]


def _marked(request: Request, listed: Sequence[Item]) -> Iterator[Item]:
    """Yield the one-off items that people marked, of the months so far; one without a line is named and not counted."""
    for mark in one_offs(request):
        if not mark.is_to_come:
            line = mark.of.label if mark.of else mark.line
            item = Item(mark.key, line, mark.effect, MARKED, mark.reason if mark.of else UNKNOWN_LINE)
            yield _again(item, LOADED) if any(_is_same(item, other) for other in listed) else item


def _is_same(one: Item, other: Item) -> bool:
    """Return whether two items are one: of the same name, or of the same amount on the same line."""
    if same_name(one.name) == same_name(other.name):
        return True
    apart = abs((one.amount or Decimal(0)) - (other.amount or Decimal(0)))
    return same_name(one.line) == same_name(other.line) and apart <= ROUNDING


def _planned(request: Request, listed: Sequence[Item]) -> Iterator[Item]:
    """Yield the plan's investment of this year only; the loaded table goes before it on a line that both speak of."""
    spoken = {same_name(item.line) for item in listed if item.amount and item.amount < 0}
    for line, amount in plan_non_recurrent(request):
        item = Item("Non-recurrent investment", line, amount, PLAN, "Planned for this year only")
        yield _again(item, LOADED) if same_name(line) in spoken else item


def _savings(name: str, amount: Decimal, effects: SavingsEffects, listed: Sequence[Item], why: str = "") -> Item:
    """Return the register's part; a loaded item that speaks of the savings as a whole goes before it."""
    item = Item(name, "", amount, REGISTER, "; ".join(filter(None, (_left_out(effects), why))))
    return _again(item, LOADED) if any(duty_of(other.name) == SAVINGS for other in listed) else item


def _left_out(effects: SavingsEffects) -> str:
    return f"Without {', '.join(effects.left_out)}, counted above" if effects.left_out else ""


def _taken_to_recur(schemes: int) -> str:
    if not schemes:
        return ""
    many = f"{schemes:,} {'scheme' if schemes == 1 else 'schemes'}"
    return f"All of this year's value of {many} is taken to recur, as the register does not say"


def _names(listed: Sequence[Item]) -> set[str]:
    return {item.name.casefold() for item in listed}


def _again(item: Item, where: str) -> Item:
    return Item(item.name, item.line, None, item.source, f"Counted once, {where}")
