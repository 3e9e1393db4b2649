"""Working days of a month: Monday to Friday without the bank holidays of England and Wales."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from typing import Final

from recovery.period import FinancialYear
from recovery.settings import settings

WEEKEND: Final = 5
"""Saturday as Python counts the days of a week."""


@cache
def bank_holidays() -> frozenset[dt.date]:
    """Return every bank holiday that the reference data lists, year by year without a gap."""
    with (settings().reference_folder / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(dt.date.fromisoformat(row["date"]) for row in csv.DictReader(file))


@cache
def working_days(year: int, month: int) -> int | None:
    """Return the working days of a month (1 = April) of the financial year that starts in `year`.

    None outside the calendar years whose bank holidays are listed, where the number cannot be known.
    """
    last = FinancialYear(year).month_end(month)
    if last.year not in {day.year for day in bank_holidays()}:
        return None
    days = (last.replace(day=number) for number in range(1, last.day + 1))
    return sum(day.weekday() < WEEKEND and day not in bank_holidays() for day in days)
