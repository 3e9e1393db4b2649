"""The key financial duties: target, actual, forecast and rating, each with its rule and where its figures come from."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.duties import Duty, duties_on, kind_name
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.allocation_movements import limit_after, movements
from recovery.measures.asked_once import asking_once
from recovery.measures.duty_marks import duty_marks
from recovery.measures.duty_rating import FORECAST, TO_DATE, Rated, Values, not_rated, rate
from recovery.measures.duty_values import UNDERLYING, Supplied, derived_values, supplied_values
from recovery.measures.position_ends import Course, position_of
from recovery.measures.request import Request, Source, nothing
from recovery.measures.underlying import recurrent_allocation, sources, with_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COLUMNS: Final = (
    Column("indicator", "Indicator"),
    Column("target_to_date", "Target to date", "mixed"),
    Column("actual", "Actual to date", "mixed"),
    Column("target", "Target", "mixed"),
    Column("forecast", "Forecast", "mixed"),
    Column("variance", "Variance Fav/(adv)", "mixed"),
    Column("rag", "RAG"),
    Column("rated_on", "Rated on"),
    Column("rule_kind", "Kind of rule"),
    Column("rule", "Rule"),
    Column("reported_rag", "RAG as loaded"),
    Column("source", "From"),
)
DATASETS: Final = ("duties", "position")
NOT_LOADED: Final = "not loaded"
NO_RULE: Final = "No rule is known for it"
NO_KIND: Final = "Not rated"
"""The kind of rule of a row that no rule knows."""
LIMIT: Final = "revenue-resource-limit"


def duties(request: Request) -> Figure:
    """Return every duty that has to be reported and every other row that is loaded; `kinds` say money or percent."""
    if request.sources.keys().isdisjoint(DATASETS):
        raise NothingLoaded(nothing(request.title, DATASETS, request.view))
    request = asking_once(request)
    day = request.view.year.month_end(request.view.month)
    rows = list(_rows(request, duties_on(day)))
    used = {source.id: source for source in (*sources(request), *_more_sources(request))}.values()
    supplied = [row for row, _ in rows]
    marks = duty_marks(request, supplied)
    kinds = [row.unit for row, _ in rows]
    made = request.figure(COLUMNS, [cells for _, cells in rows], kinds=kinds, marks=marks, used=list(used))
    return with_marks(request, made)


def _more_sources(request: Request) -> list[Source]:
    names = ("duties", "qipp-targets", "qipp-rag", "qipp-gateway")
    return [request.sources[name] for name in names if name in request.sources]


def _rows(request: Request, rules: Mapping[str, Duty]) -> Iterator[tuple[Supplied, tuple[Cell, ...]]]:
    """Yield what each row is made of and its cells: the duties in their order, then the rows that no rule knows."""
    supplied, derived = supplied_values(request), derived_values(request, rules)
    allocation = _allocations(request, supplied)
    for key, duty in rules.items():
        own = [row for row in supplied if row.key == key]
        if not own and duty.expected:
            own = [derived.get(key, Supplied(key, duty.name, duty.unit, Values(), NOT_LOADED))]
        for row in own:
            whole = row.filled_from(derived.get(key))
            yield whole, _cells(whole, duty, _rated(whole, duty, allocation[key == UNDERLYING]))
    unknown = not_rated(NO_RULE[:1].lower() + NO_RULE[1:])
    yield from ((row, _cells(row, None, unknown)) for row in supplied if row.key not in rules)


def _rated(row: Supplied, duty: Duty, allocation: Mapping[str, Decimal | None]) -> Rated:
    return not_rated(NOT_LOADED) if row.source == NOT_LOADED else rate(duty, row.values, allocation)


def _cells(row: Supplied, duty: Duty | None, rated: Rated) -> tuple[Cell, ...]:
    values = row.values
    target = duty.target if duty and values.target is None and row.has_any else values.target
    figures = values.target_to_date, values.actual, target, values.forecast, rated.variance
    rule = (kind_name(duty), duty.rule) if duty else (NO_KIND, NO_RULE)
    return row.indicator, *figures, rated.rag, rated.on, *rule, row.reported_rag, row.source


def _allocations(
    request: Request, supplied: Sequence[Supplied]
) -> tuple[Mapping[str, Decimal | None], Mapping[str, Decimal | None]]:
    """Return what rules in per cent of the allocation are measured against by period: the whole, and the recurrent.

    It is the position's; without one the limit that is loaded as a duty, for the year else what the movements come to.
    """
    position = position_of(request)
    income = (position.income if position else None) or Course("")
    loaded = [row.values for row in supplied if row.key == LIMIT]
    to_date = _first_of(income.ytd_budget, *(one.target_to_date for one in loaded))
    year = _first_of(income.annual_budget, *(one.target for one in loaded), limit_after(movements(request)))
    recurrent = recurrent_allocation(request)[0]
    return {TO_DATE: to_date, FORECAST: year}, {TO_DATE: None, FORECAST: recurrent or year}


def _first_of(*amounts: Decimal | None) -> Decimal | None:
    """Return the first amount that is known and not nought."""
    return next(filter(None, amounts), None)
