"""The register behind a view: which of its events count, how far delivery goes, and by which day ageing is reckoned."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from recovery.engine import queries
from recovery.period import MONTHS_IN_YEAR, FinancialYear
from recovery.programme import working_day as days
from recovery.programme.as_at import day_of
from recovery.programme.configuration import Programme, programme_of

if TYPE_CHECKING:
    from recovery.engine.queries import Asks
    from recovery.view import View

KEPT: Final = 0
"""The id under which the register kept in the app stands among the sources; submissions count from one."""


@dataclass(frozen=True)
class Register:
    """A register as one view looks at it; `id` is KEPT, a submission, or None where there is none.

    Events count up to `as_at` (a day, a moment, or None: all); delivery goes to the end of `month`; ageing, lateness
    and risk weights are those of `day`.  `illustrative` says that any of what is kept is invented.
    """

    id: int | None
    organisation: str
    programme: Programme
    year: FinancialYear
    month: int
    as_at: dt.date | None
    day: dt.date
    illustrative: bool = False

    @property
    def is_kept(self) -> bool:
        """Return whether it is kept in the app."""
        return self.id == KEPT

    @property
    def parameters(self) -> dict[str, Any]:
        """Return what every question about a register is asked with."""
        return {
            "register": self.id,
            "organisation": self.organisation,
            "programme": self.programme.key,
            "year": self.year.start,
            "month": self.month,
            "as_at": _as_kept(self.as_at),
            "day": self.day,
        }


def loaded_register(view: View, submission: int | None) -> Register:
    """Return the register that a submission holds, at the view's month end."""
    day = day_of(view.as_at) if view.as_at else view.year.month_end(view.month)
    return Register(submission, view.organisation, programme_of(view.organisation), view.year, view.month, None, day)


def kept_register(engine: Asks, view: View, today: dt.date | None = None) -> Register | None:
    """Return the register kept in the app as a view looks at it, None where there was none by then.

    It is looked at as on `view.as_at`; else as it stands now in the newest month that is loaded, and as it stood at
    the month's end in an earlier one.
    """
    found = queries.kept_register(engine, view.organisation, view.year)
    if found is None:
        return None
    begun_on, begun_at, newest, illustrative, newest_month = found
    is_now = view.as_at is None and (not view.month or view.month >= (newest_month or 0))
    as_at = None if is_now else view.as_at or view.year.month_end(view.month)
    if as_at and (as_at < begun_at if isinstance(as_at, dt.datetime) else as_at < begun_on):
        return None
    day = _reference_day(view, as_at, newest, today or days.today())
    month = view.month or queries.newest_actual_month(engine, view.organisation, view.year, as_at)
    if view.as_at:
        month = min(month, months_ended(view.year, day_of(view.as_at)))
    programme = programme_of(view.organisation)
    return Register(KEPT, view.organisation, programme, view.year, month, as_at, day, illustrative)


def _reference_day(view: View, as_at: dt.date | None, newest: dt.date, today: dt.date) -> dt.date:
    """Return the day by which ageing is reckoned: the day asked for, else the working day then or now."""
    if as_at is None or isinstance(as_at, dt.datetime):
        return days.working_day(view.year, day_of(as_at or today), newest)
    return as_at


def _as_kept(as_at: dt.date | None) -> dt.date | None:
    """Return a moment without its offset, as the engine holds moments in UTC; a day as it is.

    The first moment of a day is put a millionth of a second later, because the engine takes it for the day itself.
    """
    if not isinstance(as_at, dt.datetime):
        return as_at
    moment = as_at.astimezone(dt.UTC).replace(tzinfo=None)
    return moment if moment.time() != dt.time() else moment + dt.timedelta(microseconds=1)


def months_ended(year: FinancialYear, day: dt.date) -> int:
    """Return how many months of a financial year are over at the end of a day."""
    return sum(year.month_end(month) <= day for month in range(1, MONTHS_IN_YEAR + 1))
