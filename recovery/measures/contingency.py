"""The contingency: held, released to date, in the forecast, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.asked_once import asking_once
from recovery.measures.moves.register import register_risks, summary_risks
from recovery.measures.plan_ends import plan_contingency
from recovery.measures.position_ends import Course, position_of, summed
from recovery.measures.request import Request, lacking, nothing
from recovery.measures.risk.items import REGISTER, SUMMARY
from recovery.period import MONTHS_IN_YEAR
from recovery.rates import percentage
from recovery.sources.words import is_contingency, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.measures.moves.risks import Risks

COLUMNS: Final = (
    Column("step", "Contingency"),
    Column("amount", "Amount", "money"),
    Column("percent_of_held", "% of what is held", "percent"),
    Column("source", "From"),
)
PLAN, POSITION, WORKED_OUT, NOWHERE = "plan", "position", "worked out", "nothing loaded"
RISK_REGISTER, RISK_TABLE = "risk register", "risk table"
DATASETS: Final = {PLAN: "financial-plan", RISK_REGISTER: REGISTER, RISK_TABLE: SUMMARY, POSITION: "position"}
"""The tables that speak of a contingency, by what they are called here."""
PLANNED, GONE, HELD = "In the plan", "In the plan and held no longer", "Held"
RELEASED, IN_FORECAST, LEFT = "Released to date", "In the forecast", "Left"
PARTS: Final = ("mitigated", "in_forecast")
PENNY, NOUGHT = Decimal("0.01"), Decimal(0)


@dataclass(frozen=True)
class Known:
    """An amount in pounds and where it comes from; None where nothing says."""

    amount: Decimal | None
    source: str


@dataclass(frozen=True)
class Contingency:
    """The contingency in pounds: in the plan, held now, released to date, in the forecast."""

    planned: Known
    held: Known
    released: Known
    in_forecast: Known

    @property
    def left(self) -> Decimal | None:
        """Return what the forecast does not use yet."""
        return _less(self.held.amount, self.in_forecast.amount)

    @property
    def gone(self) -> Decimal | None:
        """Return what was planned and is held no longer."""
        return _less(self.planned.amount, self.held.amount)


def contingency(request: Request) -> Figure:
    """Return the contingency step by step; NothingLoaded where no table speaks of one."""
    wanted = tuple(DATASETS.values())
    if request.sources.keys().isdisjoint(wanted):
        raise NothingLoaded(nothing(request.title, wanted, request.view))
    found = contingency_of(asking_once(request))
    if found.held.amount is None:
        raise NothingLoaded(lacking(request.title, "a contingency", wanted, request.view))
    rows = list(_rows(found))
    used = [request.sources[DATASETS[name]] for name in {str(row[-1]) for row in rows} if name in DATASETS]
    return request.figure(COLUMNS, rows, used=used)


def contingency_of(request: Request) -> Contingency:
    """Return the contingency of a view.

    Held: as the risk register has it, else the risk table, else the position's lines of that name, else the plan.  In
    the forecast: as the register or table has it, else the budget that those lines do not expect to spend.  Released
    to date: as those lines show it, else the part of what is in the forecast for the months that have gone.
    """
    planned, among_risks = Known(plan_contingency(request), PLAN), _among_risks(request)
    budget, unspent, to_date = _of_line(_line(request))
    held, in_forecast = _first(among_risks[0], budget, planned), _first(among_risks[1], unspent)
    return Contingency(planned, held, _first(to_date, _by_month(request, in_forecast)), in_forecast)


def _of_line(line: Course | None) -> tuple[Known, Known, Known]:
    """Return the position's own contingency: its budget, what of it is not to be spent, and what was not to date."""
    own = line or Course("")
    unspent, to_date = _less(own.annual_budget, own.forecast_outturn), _less(own.ytd_budget, own.ytd_actual)
    return Known(own.annual_budget, POSITION), Known(unspent, POSITION), Known(to_date, POSITION)


def _by_month(request: Request, in_forecast: Known) -> Known:
    """Return what twelfths of the amount in the forecast come to: as many as there are months gone."""
    month = request.view.month
    if in_forecast.amount is None or not month:
        return Known(None, NOWHERE)
    amount = (in_forecast.amount * month / MONTHS_IN_YEAR).quantize(PENNY, ROUND_HALF_UP)
    return Known(amount, f"{WORKED_OUT}: {month} twelfths of what is in the forecast")


def _among_risks(request: Request) -> tuple[Known, Known]:
    """Return what is held and what of it is in the forecast: of the risk register, else of the risk table."""
    for name, risks in _risks(request):
        own = [risk for risk in risks.values() if risk.is_contingency]
        if own:
            held, in_forecast = (sum((getattr(risk, part) for risk in own), NOUGHT) for part in PARTS)
            return Known(held, name), Known(in_forecast, name)
    return Known(None, NOWHERE), Known(None, NOWHERE)


def _risks(request: Request) -> Iterator[tuple[str, Risks]]:
    """Yield the risks that a movement is reckoned from, by the table that has them."""
    if REGISTER in request.sources:
        yield RISK_REGISTER, register_risks(request)
    if SUMMARY in request.sources:
        yield RISK_TABLE, summary_risks(request)


def _line(request: Request) -> Course | None:
    position = position_of(request)
    lines = position.lines if position else ()
    return summed(line for line in lines if is_contingency(plain(line.label)))


def _first(*known: Known) -> Known:
    """Return the first amount that is known."""
    return next((one for one in known if one.amount is not None), Known(None, NOWHERE))


def _rows(found: Contingency) -> Iterator[tuple[Cell, ...]]:
    rows = [(PLANNED, found.planned), (GONE, Known(found.gone, WORKED_OUT))] if found.gone else []
    rows += [(HELD, found.held), (RELEASED, found.released), (IN_FORECAST, found.in_forecast)]
    for step, known in [*rows, (LEFT, Known(found.left, WORKED_OUT))]:
        yield step, known.amount, percentage(known.amount, found.held.amount), known.source


def _less(amount: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if amount is None or other is None else amount - other
