"""From the opening allocation to the current limit, movement by movement, with what no movement explains."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure, Mark
from recovery.measures.asked_once import asking_once
from recovery.measures.loaded_rows import loaded_rows
from recovery.measures.plan_ends import plan_income
from recovery.measures.position_ends import position_of
from recovery.measures.printed_tables import marks_of
from recovery.measures.request import Request, nothing
from recovery.period import month_name
from recovery.rows import Row, number, text
from recovery.sources.definitions import dataset_named
from recovery.sources.months import month_of
from recovery.sources.words import begins_with, known_phrases, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS: Final = (
    Column("movement", "Movement"),
    Column("month", "Month"),
    Column("amount", "Amount", "money"),
    Column("recurrent", "Recurrent", "money"),
    Column("non_recurrent", "Non-recurrent", "money"),
    Column("limit", "Limit after it", "money"),
    Column("source", "From"),
)
DATASETS: Final = ("allocations", "financial-plan", "position")
OPENING, UNEXPLAINED, CURRENT = "Opening allocation", "Not explained by a list of movements", "Current limit"
OPENING_UNKNOWN: Final = "Allocation, with no opening to compare it with"
AS_LOADED, FROM_PLAN, FROM_POSITION, ADDED_UP = "as loaded", "from the plan", "from the position", "added up"
NOUGHT: Final = Decimal(0)


@dataclass(frozen=True)
class Movement:
    """One movement in pounds, and what of it recurs and does not; both None where nobody says."""

    label: str
    when: str
    amount: Decimal
    recurrent: Decimal | None
    non_recurrent: Decimal | None
    source: str
    is_opening: bool = False


def allocations(request: Request) -> Figure:
    """Return opening allocation, movements and current limit with the limit after each, in pounds."""
    if request.sources.keys().isdisjoint(DATASETS):
        raise NothingLoaded(nothing(request.title, DATASETS, request.view))
    request = asking_once(request)
    moves = movements(request)
    used = [request.sources[name] for name in DATASETS if name in request.sources]
    rows, limit = [], NOUGHT
    for move in moves:
        limit += move.amount
        rows.append((move.label, move.when, move.amount, move.recurrent, move.non_recurrent, limit, move.source))
    end, marks = _end(request, moves)
    return request.figure(COLUMNS, [*rows, end], kinds=[*("line" for _ in rows), "total"], marks=marks, used=used)


def movements(request: Request) -> list[Movement]:
    """Return the opening allocation, the list's movements, and what they leave unexplained of the current limit."""
    listed = [_movement(row) for _, kind, row in loaded_rows(request, "allocations") if kind == "line"]
    moves = listed if any(move.is_opening for move in listed) else [*_opening(request), *listed]
    return [*moves, *_unexplained(request, moves)]


def _opening(request: Request) -> Iterator[Movement]:
    planned = plan_income(request)
    if planned and planned.plan is not None:
        yield Movement(OPENING, "", planned.plan, None, None, FROM_PLAN, is_opening=True)


def _unexplained(request: Request, moves: Sequence[Movement]) -> Iterator[Movement]:
    position = position_of(request)
    budget = position.income.annual_budget if position and position.income else None
    if budget is None:
        return
    difference = budget - sum((move.amount for move in moves), NOUGHT)
    if not moves:
        yield Movement(OPENING_UNKNOWN, "", difference, None, None, FROM_POSITION, is_opening=True)
    elif difference:
        yield Movement(UNEXPLAINED, "", difference, None, None, FROM_POSITION)


def _movement(row: Row) -> Movement:
    recurrent, non_recurrent, amount = _split(row)
    opens = begins_with(plain(text(row, "movement")), known_phrases("opening_allocation"))
    return Movement(
        text(row, "movement"), _when(text(row, "when")), amount, recurrent, non_recurrent, AS_LOADED, is_opening=opens
    )


def _split(row: Row) -> tuple[Decimal | None, Decimal | None, Decimal]:
    """Return what recurs, what does not and the whole: by their own columns, else by the word beside one amount."""
    parts = [number(row, name) for name in ("recurrent", "non_recurrent")]
    given = number(row, "amount")
    if any(part is not None for part in parts):
        known = [part or NOUGHT for part in parts]
        return known[0], known[1], sum(known, NOUGHT) if given is None else given
    whole, said = given or NOUGHT, plain(text(row, "recurrence"))
    if said in known_phrases("recurrent"):
        return whole, NOUGHT, whole
    return (NOUGHT, whole, whole) if said in known_phrases("non_recurrent") else (None, None, whole)


def _when(said: str) -> str:
    found = month_of(said)
    return month_name(found.month) if found else said


def _end(request: Request, moves: Sequence[Movement]) -> tuple[tuple[Cell, ...], dict[tuple[int, str], Mark]]:
    """Return the closing row and its mark: the limit as the list prints it where it goes as far, else added up."""
    sums = [_all_or_none([getattr(move, name) for move in moves]) for name in ("recurrent", "non_recurrent")]
    limit = sum((move.amount for move in moves), NOUGHT)
    totals = [(order, row) for order, kind, row in loaded_rows(request, "allocations") if kind == "total"]
    printed = number(totals[-1][1], "amount") if totals else None
    if printed is None or request.computed or moves[-1].source == FROM_POSITION:
        return (CURRENT, "", limit, *sums, limit, ADDED_UP), {}
    source, names = request.need("allocations"), {"amount": "amount"}
    found = marks_of(request, source, dataset_named("allocations"), [totals[-1][0]], names)
    marks = {(len(moves), name): mark for (_, name), mark in found.items()}
    return (text(totals[-1][1], "movement"), "", printed, *sums, limit, AS_LOADED), marks


def _all_or_none(parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, NOUGHT) if len(known) == len(parts) else None
