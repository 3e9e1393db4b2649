"""The day that a programme is at: today, or where its year is long over the day of its newest event."""

from __future__ import annotations

import datetime as dt
from typing import Final

from recovery.period import FinancialYear

DAYS_AFTER: Final = 92
"""How long after its last day a year is still worked on: until the end of June."""


def working_day(year: FinancialYear, today: dt.date, newest: dt.date | None) -> dt.date:
    """Return the programme's day; `newest` is the day from which its newest event holds, None without any."""
    last = dt.date(year.start + 1, 3, 31)
    if today <= last + dt.timedelta(days=DAYS_AFTER):
        return today
    return newest or last


def today() -> dt.date:
    """Return the day it is where the application runs."""
    return dt.datetime.now().astimezone().date()
