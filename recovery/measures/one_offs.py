"""One-off items: what of a line's months so far will not recur, and is left out of the run rates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.kept import KEPT
from recovery.engine.queries import Removed
from recovery.errors import UsageError
from recovery.figure import Cell, Column, Figure
from recovery.measures.position_lines import POSITION, PositionLine, line_named, position_lines
from recovery.measures.request import Request, Source, sources_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from recovery.engine.queries import Asks
    from recovery.view import View

KIND: Final = "one-off"
COLUMNS: Final = (
    Column("key", "Item"),
    Column("line", "Line"),
    Column("month", "Month", "number"),
    Column("amount", "In the line's actual", "money"),
    Column("effect", "Effect Fav/(adv)", "money"),
    Column("counted", "Left out of the run rates"),
    Column("reason", "Reason"),
    Column("by", "By"),
    Column("recorded_at", "Recorded at (UTC)"),
)
COUNTED, TO_COME, NO_LINE = "Yes", "No: its month is still to come", "No: the position has no such line"


@dataclass(frozen=True)
class OneOff:
    """An item that will not recur: its line, what of its actual it is, in pounds, the month it fell in, why.

    `line` is as it was marked, and `of` the position's line that is meant by it, None where there is no such line;
    `is_to_come`: it falls in a later month than the view's.
    """

    key: str
    line: str
    amount: Decimal
    month: int
    reason: str
    by: str
    at: dt.datetime
    illustrative: bool
    of: PositionLine | None
    is_to_come: bool

    @property
    def counts(self) -> bool:
        """Return whether figures leave it out: an item without a line counts nowhere, one to come not yet."""
        return self.of is not None and not self.is_to_come

    @property
    def effect(self) -> Decimal | None:
        """Return what it does to the net position, favourable positive; None where it has no line."""
        return self.of.effect(self.amount) if self.of else None


def one_offs(request: Request) -> list[OneOff]:
    """Return the items that people have marked for the view's organisation and year, with the lines they are of."""
    position = request.sources.get(POSITION)
    lines = position_lines(request.engine, position.id) if position else []
    month = request.view.month if position is None or position.month is None else position.month
    return [
        OneOff(
            one.key,
            **one.body,
            reason=one.reason,
            by=one.by,
            at=one.at,
            illustrative=one.illustrative,
            of=line_named(one.body["line"], lines),
            is_to_come=one.body["month"] > month,
        )
        for one in queries.judgements(request.engine, request.view, KIND)
    ]


def lines_to_mark(engine: Asks, view: View) -> list[PositionLine]:
    """Return the lines of a view's position that an item can be of: of several of one name the one that is meant."""
    position = sources_of(engine, view).get(POSITION)
    lines = position_lines(engine, position.id) if position else []
    return [line for line in lines if line_named(line.label, lines) is line]


def must_have_line(engine: Asks, view: View, name: str) -> None:
    """Raise a UsageError where positions are loaded for a view's year, and none of them has a line of this name."""
    by_month = [position_lines(engine, one.submission) for one in queries.positions_of_year(engine, view)]
    if by_month and not any(line_named(name, lines) for lines in by_month):
        names = [line.label for line in by_month[-1]]
        near = get_close_matches(name, names, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"The position has no line '{name}'.{meant} It has {', '.join(dict.fromkeys(names))}.")


def one_off_items(request: Request) -> Figure:
    """Return every item that is marked, whether it is left out of the run rates, why and by whom."""
    items = one_offs(request)
    return request.figure(COLUMNS, [_cells(item) for item in items], used=[behind(items)])


def _cells(item: OneOff) -> list[Cell]:
    counted = TO_COME if item.is_to_come else COUNTED if item.of else NO_LINE
    at = item.at.isoformat(sep=" ", timespec="seconds")
    return [item.key, item.line, item.month, item.amount, item.effect, counted, item.reason, item.by, at]


def removed(items: Iterable[OneOff], earlier_month: int | None) -> dict[int, Removed]:
    """Return by line what does not recur of the year to date, and of the months since an earlier one.

    A line is told by where it stands in the position.  What does not count is left out: no run rate holds it.
    """
    by_line: Mapping[int, list[OneOff]] = defaultdict(list)
    for item in items:
        if item.of and item.counts:
            by_line[item.of.row_order].append(item)
    return {line: Removed(_sum(held), _sum(_since(held, earlier_month))) for line, held in by_line.items()}


def behind(items: Iterable[OneOff]) -> Source:
    """Return what stands behind a figure that leaves these items out."""
    return Source(KEPT, KIND, None, any(item.illustrative for item in items), frozenset())


def _since(items: Iterable[OneOff], earlier_month: int | None) -> list[OneOff]:
    return [item for item in items if earlier_month is not None and item.month > earlier_month]


def _sum(items: Iterable[OneOff]) -> Decimal:
    return sum((item.amount for item in items), Decimal(0))
