"""One-off items: what of a line's months so far will not recur, and is left out of the run rates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.kept import KEPT
from recovery.engine.queries import Removed
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, Source
from recovery.names import name_key
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

KIND: Final = "one-off"
POSITION: Final = "position"
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
    """An item that will not recur: its line, what of its actual it is, in pounds, the month it fell in, why."""

    key: str
    line: str
    amount: Decimal
    month: int
    reason: str
    by: str
    at: dt.datetime
    illustrative: bool

    @property
    def name(self) -> str:
        """Return the line's name as names are compared: without case, with single spaces."""
        return name_key(self.line)


def one_offs(request: Request) -> list[OneOff]:
    """Return the items that people have marked for the view's organisation and year."""
    found = queries.judgements(request.engine, request.view, KIND)
    return [
        OneOff(one.key, **one.body, reason=one.reason, by=one.by, at=one.at, illustrative=one.illustrative)
        for one in found
    ]


def one_off_items(request: Request) -> Figure:
    """Return every item that is marked, whether it is left out of the run rates, why and by whom."""
    items, position = one_offs(request), request.sources.get(POSITION)
    lines, month = _lines(request, position.id) if position else {}, _month(request, position)
    return request.figure(COLUMNS, [_cells(item, lines, month) for item in items], used=[behind(items)])


def _month(request: Request, position: Source | None) -> int:
    return request.view.month if position is None or position.month is None else position.month


def _lines(request: Request, submission: int) -> dict[str, str]:
    """Return the flow of each of a position's own lines, by name."""
    rows = queries.reported(request.engine, dataset_named(POSITION), submission)
    return {name_key(row[4]): row[2] for row in rows if row[1] == "line"}


def _cells(item: OneOff, lines: Mapping[str, str], month: int) -> list[Cell]:
    counted = TO_COME if item.month > month else COUNTED if item.name in lines else NO_LINE
    at = item.at.isoformat(sep=" ", timespec="seconds")
    flow = lines.get(item.name)
    effect = None if flow is None else item.amount if flow == "income" else -item.amount
    return [item.key, item.line, item.month, item.amount, effect, counted, item.reason, item.by, at]


def removed(items: Iterable[OneOff], month: int, earlier_month: int | None) -> dict[str, Removed]:
    """Return by line what does not recur of the year to a month, and of the months since an earlier one.

    An item of a month that is still to come is left out: no run rate holds it yet.
    """
    by_line: Mapping[str, list[OneOff]] = defaultdict(list)
    for item in items:
        if item.month <= month:
            by_line[item.name].append(item)
    return {line: Removed(_sum(held), _sum(_since(held, earlier_month))) for line, held in by_line.items()}


def behind(items: Iterable[OneOff]) -> Source:
    """Return what stands behind a figure that leaves these items out."""
    return Source(KEPT, KIND, None, any(item.illustrative for item in items), frozenset())


def _since(items: Iterable[OneOff], earlier_month: int | None) -> list[OneOff]:
    return [item for item in items if earlier_month is not None and item.month > earlier_month]


def _sum(items: Iterable[OneOff]) -> Decimal:
    return sum((item.amount for item in items), Decimal(0))
