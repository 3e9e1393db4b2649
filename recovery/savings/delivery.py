"""Delivery against plan, to date and for the year: by scheme, by group and by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.rates import percentage
from recovery.savings.pipeline import unidentified_total
from recovery.savings.written import written

if TYPE_CHECKING:
    from recovery.measures.request import Request

AMOUNTS: Final = (
    Column("plan_ytd", "YTD plan", "money"),
    Column("actual_ytd", "YTD actual", "money"),
    Column("variance_ytd", "YTD variance Fav/(adv)", "money"),
    Column("plan_year", "Plan for the year", "money"),
    Column("forecast_year", "Forecast for the year", "money"),
    Column("variance_year", "Variance for the year Fav/(adv)", "money"),
    Column("recurrent_year", "Recurrent part of the forecast", "money"),
    Column("full_year_effect", "Full-year effect", "money"),
)
SCHEMES: Final = (
    Column("ref", "Ref"),
    Column("scheme", "Scheme"),
    Column("area", "Expenditure area"),
    *AMOUNTS,
    Column("stage", "Stage"),
    Column("rag", "RAG"),
    Column("lead", "Lead"),
    Column("slippage_reason", "Reason for slippage"),
    Column("forecast_is_plan", "Forecast is still the plan"),
)
PERCENT: Final = Column("delivery_percent", "Delivery %", "percent")
MONTHS: Final = (
    Column("month", "Month", "number"),
    Column("plan", "Plan", "money"),
    Column("actual", "Actual", "money"),
    Column("forecast", "Actual, then forecast", "money"),
    Column("cumulative_plan", "Plan, cumulative", "money"),
    Column("cumulative_actual", "Actual, cumulative", "money"),
    Column("cumulative_forecast", "Actual then forecast, cumulative", "money"),
    Column("recurrent_plan", "Recurrent plan", "money"),
    Column("recurrent_actual", "Recurrent actual", "money"),
    Column("non_recurrent_plan", "Non-recurrent plan", "money"),
    Column("non_recurrent_actual", "Non-recurrent actual", "money"),
)
FIRST: Final = 3
"""Where the amounts begin in the answer to `delivery`."""
PLACES: Final = {"area": 2, "stage": 11, "lead": 13, "workstream": 17}
UNIDENTIFIED: Final = "Unidentified"
NAMELESS: Final = {"lead": "No lead named", "workstream": "No workstream", "area": "No area"}
NOUGHT: Final = Decimal(0)


def delivery(request: Request) -> Figure:
    """Return every scheme that is not withdrawn, their total, and below it what no scheme has been found for."""
    rows = queries.about(request.engine, "delivery", request.need_kept())
    shown = [written(row[: len(SCHEMES)]) for row in rows]
    total: list[Cell] = ["", "Total", "", *_sums(rows), *[""] * 5]
    missing: list[Cell] = ["", UNIDENTIFIED, "", *_unidentified(request), *[""] * 5]
    return _with_total(request, SCHEMES, shown, total, missing)


def delivery_by(group: str) -> Callable[[Request], Figure]:
    """Return what makes delivery by area, stage, lead or workstream."""
    return partial(_by, group=group)


def delivery_by_month(request: Request) -> Figure:
    """Return the twelve months: plan, actual as far as the view's month, and forecast, with what recurs of them."""
    rows = queries.about(request.engine, "delivery_by_month", request.need_kept())
    return request.figure(MONTHS, rows, used=[request.need("schemes")])


def _by(request: Request, group: str) -> Figure:
    rows = queries.about(request.engine, "delivery", request.need_kept())
    members: dict[str, list[queries.Row]] = {}
    for row in sorted(rows, key=_order(request, group)):
        members.setdefault(row[PLACES[group]] or NAMELESS.get(group, ""), []).append(row)
    shown = [_group(name, held) for name, held in members.items()]
    columns = (
        Column("group", group.capitalize()),
        Column("schemes", "Schemes", "count"),
        *_with_percent(AMOUNTS, PERCENT),
    )
    missing = [UNIDENTIFIED, None, *_with_percent(_unidentified(request), None)]
    return _with_total(request, columns, shown, _group("Total", rows), missing)


def _order(request: Request, group: str) -> Callable[[queries.Row], Any]:
    """Return by what schemes are put in order: stages by number, all else by name with the nameless last."""
    if group == "stage":
        numbers = {stage.name: stage.number for stage in request.register.programme.stages}
        return lambda row: numbers.get(row[PLACES[group]], len(numbers))
    return lambda row: (not row[PLACES[group]], str(row[PLACES[group]]).casefold())


def _group(name: str, rows: Sequence[queries.Row]) -> list[Cell]:
    sums = _sums(rows)
    return [name, len(rows), *_with_percent(sums, percentage(sums[1], sums[0]))]


def _with_percent(cells: Iterable[Any], percent: Any) -> list[Any]:  # noqa: ANN401 - columns or cells
    """Return columns or cells with the percentage after the amounts to date."""
    held = list(cells)
    return [*held[:3], percent, *held[3:]]


def _sums(rows: Sequence[queries.Row]) -> list[Decimal | None]:
    """Return each amount's sum; None where it is known of no scheme, as delivery is without a profile."""
    return [_sum([row[FIRST + place] for row in rows]) for place in range(len(AMOUNTS))]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOUGHT) if known or not amounts else None


def _unidentified(request: Request) -> list[Cell]:
    return [unidentified_total(request) if column.name == "plan_year" else None for column in AMOUNTS]


def _with_total(
    request: Request,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    total: Sequence[Cell],
    missing: Sequence[Cell],
) -> Figure:
    kinds = [*("line" for _ in rows), "total", "memo"]
    return request.figure(columns, [*rows, total, missing], kinds=kinds, used=[request.need("schemes")])
