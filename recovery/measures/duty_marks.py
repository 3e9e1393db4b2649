"""Loaded duties that other tables give otherwise: each marked with what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.checks.duties import by_position, by_targets
from recovery.checks.tolerance import judge
from recovery.figure import Mark
from recovery.measures.duty_values import MONEY, UNDERLYING
from recovery.measures.loaded_rows import rounding_of
from recovery.measures.underlying import underlying_of
from recovery.measures.underlying_items import LOADED, PLAN
from recovery.money import PENCE_PER_POUND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recovery.measures.duty_values import Supplied
    from recovery.measures.request import Request
    from recovery.measures.underlying import Underlying

COMPARED: Final = ("duties", "position", "qipp-targets")
"""The tables that hold a loaded duty to account."""
PRINTED: Final = {
    LOADED: ("underlying", ("non_recurrent", "full_year_effect")),
    PLAN: ("financial-plan", ("non_recurrent_investment",)),
}
"""By where an item of the underlying position comes from: its table and the fields that may print it."""


def duty_marks(request: Request, rows: Sequence[Supplied]) -> dict[tuple[int, str], Mark]:
    """Return the marks of loaded money that the position, the targets or the underlying position give otherwise."""
    if "duties" not in request.sources:
        return {}
    held = {name: request.sources[name].id for name in COMPARED if name in request.sources}
    tables = {name: request.engine.submission_table(number) for name, number in held.items()}
    places = {row.row_order: place for place, row in enumerate(rows) if row.unit == MONEY}
    found = {
        (places[order], one.column): Mark(one.printed, one.computed, one.severity.value)
        for order, one in (*by_position(tables), *by_targets(tables))
        if order in places and one.printed is not None and one.computed is not None
    }
    return found | dict(_of_underlying(request, rows))


def _of_underlying(request: Request, rows: Sequence[Supplied]) -> Iterator[tuple[tuple[int, str], Mark]]:
    """Yield the mark of a loaded underlying position that the outturn and what is told of it give otherwise."""
    found = underlying_of(request)
    for place, row in enumerate(rows):
        loaded = row.values.forecast if row.key == UNDERLYING and row.row_order is not None else None
        if loaded is None or found.position is None or not found.is_told or row.unit != MONEY:
            continue
        printed, computed = (int(amount * PENCE_PER_POUND) for amount in (loaded, found.position))
        severity = judge(printed, computed, rounding_of(request, "duties", ("forecast",)), _steps(request, found))
        if severity:
            yield (place, "forecast"), Mark(loaded, found.position, severity.value)


def _steps(request: Request, found: Underlying) -> int:
    """Return the rounding in pence of the outturn and of every item that makes the underlying position."""
    counted = [item.source for item in (*found.taken_out, *found.added) if item.amount is not None]
    items = sum(rounding_of(request, *PRINTED[source]) if source in PRINTED else 1 for source in counted)
    return rounding_of(request, "position", ("forecast_outturn",)) + items
