"""From the opening allocation to the current limit, movement by movement, with what no movement explains."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure, Mark
from recovery.measures.allocation_movements import AS_LOADED, NOUGHT, Movement, added, limit_after, movements
from recovery.measures.asked_once import asking_once
from recovery.measures.loaded_rows import loaded_rows
from recovery.measures.printed_tables import marks_of
from recovery.measures.request import Request, lacking, nothing
from recovery.rows import number, text
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

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
CURRENT, IN_ALL, ADDED_UP = "Current limit", "Movements in all, with no opening to add them to", "added up"


def allocations(request: Request) -> Figure:
    """Return opening allocation, movements and current limit with the limit after each, in pounds.

    Without an opening to start from no limit is known, and the movements are added up alone.
    """
    if request.sources.keys().isdisjoint(DATASETS):
        raise NothingLoaded(nothing(request.title, DATASETS, request.view))
    request = asking_once(request)
    moves = movements(request)
    if not moves:
        raise NothingLoaded(lacking(request.title, "an allocation", DATASETS, request.view))
    used = [request.sources[name] for name in DATASETS if name in request.sources]
    end, marks = _end(request, moves)
    kinds = [*("line" for _ in moves), "total"]
    return request.figure(COLUMNS, [*_rows(moves), end], kinds=kinds, marks=marks, used=used)


def _rows(moves: Sequence[Movement]) -> Iterator[tuple[Cell, ...]]:
    opens = limit_after(moves) is not None
    limits = accumulate(move.amount for move in moves)
    for move, limit in zip(moves, limits, strict=True):
        amounts = (move.amount, move.recurrent, move.non_recurrent, limit if opens else None)
        yield move.label, move.when, *amounts, move.source


def _end(request: Request, moves: Sequence[Movement]) -> tuple[tuple[Cell, ...], dict[tuple[int, str], Mark]]:
    """Return the closing row and its mark: the limit as the list prints it where all is the list's, else added up."""
    sums = [_all_or_none([getattr(move, name) for move in moves]) for name in ("recurrent", "non_recurrent")]
    limit = limit_after(moves)
    totals = [(order, row) for order, kind, row in loaded_rows(request, "allocations") if kind == "total"]
    printed = number(totals[-1][1], "amount") if totals else None
    if printed is None or request.computed or any(move.source != AS_LOADED for move in moves):
        return (IN_ALL if limit is None else CURRENT, "", added(moves), *sums, limit, ADDED_UP), {}
    source, names = request.need("allocations"), {"amount": "amount"}
    found = marks_of(request, source, dataset_named("allocations"), [totals[-1][0]], names)
    marks = {(len(moves), name): mark for (_, name), mark in found.items()}
    return (text(totals[-1][1], "movement"), "", printed, *sums, limit, AS_LOADED), marks


def _all_or_none(parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, NOUGHT) if len(known) == len(parts) else None
