"""What is known of each duty: as a loaded table has it, and as it follows from what the record holds already."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from recovery.checks.duties import is_line_of
from recovery.errors import NothingLoaded
from recovery.measures.duty_rating import Values
from recovery.measures.loaded_rows import loaded_rows
from recovery.measures.position_ends import Course, Position, position_of, summed
from recovery.measures.underlying import underlying_of
from recovery.period import MONTHS_IN_YEAR
from recovery.rows import last_of_kind, number, text
from recovery.savings.delivery import delivery
from recovery.savings.gap import gap
from recovery.sources.telling_rows import duty_of
from recovery.sources.vocabularies import rag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recovery.duties import Duty
    from recovery.measures.request import Request
    from recovery.rows import Row

AS_LOADED: Final = "as loaded"
SAVINGS, UNDERLYING = "savings", "underlying"
PERCENT, MONEY = "percent", "money"
NAMES: Final = tuple(field.name for field in fields(Values))


@dataclass(frozen=True)
class Supplied:
    """One row: the duty's key, its name as it is written, money or percent, its figures, and where they come from.

    `row_order` is the loaded table's row, None for what follows from other tables.
    """

    key: str
    indicator: str
    unit: str
    values: Values
    source: str
    reported_rag: str = ""
    row_order: int | None = None

    @property
    def has_any(self) -> bool:
        """Return whether anything at all is known of it."""
        return any(getattr(self.values, name) is not None for name in NAMES)

    def filled_from(self, other: Supplied | None) -> Supplied:
        """Return the row with what it lacks from another one in the same unit, and both sources named."""
        if other is None or other.unit != self.unit:
            return self
        missing = {
            name: value
            for name in NAMES
            if getattr(self.values, name) is None and (value := getattr(other.values, name)) is not None
        }
        source = f"{self.source}; the rest {other.source}" if missing else self.source
        return replace(self, values=replace(self.values, **missing), source=source)


def supplied_values(request: Request) -> list[Supplied]:
    """Return the rows of the loaded table of duties, from top to bottom."""
    return [_at_month(request, _supplied(order, row)) for order, _, row in loaded_rows(request, "duties")]


def _at_month(request: Request, row: Supplied) -> Supplied:
    """Return a row as the month has it: in the last one the year to date is the year."""
    return replace(row, values=row.values.at_year_end) if request.view.month == MONTHS_IN_YEAR else row


def _supplied(order: int, row: Row) -> Supplied:
    """Return a row in the unit that its figures are in, that of what is achieved where they differ."""
    in_percent = [number(row, f"{name}_percent") for name in ("actual", "forecast", "target")]
    in_money = [number(row, name) for name in ("actual", "forecast", "target")]
    pairs = zip(in_percent, in_money, strict=True)
    unit = next((PERCENT if percent is not None else MONEY for percent, money in pairs if percent != money), MONEY)
    ending = "_percent" if unit == PERCENT else ""
    values = Values(**{name: number(row, f"{name}{ending}") for name in NAMES})
    label = text(row, "indicator")
    reported = text(row, "reported_rag")
    return Supplied(duty_of(label), label, unit, values, AS_LOADED, rag_of(reported) or reported, order)


def derived_values(request: Request, rules: Mapping[str, Duty]) -> dict[str, Supplied]:
    """Return what follows from the position, the register and the plan for every duty that says how it does."""
    found: dict[str, Supplied] = {}
    position = position_of(request)
    for key, duty in rules.items():
        derived = DERIVED[duty.derived](request, position, duty) if duty.derived else None
        if derived:
            values, source = derived
            name = _savings_name(request) if duty.derived == SAVINGS else duty.name
            found[key] = _at_month(request, Supplied(key, name, MONEY, values, source))
    return found


def _savings_name(request: Request) -> str:
    """Return what the organisation calls its savings: QIPP, or Efficiency savings."""
    name = request.register.programme.name
    return name if name.isupper() else f"{name.capitalize()} savings"


Derived = tuple[Values, str] | None


def _spend(_request: Request, position: Position | None, _duty: Duty) -> Derived:
    """The limit is the allocation, and what counts against it all that is spent."""
    if not position or not position.income or not position.spend:
        return None
    income, spend = position.income, position.spend
    values = Values(income.annual_budget, income.ytd_budget, spend.ytd_actual, spend.forecast_outturn)
    return values, "from the position: allocation and total spend"


def _net(_request: Request, position: Position | None, _duty: Duty) -> Derived:
    return (_values(position.net), "from the position: net budget") if position and position.net else None


def _line(_request: Request, position: Position | None, duty: Duty) -> Derived:
    """A line's own budget stands in for the allowance that nobody has loaded."""
    lines = position.lines if position else ()
    found = summed(line for line in lines if is_line_of(duty, line.label))
    return (_values(found), f"from the position: budget of {found.label}") if found else None


def _values(course: Course) -> Values:
    return Values(course.annual_budget, course.ytd_budget, course.ytd_actual, course.forecast_outturn)


def _savings(request: Request, _position: Position | None, _duty: Duty) -> Derived:
    """The target; delivered to date and forecast where schemes are kept, else what is counted on after risk."""
    try:
        measures = {text(row, "measure"): number(row, "value") for row in gap(request).records()}
    except NothingLoaded:
        return None
    target = measures["target"]
    if "schemes" in request.sources and request.register.is_kept:
        total = last_of_kind(delivery(request), "total")
        planned, done, forecast = (number(total, name) for name in ("plan_ytd", "actual_ytd", "forecast_year"))
        values = Values(target, None if done is None else planned, done, forecast)
        return values, "from the scheme register and its target"
    return Values(target, None, None, measures["risk_adjusted"]), "from the savings target and the risk-adjusted value"


def _underlying(request: Request, _position: Position | None, _duty: Duty) -> Derived:
    """Nothing is claimed where nothing says what does not recur: the outturn alone is not the position underneath."""
    found = underlying_of(request)
    if found.position is None or not found.is_told:
        return None
    return Values(forecast=found.position), "from the underlying position"


DERIVED: Final[Mapping[str, Callable[[Request, Position | None, Duty], Derived]]] = {
    "spend": _spend,
    "net": _net,
    "line": _line,
    SAVINGS: _savings,
    UNDERLYING: _underlying,
}
