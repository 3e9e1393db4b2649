"""Where two tables say different things of the same saving: each difference named, sized and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.findings import Severity
from recovery.money import THOUSAND, rounded
from recovery.savings.triangulation.figure import NOT_MAPPED, TOTAL, UNMAPPED, Compared, compared, labelled, rows_of
from recovery.savings.triangulation.rules import BEHIND, YEAR, Pair, rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from recovery.figure import Mark
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("area", "Area"),
    Column("first_table", "One table"),
    Column("first_amount", "It says", "money"),
    Column("second_table", "The other"),
    Column("second_amount", "It says", "money"),
    Column("difference", "Difference", "money"),
    Column("says", "In words"),
    Column("kind", "Kind"),
)
KINDS: Final = {"year": "should agree", "activity": "plan and schemes", "behind": "activity behind savings"}
NOBODY: Final = "not mapped"


@dataclass(frozen=True)
class Difference:
    """One difference: the second amount less the first, in pounds, and what both tables say in words."""

    area: str
    first_table: str
    first: Decimal
    second_table: str
    second: Decimal | None
    says: str
    kind: str

    @property
    def size(self) -> Decimal:
        """Return the second amount less the first; what stands nowhere else differs by itself."""
        return (self.second or Decimal(0)) - self.first

    @property
    def cells(self) -> list[Cell]:
        """Return it as a row."""
        return [
            self.area, self.first_table, self.first, self.second_table, self.second, self.size, self.says, self.kind,
        ]  # fmt: skip


def triangulation_differences(request: Request) -> Figure:
    """Return every difference, the largest first."""
    held, found = compared(request)
    differences = [*_within(found.marks)]
    for row in rows_of(held, found):
        differences += _unmapped(row) if row.kind == UNMAPPED else _between(row, found.totals)
    differences.sort(key=lambda one: -abs(one.size))
    return labelled(request.figure(COLUMNS, [one.cells for one in differences], used=found.used), held)


def _between(row: Compared, loaded: Iterable[str]) -> Iterator[Difference]:
    for pair in rules().pairs:
        if row.apart(pair, loaded) and not _is_silent(row, pair):
            yield _difference(row, pair)


def _is_silent(row: Compared, pair: Pair) -> bool:
    """Return whether there is no activity to compare: not every area has any, nor has all activity a price."""
    if pair.kind == YEAR:
        return False
    either = (row.amounts.get(pair.first), row.amounts.get(pair.second))
    return None in either or (pair.kind == BEHIND and row.kind == TOTAL)


def _difference(row: Compared, pair: Pair) -> Difference:
    one, other = rules().columns[pair.first], rules().columns[pair.second]
    first, second = (row.amounts.get(column) or Decimal(0) for column in (pair.first, pair.second))
    amounts = f"{_said(one.words, first)}; {_said(other.words, second)}"
    more = f"{thousands(abs(second - first))} {_more(second - first)}"
    place = "In total" if row.kind == TOTAL else row.label
    return Difference(
        row.label, one.table, first, other.table, second, f"{place}: {amounts}, {more}.", KINDS[pair.kind]
    )


def _unmapped(row: Compared) -> Iterator[Difference]:
    for column, about in rules().columns.items():
        if amount := row.amounts.get(column):
            name = row.label.removeprefix(NOT_MAPPED)
            says = f"{name}: {_said(about.words, amount)}, and no area of the map has it."
            yield Difference(row.label, about.table, amount, "", None, says, NOBODY)


def _within(marks: dict[str, Mark]) -> Iterator[Difference]:
    """Give what a table's own lines add to where that is not the total that it prints."""
    for column, about in rules().columns.items():
        mark = marks.get(column)
        if mark and mark.severity == Severity.DIFFERENCE.value:
            apart = thousands(abs(mark.computed - mark.printed))
            says = (
                f"{about.table}: the total is printed as {thousands(mark.printed)}; "
                f"its lines add to {thousands(mark.computed)}, {apart} {_more(mark.computed - mark.printed)}."
            )
            yield Difference(
                "Total", f"{about.table}, as printed", mark.printed, f"{about.table}, lines added", mark.computed, says,
                "printed and added",
            )  # fmt: skip


def _more(size: Decimal) -> str:
    return "more" if size > 0 else "less"


def _said(words: str, amount: Decimal) -> str:
    return words.format(amount=thousands(amount))


def thousands(pounds: Decimal) -> str:
    """Return an amount as £13,969k, a negative one in brackets, none as nothing."""
    if not pounds:
        return "nothing"
    size = f"£{rounded(abs(pounds) / THOUSAND):,}k"
    return f"({size})" if pounds < 0 else size
