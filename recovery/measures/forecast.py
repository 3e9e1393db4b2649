"""The forecast outturn by every method beside what is reported, and what the months left have to come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.measures.latest_months import latest_of
from recovery.measures.one_offs import OneOff, behind, one_offs, removed
from recovery.measures.printed_tables import marks_of, shown_kind
from recovery.measures.request import Source
from recovery.measures.risk_outside import RiskOutside, risk_outside
from recovery.measures.run_rate_limits import NET, SPEND, limit_of
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    import datetime as dt

    from recovery.engine.queries import Earlier
    from recovery.measures.request import Request

METHODS: Final = (
    Column("reported", "Reported forecast", "money"),
    Column("straight_line", "Straight-line", "money"),
    Column("budget_phased", "Budget-phased", "money"),
    Column("last_three_months", "Last three months", "money"),
    Column("straight_line_without_one_offs", "Straight-line without one-offs", "money"),
    Column("budget_phased_without_one_offs", "Budget-phased without one-offs", "money"),
    Column("last_three_months_without_one_offs", "Last three months without one-offs", "money"),
    Column("reported_plus_risk", "Reported plus risk", "money"),
)
COLUMNS: Final = (
    Column("line", "Line"),
    *METHODS[:3],
    Column("required_monthly_run_rate", "Required monthly run rate", "money"),
    Column("ytd_monthly_run_rate", "YTD monthly run rate", "money"),
    *METHODS[3:],
    Column("lowest", "Lowest", "money"),
    Column("highest", "Highest", "money"),
    Column("range", "Range", "money"),
    Column("one_offs", "One-off items to date Fav/(adv)", "money"),
    Column("improvement", "Improvement a month needed", "money"),
    Column("improvement_percent", "Improvement needed %", "percent"),
    Column("improvement_rag", "Required run rate RAG"),
    Column("better_when", "Better when"),
)
HIGHER, LOWER = "higher", "lower"
GAINS: Final = frozenset({"net", "income"})
"""What is the better the more it is: a net position and income; of all else less is better."""


@dataclass(frozen=True)
class Behind:
    """What stands behind the methods: the position, where its latest months begin, one-off items, risk outside it."""

    position: Source
    month: int
    earlier: Earlier
    items: list[OneOff]
    risk: RiskOutside
    used: list[Source]


def forecast(request: Request) -> Figure:
    """Return each line's forecast as reported and by every method, totals and net position from the lines."""
    held = behind_forecast(request)
    rows = queries.forecast(
        request.engine,
        held.position.id,
        held.month,
        computed=request.computed,
        earlier=held.earlier,
        removed=removed(held.items, held.earlier.month),
        residual=held.risk.total,
        residual_by_line=held.risk.by_line,
    )
    orders, names = [row[0] for row in rows], {"forecast_outturn": "reported"}
    day = request.view.year.month_end(held.month)
    return request.figure(
        COLUMNS,
        [_cells(row, day) for row in rows],
        kinds=[shown_kind(row[1], row[2]) for row in rows],
        flows=[row[2] for row in rows],
        marks={} if request.computed else marks_of(request, held.position, dataset_named("position"), orders, names),
        used=held.used,
    )


def behind_forecast(request: Request) -> Behind:
    """Return what the methods of a view are worked out from; NothingLoaded where it has no position."""
    position = request.need("position")
    month = request.view.month if position.month is None else position.month
    earlier = latest_of(request.engine, request.view, month)
    items = [item for item in one_offs(request) if item.counts]
    risk = risk_outside(request, position)
    used = [position, *_sources(earlier), *risk.used, *([behind(items)] if items else [])]
    return Behind(position, month, earlier, items, risk, used)


def _sources(earlier: Earlier) -> list[Source]:
    """Return the position that is needed for the latest months, if they do not begin with the year."""
    if earlier.submission is None:
        return []
    return [Source(earlier.submission, "position", earlier.month, earlier.illustrative, frozenset())]


def _cells(row: queries.Row, day: dt.date) -> list[Cell]:
    _, kind, flow, _, *cells, improvement, percent = row
    limit = limit_of(NET if kind == "net" else SPEND, day)
    rating = limit.rag(improvement, percent) if limit else None
    return [*cells, improvement, percent, rating, HIGHER if {kind, flow} & GAINS else LOWER]
