"""The underlying position: the outturn without what does not recur, with the full-year effect of what does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.allocation_movements import limit_after, movements
from recovery.measures.asked_once import asking_once
from recovery.measures.one_offs import one_offs
from recovery.measures.plan_ends import plan_income
from recovery.measures.position_ends import position_of
from recovery.measures.request import Request, Source, nothing
from recovery.measures.underlying_items import Item, full_year_items, non_recurrent_items
from recovery.rates import percentage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS: Final = (
    Column("step", "Step"),
    Column("line", "Line"),
    Column("amount", "Amount Fav/(adv)", "money"),
    Column("percent", "% of recurrent allocation", "percent"),
    Column("source", "From"),
    Column("reason", "Why"),
)
OUTTURN, RECURRENT, UNDERLYING = "Reported outturn", "Outturn without what does not recur", "Underlying position"
WHOLE_ALLOCATION: Final = "the position's whole allocation, as nothing says what of it recurs"
NOT_TOLD: Final = "Nothing that is loaded or marked says what does not recur or changes in a full year"
BEHIND: Final = ("position", "underlying", "financial-plan", "schemes", "allocations")
NOUGHT: Final = Decimal(0)


@dataclass(frozen=True)
class Underlying:
    """The bridge in pounds, favourable positive: reported outturn, what is taken out of it and what is added to it.

    A level is None where there is no net position; `allocation` is the recurrent one and `allocation_from` its source.
    """

    outturn: Decimal | None
    taken_out: tuple[Item, ...]
    added: tuple[Item, ...]
    allocation: Decimal | None
    allocation_from: str

    @property
    def is_told(self) -> bool:
        """Return whether anything that counts says what does not recur or changes in a full year."""
        return any(item.amount is not None for item in (*self.taken_out, *self.added))

    @property
    def recurrent(self) -> Decimal | None:
        """Return the outturn without what does not recur."""
        return None if self.outturn is None else self.outturn - _sum(self.taken_out)

    @property
    def position(self) -> Decimal | None:
        """Return the underlying position."""
        return None if self.recurrent is None else self.recurrent + _sum(self.added)

    def percent(self, amount: Decimal | None) -> Decimal | None:
        """Return an amount in per cent of the recurrent allocation."""
        return percentage(amount, self.allocation)


def underlying(request: Request) -> Figure:
    """Return the bridge from the reported outturn to the underlying position, step by step."""
    if "position" not in request.sources:
        raise NothingLoaded(nothing(request.title, ("position",), request.view))
    request = asking_once(request)
    found = underlying_of(request)
    kinds, rows = zip(*_rows(found), strict=True)
    return with_marks(request, request.figure(COLUMNS, rows, kinds=kinds, used=sources(request)))


def with_marks(request: Request, made: Figure) -> Figure:
    """Return a figure labelled as illustrative where one of the one-off items behind it is invented."""
    return replace(
        made,
        illustrative=made.illustrative or any(mark.illustrative for mark in one_offs(request) if not mark.is_to_come),
    )


def sources(request: Request) -> list[Source]:
    """Return the submissions that the underlying position is built from."""
    return [request.sources[name] for name in BEHIND if name in request.sources]


def underlying_of(request: Request) -> Underlying:
    """Return the underlying position of a view; without a position its outturn is None."""
    position = position_of(request)
    outturn = position.net.forecast_outturn if position and position.net else None
    allocation, allocation_from = recurrent_allocation(request)
    taken_out, added = tuple(non_recurrent_items(request)), tuple(full_year_items(request))
    return Underlying(outturn, taken_out, added, allocation, allocation_from)


def recurrent_allocation(request: Request) -> tuple[Decimal | None, str]:
    """Return the recurrent allocation and its source: the movements, else the plan, else the whole allocation."""
    moves = movements(request)
    known = [move.recurrent for move in moves if move.recurrent is not None]
    if limit_after(moves) is not None and len(known) == len(moves):
        return sum(known, NOUGHT), "the recurrent part of the allocation movements"
    planned = plan_income(request)
    if planned and planned.recurrent is not None:
        return planned.recurrent, "the plan's recurrent exit and growth of the allocation"
    position = position_of(request)
    if position and position.income and position.income.annual_budget is not None:
        return position.income.annual_budget, WHOLE_ALLOCATION
    return None, ""


def _rows(found: Underlying) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    yield "total", _level(found, OUTTURN, found.outturn, "position", "")
    yield from (_move(found, item, -1) for item in found.taken_out)
    yield "total", _level(found, RECURRENT, found.recurrent, "added up", "" if found.is_told else NOT_TOLD)
    yield from (_move(found, item, 1) for item in found.added)
    why = f"Recurrent allocation: {found.allocation_from}" if found.allocation_from else ""
    yield "total", _level(found, UNDERLYING, found.position, "added up", why)


def _level(found: Underlying, step: str, amount: Decimal | None, source: str, why: str) -> tuple[Cell, ...]:
    return step, "", amount, found.percent(amount), source, why


def _move(found: Underlying, item: Item, sign: int) -> tuple[str, tuple[Cell, ...]]:
    if item.amount is None:
        return "memo", (item.name, item.line, None, None, item.source, item.reason)
    amount = sign * item.amount
    return "line", (item.name, item.line, amount, found.percent(amount), item.source, item.reason)


def _sum(items: Sequence[Item]) -> Decimal:
    return sum((item.amount for item in items if item.amount is not None), NOUGHT)
