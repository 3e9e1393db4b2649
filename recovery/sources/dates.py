"""Dates as people type them: 30/09/2018, 30 Sep 2018, 2018-09-30, September 2018."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re
from typing import Final

from recovery.period import MONTH_NAMES
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue

FIRST_WRITABLE: Final = dt.date(1900, 3, 1)
"""The first day from which a spreadsheet's dates can be trusted; an earlier one is written as text."""

_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[ T][\d:.]+)?")
_SLASHED: Final = re.compile(r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4}|\d\d)")
_NAMED: Final = re.compile(
    r"(?:(?:[a-z]+ )?(?P<day>\d{1,2})(?:st|nd|rd|th)?[ \-/.]*)?(?P<name>[a-z]{3,9})[ \-/.,']*(?P<year>\d{4}|\d\d)",
    re.IGNORECASE,
)
_FIRST_CALENDAR_MONTH: Final = 4
_MONTHS: Final = 12
_DAY_NOUGHT: Final = dt.date(1899, 12, 30)
_DAYS: Final = range(29_221, 73_416)
"""The numbers by which a spreadsheet counts the days from 1980 to 2100."""


def date_of(cell: CellValue, *, month_end: bool = False) -> dt.date | None:
    """Return the date in a cell, or None; a month without a day is its first day, or its last where `month_end`."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool) and math.isfinite(cell):
        return _DAY_NOUGHT + dt.timedelta(days=int(cell)) if int(cell) in _DAYS else None
    text = text_of(cell)
    for pattern in (_ISO, _SLASHED, _NAMED):
        if text.isascii() and (match := pattern.fullmatch(text)):
            return _date(match.groupdict(), month_end=month_end)
    return None


def _date(parts: dict[str, str | None], *, month_end: bool) -> dt.date | None:
    month = _month_named(parts["name"]) if parts.get("name") else int(parts["month"] or 0)
    year = int(parts["year"] or 0)
    year += 2000 if len(parts["year"] or "") == len("18") else 0
    if not 1 <= month <= _MONTHS or year < 1:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(parts["day"]) if parts["day"] else (last if month_end else 1)
    return dt.date(year, month, day) if 1 <= day <= last else None


def _month_named(name: str | None) -> int:
    """Return the calendar month of a name or its beginning, 0 where it is none."""
    text = (name or "").lower()
    text = "sep" if text == "sept" else text
    for place, month in enumerate(MONTH_NAMES):
        if month.lower().startswith(text):
            return (place + _FIRST_CALENDAR_MONTH - 1) % _MONTHS + 1
    return 0


def month_start(year: int, month: int) -> dt.date:
    """Return the first day of a month of the financial year that starts in `year` (month 1 is April)."""
    calendar_month = (month + _FIRST_CALENDAR_MONTH - 2) % _MONTHS + 1
    return dt.date(year if calendar_month >= _FIRST_CALENDAR_MONTH else year + 1, calendar_month, 1)


def month_last(year: int, month: int) -> dt.date:
    """Return the last day of a month of the financial year that starts in `year` (month 1 is April)."""
    first = month_start(year, month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
