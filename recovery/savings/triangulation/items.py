"""Lines, areas and codes with their amounts, and each table's total: what a map brings together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recovery.figure import Figure, Mark
from recovery.names import name_key
from recovery.savings.triangulation.activity_worth import added

if TYPE_CHECKING:
    from recovery.measures.request import Source
    from recovery.rows import Row
    from recovery.savings.triangulation.line_names import LineName

NAMELESS: Final = "No area"
Amounts = dict[str, Decimal | None]
Taken = Mapping[str, tuple[str, int]]
"""Which of a table's columns go to which of ours, and with which sign; the last tells what the table's total is."""


@dataclass(frozen=True)
class Item:
    """One thing that a map gives to an area: its amounts by the column that they go to, pounds, a saving positive.

    `words` are those by which a proposal compares it; `without_price` says what of its activity has no price.
    """

    side: str
    name: str
    words: str
    amounts: Amounts
    without_price: str = ""


@dataclass
class Gathered:
    """What there is on every side; a column without a total has no table behind it."""

    items: dict[tuple[str, str], Item] = field(default_factory=dict)
    totals: Amounts = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    used: list[Source] = field(default_factory=list)

    def add(self, side: str, name: str, amounts: Mapping[str, Decimal | None], words: str = "", note: str = "") -> None:
        """Take amounts in under a name; what already stands under it on that side is added to."""
        key = (side, name_key(name))
        held = self.items.get(key, Item(side, name, words or name, {}, note))
        for column, amount in amounts.items():
            held.amounts[column] = added(held.amounts.get(column), amount)
        self.items[key] = held

    def names(self) -> dict[str, dict[str, str]]:
        """Return by side what there is, each with the words by which it is compared."""
        found: dict[str, dict[str, str]] = {}
        for item in self.items.values():
            found.setdefault(item.side, {})[item.name] = item.words
        return found

    def take(
        self,
        table: Figure,
        side: str,
        taken: Taken,
        others: Collection[int] = (),
        called: Mapping[int, LineName] = MappingProxyType({}),
    ) -> None:
        """Take a figure's lines in, and its total as printed (else their sum) with what is marked on it.

        `others` are rows that are not of this side; `called` says what lines are called where that is not their name
        alone.  Where there are several totals, the table's own is the one that is nearest to the sum of its lines.
        """
        numbered = [one for one in enumerate(zip(table.records(), table.kinds, strict=True)) if one[0] not in others]
        lines = {number: row for number, (row, kind) in numbered if kind == "line"}
        totals = {number: row for number, (row, kind) in numbered if kind == "total"}
        for number, row in lines.items():
            amounts = {to: _signed(row, name, sign) for name, (to, sign) in taken.items()}
            own = str(row[table.columns[0].name] or NAMELESS)
            name, words = called.get(number, (own, own))
            self.add(side, name, amounts, words)
        total = _own_total(lines.values(), totals, list(taken)[-1])
        for name, (to, sign) in taken.items():
            printed = None if total is None else _signed(totals[total], name, sign)
            self.totals[to] = _sum(_signed(row, name, sign) for row in lines.values()) if printed is None else printed
            if total is not None and (mark := table.marks.get((total, name))):
                self.marks[to] = Mark(sign * mark.printed, sign * mark.computed, mark.severity)


def _own_total(lines: Collection[Row], totals: Mapping[int, Row], column: str) -> int | None:
    """Return the row of the total that all lines add to, None where there is none."""
    whole = _sum(_signed(row, column) for row in lines) or Decimal(0)
    apart = [(abs((_signed(row, column) or Decimal(0)) - whole), -number) for number, row in totals.items()]
    return -min(apart)[1] if apart else None


def _signed(row: Row, column: str, sign: int = 1) -> Decimal | None:
    amount = row[column]
    return sign * amount + 0 if isinstance(amount, Decimal) else None


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total: Decimal | None = None
    for amount in amounts:
        total = added(total, amount)
    return total
