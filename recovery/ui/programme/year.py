"""A scheme's monthly profile added up: twelve months of plan, actual and forecast, recurrent or not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.period import MONTHS_IN_YEAR
from recovery.programme.scheme import NOUGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recovery.programme.scheme import ProfileMonth, Scheme

MONTHS: Final = range(1, MONTHS_IN_YEAR + 1)
Value = Decimal | None


def by_month(scheme: Scheme, measure: str, *, recurrent: bool | None = None) -> list[Value]:
    """Return twelve amounts of plan, actual or forecast; None in a month about which nothing is said."""
    lines = [one for one in scheme.profile if recurrent is None or one.recurrent is recurrent]
    return [_together(getattr(one, measure) for one in lines if one.month == month) for month in MONTHS]


def planned(scheme: Scheme) -> list[Decimal]:
    """Return the plan of twelve months, nought where none is planned."""
    return [pounds or NOUGHT for pounds in by_month(scheme, "plan")]


def added(values: Iterable[Value]) -> Decimal:
    """Return amounts added up, None counting as nought."""
    return sum((value for value in values if value is not None), NOUGHT)


def _together(values: Iterable[Value]) -> Value:
    said = [value for value in values if value is not None]
    return sum(said, NOUGHT) if said else None


def has(scheme: Scheme, wanted: Callable[[ProfileMonth], bool]) -> bool:
    """Return whether any line of the profile is so."""
    return any(map(wanted, scheme.profile))
