"""The contingency: held, released to date, in the forecast, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.asked_once import asking_once
from recovery.measures.loaded_rows import loaded_rows
from recovery.measures.plan_ends import plan_contingency
from recovery.measures.position_ends import Course, position_of, summed
from recovery.measures.request import Request, nothing
from recovery.period import MONTHS_IN_YEAR
from recovery.rows import Row, number
from recovery.sources.words import is_contingency, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS: Final = (
    Column("step", "Contingency"),
    Column("amount", "Amount", "money"),
    Column("percent_of_held", "% of what is held", "percent"),
    Column("source", "From"),
)
DATASETS: Final = ("financial-plan", "risks", "position")
PLANNED, GONE, HELD = "In the plan", "In the plan and held no longer", "Held"
RELEASED, IN_FORECAST, LEFT = "Released to date", "In the forecast", "Left"
PENNY: Final = Decimal("0.01")


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
    found = contingency_of(asking_once(request))
    if found.held.amount is None:
        raise NothingLoaded(nothing(request.title, DATASETS, request.view))
    used = [request.sources[name] for name in DATASETS if name in request.sources]
    return request.figure(COLUMNS, list(_rows(found)), used=used)


def contingency_of(request: Request) -> Contingency:
    """Return the contingency of a view.

    Held: as the risk table has it, else the position's lines of that name, else the plan.  In the forecast: as the
    risk table has it, else the budget that those lines do not expect to spend.  Released to date: as those lines show
    it, else the part of what is in the forecast for the months that have gone.
    """
    planned, risk, line = Known(plan_contingency(request), "plan"), _risk(request), _line(request)
    budget, unspent, to_date = _of_line(line)
    held = _first(Known(number(risk, "mitigated_risk"), "risk table"), budget, planned)
    in_forecast = _first(Known(number(risk, "in_forecast"), "risk table"), unspent)
    return Contingency(planned, held, _first(to_date, _by_month(request, in_forecast)), in_forecast)


def _of_line(line: Course | None) -> tuple[Known, Known, Known]:
    """Return the position's own contingency: its budget, what of it is not to be spent, and what was not to date."""
    own = line or Course("")
    unspent, to_date = _less(own.annual_budget, own.forecast_outturn), _less(own.ytd_budget, own.ytd_actual)
    return Known(own.annual_budget, "position"), Known(unspent, "position"), Known(to_date, "position")


def _by_month(request: Request, in_forecast: Known) -> Known:
    """Return what twelfths of the amount in the forecast come to: as many as there are months gone."""
    month = request.view.month
    if in_forecast.amount is None or not month:
        return Known(None, "nothing loaded")
    amount = (in_forecast.amount * month / MONTHS_IN_YEAR).quantize(PENNY, ROUND_HALF_UP)
    return Known(amount, f"worked out: {month} twelfths of what is in the forecast")


def _risk(request: Request) -> Row | None:
    """Return the risk table's contingency row."""
    rows = [row for _, kind, row in loaded_rows(request, "risks") if kind == "contingency"]
    return rows[-1] if rows else None


def _line(request: Request) -> Course | None:
    position = position_of(request)
    lines = position.lines if position else ()
    return summed(line for line in lines if is_contingency(plain(line.label)))


def _first(*known: Known) -> Known:
    """Return the first amount that is known."""
    return next((one for one in known if one.amount is not None), Known(None, "nothing loaded"))


def _rows(found: Contingency) -> Iterator[tuple[Cell, ...]]:
    rows = [(PLANNED, found.planned), (GONE, Known(found.gone, "worked out"))] if found.gone else []
    rows += [(HELD, found.held), (RELEASED, found.released), (IN_FORECAST, found.in_forecast)]
    for step, known in [*rows, (LEFT, Known(found.left, "worked out"))]:
        yield step, known.amount, _percent(known.amount, found.held.amount), known.source


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return 100 * part / whole if part is not None and whole else None


def _less(amount: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if amount is None or other is None else amount - other
