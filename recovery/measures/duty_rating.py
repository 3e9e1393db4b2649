"""How a duty is rated: by its own rule, on what is achieved to date, what is forecast, or the worse of the two."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recovery.duties import Duty

GREEN, AMBER, RED = "Green", "Amber", "Red"
WORST_FIRST: Final = (RED, AMBER, GREEN)
TO_DATE, FORECAST = "to date", "forecast"
NO_ALLOCATION: Final = "the allocation is not known"


@dataclass(frozen=True)
class Values:
    """What is known of a duty in pounds or percentage points; None where nobody says."""

    target: Decimal | None = None
    target_to_date: Decimal | None = None
    actual: Decimal | None = None
    forecast: Decimal | None = None

    @property
    def at_year_end(self) -> Values:
        """Return the values of a year that is over: what is achieved is the outturn, and the reverse."""
        return Values(
            _first(self.target, self.target_to_date),
            self.target_to_date,
            _first(self.actual, self.forecast),
            _first(self.forecast, self.actual),
        )


@dataclass(frozen=True)
class Rated:
    """A rating, the period that gave it, and how far that period's value is on the good side of its target.

    Without a rating `on` says what it lacks.
    """

    rag: str | None = None
    on: str = ""
    variance: Decimal | None = None


def rate(duty: Duty, values: Values, allocation: Mapping[str, Decimal | None]) -> Rated:
    """Return the worse of the ratings of the periods that count, the forecast's where they are alike.

    `allocation` is what a rule in per cent of it is measured against, by period.  No rating where a value, its target
    or that allocation is not known; then what each period lacks.
    """
    periods = [_rated(duty, values, period, allocation) for period in duty.rated_on]
    found = [rated for rated in reversed(periods) if rated.rag]
    lacking = "; ".join(dict.fromkeys(rated.on for rated in periods))
    return min(found, key=lambda rated: WORST_FIRST.index(rated.rag or GREEN), default=not_rated(lacking))


def not_rated(why: str) -> Rated:
    """Return no rating, with the reason."""
    return Rated(on=f"not rated: {why}")


def _rated(duty: Duty, values: Values, period: str, allocation: Mapping[str, Decimal | None]) -> Rated:
    """Return a period's rating, or what it lacks."""
    value, target = _pair(duty, values, period)
    if value is None or target is None:
        return Rated(on=_lacking(duty, period, "figure" if value is None else "target"))
    variance = value - target if duty.better == "higher" else target - value
    whole = _whole(duty, target, allocation.get(period))
    if duty.not_below is not None and value < duty.not_below:
        return Rated(RED, period, value - duty.not_below)
    if variance >= 0:
        return Rated(GREEN, period, variance)
    return Rated(on=NO_ALLOCATION) if whole is None else Rated(_rag(duty, -variance, whole), period, variance)


def _lacking(duty: Duty, period: str, part: str) -> str:
    """Return what a period lacks in words; a target that holds every month is of no period."""
    if part == "figure":
        return "no forecast" if period == FORECAST else "no actual to date"
    return "no target" if period == FORECAST or duty.standing else "no target to date"


def _pair(duty: Duty, values: Values, period: str) -> tuple[Decimal | None, Decimal | None]:
    """Return a period's value and the target it is held against."""
    year = duty.target if values.target is None else values.target
    if period == FORECAST:
        return values.forecast, year
    to_date = values.target_to_date
    return values.actual, year if to_date is None and duty.standing else to_date


def _whole(duty: Duty, target: Decimal, allocation: Decimal | None) -> Decimal | None:
    """Return what the rule's per cents are of; 100 where they are percentage points."""
    return {"target": abs(target), "points": Decimal(100), "allocation": allocation}[duty.of]


def _rag(duty: Duty, short: Decimal, whole: Decimal) -> str:
    if duty.is_statutory:
        return RED
    return next((rag for rag, limit in _limits(duty) if 100 * short <= limit * whole), RED)


def _limits(duty: Duty) -> Iterator[tuple[str, Decimal]]:
    yield GREEN, duty.green
    yield AMBER, duty.amber


def _first(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one
