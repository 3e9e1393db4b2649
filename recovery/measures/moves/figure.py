"""The movement between two months or submissions as one table: each measure from what it was to what it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.moves.bridging import Moved, bridged
from recovery.measures.moves.position import POSITION, forecast_moved, lines_of, to_date_moved, with_risk_moved
from recovery.measures.moves.register import registers_compared, summaries_compared
from recovery.measures.moves.risks import Risks, outside, outside_steps
from recovery.measures.moves.savings import savings_moved
from recovery.measures.request import Request, request_of
from recovery.measures.risk.items import REGISTER, SUMMARY
from recovery.period import month_name

if TYPE_CHECKING:
    from recovery.measures.request import Source

COLUMNS: Final = (
    Column("measure", "Measure"),
    Column("cause", "Cause"),
    Column("step", "Step"),
    Column("amount", "Amount Fav/(adv)", "money"),
)
OPENING, CLOSING = "Opening", "Closing"
RISK, CONTINGENCY = "Risk outside the forecast", "Contingency outside the forecast"
USED: Final = (POSITION, REGISTER, SUMMARY, "schemes", "qipp-targets", "qipp-gateway")


def movement(request: Request) -> Figure:
    """Return every measure's bridge from one month to another; from the month before unless another is asked for."""
    request.need(POSITION)
    before = request.since or month_before(request)
    first, last = lines_of(before), lines_of(request)
    then, since = _risks(before, request)
    bridges = [forecast_moved(first, last, then, since), to_date_moved(first, last)]
    if then is not None and since is not None:
        bridges += [
            _outside(RISK, then, since, contingency=False),
            _outside(CONTINGENCY, then, since, contingency=True),
            with_risk_moved(first, last, then, since),
        ]
    bridges += savings_moved(before, request)
    rows = [row for bridge in bridges for row in _rows(bridge, named(before, request), named(request, before))]
    return request.figure(
        COLUMNS, [row for row, _ in rows], kinds=[kind for _, kind in rows], used=_used(before, request)
    )


def month_before(request: Request) -> Request:
    """Return the newest month before the view's that has a position, or raise NothingLoaded."""
    view = request.view
    months = [one.month for one in queries.positions_of_year(request.engine, view)]
    earlier = max((month for month in months if month < view.month), default=None)
    if earlier is None:
        raise NothingLoaded(
            f"{request.title}: no position of {view.organisation} is loaded for a month before {view.title}. "
            "Load one, or say since which month or submission."
        )
    return request_of(
        request.name, request.title, request.engine, replace(view, month=earlier, as_at=None), computed=request.computed
    )


def named(request: Request, other: Request) -> str:
    """Return which month one end is of; the year and the submission with it where the other end shares the month."""
    view = request.view
    name = f"month {view.month} ({month_name(view.month)})" if view.month else str(view.year)
    if view.year != other.view.year:
        return view.title
    same = view.month == other.view.month
    return f"{name}, submission {request.id_of(POSITION)}" if same else name


def _risks(before: Request, now: Request) -> tuple[Risks, Risks] | tuple[None, None]:
    """Return the risks of both ends: of the risk registers, else of the risk tables, never one against the other."""
    if REGISTER in before.sources and REGISTER in now.sources:
        return registers_compared(before, now)
    return summaries_compared(before, now)


def _outside(measure: str, before: Risks, now: Risks, *, contingency: bool) -> Moved:
    ends = [outside(risks, contingency=contingency) for risks in (before, now)]
    return bridged(measure, ends[0], ends[1], outside_steps(before, now, contingency=contingency), "Not explained")


def _rows(bridge: Moved, before: str, now: str) -> list[tuple[list[Cell], str]]:
    first: list[Cell] = [bridge.measure, OPENING, f"{OPENING}: {before}", bridge.opening]
    steps: list[list[Cell]] = [[bridge.measure, step.cause, step.name, step.amount] for step in bridge.steps]
    last: list[Cell] = [bridge.measure, CLOSING, f"{CLOSING}: {now}", bridge.closing]
    return [(first, "total"), *((step, "line") for step in steps), (last, "total")]


def _used(*requests: Request) -> list[Source]:
    return [one.sources[name] for one in requests for name in USED if name in one.sources]
