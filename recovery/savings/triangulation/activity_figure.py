"""The figure `activity-reductions`: code by code, the plan's reduction against what schemes say, with its value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, nothing
from recovery.savings.triangulation.activity_reductions import PLAN, REGISTER, Reduction, activity_tables, reductions
from recovery.savings.triangulation.activity_worth import added, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.savings.triangulation.activity_worth import Worth

COLUMNS: Final = (
    Column("code", "Code"),
    Column("title", "Measure"),
    Column("activity_reduction_in_plan", "Taken out in the activity plan", "count"),
    Column("activity_removed_by_schemes", "Removed by schemes", "count"),
    Column("activity_difference", "Schemes less plan", "count"),
    Column("schemes", "Schemes", "count"),
    Column("unit_price", "Unit price, £", "number"),
    Column("activity_value_in_plan", "Plan × price", "money"),
    Column("activity_value", "Schemes × price", "money"),
    Column("activity_without_price", "Removed without a price", "count"),
)


def activity_reductions(request: Request) -> Figure:
    """Return every code, a part after its parent and inside it; only money adds up to a total."""
    if PLAN not in request.sources and not request.register.is_kept:
        raise NothingLoaded(nothing(request.title, (PLAN, REGISTER), request.view))
    found = reductions(request)
    held_against = any(one.removed for one in found)
    lines = [one for one in found if not one.parent]
    values = [_total(line.in_plan for line in lines), _total(line.removed for line in lines)]
    total: list[Cell] = ["Total", "", None, None, None, None, None, *values, None]
    return request.figure(
        COLUMNS,
        [*(_cells(one, held_against=held_against) for one in found), total],
        kinds=[*("part" if one.parent else "line" for one in found), "total"],
        used=activity_tables(request),
    )


def _cells(one: Reduction, *, held_against: bool) -> list[Cell]:
    """Return a code's cells; there is no difference where no scheme says of any code what it removes."""
    planned, removed = (worth.number if worth else None for worth in (one.in_plan, one.removed))
    return [
        one.code,
        one.title,
        planned,
        removed,
        (removed or Decimal(0)) - planned if planned is not None and held_against else None,
        one.schemes or None,
        one.unit_price,
        value_of(one.in_plan),
        value_of(one.removed),
        (one.removed.without_price or None) if one.removed else None,
    ]


def _total(worths: Iterable[Worth | None]) -> Decimal | None:
    total: Decimal | None = None
    for worth in worths:
        total = added(total, value_of(worth))
    return total
