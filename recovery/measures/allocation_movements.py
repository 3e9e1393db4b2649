"""The allocation's movements: from the opening that their list or the plan knows to the limit that the position has."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.checks.tolerance import judge
from recovery.findings import Severity
from recovery.measures.loaded_rows import loaded_rows, rounding_of
from recovery.measures.plan_ends import plan_income
from recovery.measures.position_ends import position_of
from recovery.money import PENCE_PER_POUND
from recovery.period import month_name
from recovery.rows import Row, number, text
from recovery.sources.months import month_of
from recovery.sources.opening_row import is_opening
from recovery.sources.words import known_phrases, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.request import Request

OPENING, UNEXPLAINED = "Opening allocation", "Not explained by a list of movements"
OPENING_UNKNOWN: Final = "Allocation, with no opening to compare it with"
AS_LOADED, FROM_PLAN, FROM_POSITION = "as loaded", "from the plan", "from the position"
PRINTED: Final = {
    AS_LOADED: ("allocations", ("amount", "recurrent", "non_recurrent")),
    FROM_PLAN: ("financial-plan", ("plan",)),
    FROM_POSITION: ("position", ("annual_budget",)),
}
"""By where an amount comes from: its table and the fields that may print it."""
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


def movements(request: Request) -> list[Movement]:
    """Return the opening allocation, the list's movements, and what they leave unexplained of the position's limit.

    The first row of a list is its opening if it is called so; else the plan's allocation is.  Where neither is known,
    the first movement is what the list leaves of the position's limit, and without a position none is an opening.
    """
    rows = [row for _, kind, row in loaded_rows(request, "allocations") if kind == "line"]
    listed = [_movement(row, is_first=not place) for place, row in enumerate(rows)]
    moves = listed if any(move.is_opening for move in listed) else [*_planned(request), *listed]
    limit = _limit_of_position(request)
    if limit is None:
        return moves
    left = limit - added(moves)
    if limit_after(moves) is None:
        return [Movement(OPENING_UNKNOWN, "", left, None, None, FROM_POSITION, is_opening=True), *moves]
    if left and _is_more_than_rounding(request, moves, limit):
        return [*moves, Movement(UNEXPLAINED, "", left, None, None, FROM_POSITION)]
    return moves


def added(moves: Sequence[Movement]) -> Decimal:
    """Return what movements come to."""
    return sum((move.amount for move in moves), NOUGHT)


def limit_after(moves: Sequence[Movement]) -> Decimal | None:
    """Return the limit that movements lead to; None where they do not start from an opening."""
    return added(moves) if any(move.is_opening for move in moves) else None


def _planned(request: Request) -> list[Movement]:
    planned = plan_income(request)
    if not planned or planned.plan is None:
        return []
    return [Movement(OPENING, "", planned.plan, None, None, FROM_PLAN, is_opening=True)]


def _limit_of_position(request: Request) -> Decimal | None:
    position = position_of(request)
    return position.income.annual_budget if position and position.income else None


def _is_more_than_rounding(request: Request, moves: Sequence[Movement], limit: Decimal) -> bool:
    """Return whether movements and limit are further apart than the rounding of their printed figures explains."""
    sources = {FROM_POSITION, *(move.source for move in moves)}
    steps = {source: rounding_of(request, *PRINTED[source]) for source in sources}
    printed, computed = (int(amount * PENCE_PER_POUND) for amount in (limit, added(moves)))
    parts = sum(steps[move.source] for move in moves)
    return judge(printed, computed, steps[FROM_POSITION], parts) is Severity.DIFFERENCE


def _movement(row: Row, *, is_first: bool) -> Movement:
    label, (recurrent, non_recurrent, amount) = text(row, "movement"), _split(row)
    opens = is_first and is_opening(label)
    return Movement(label, _when(text(row, "when")), amount, recurrent, non_recurrent, AS_LOADED, is_opening=opens)


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
