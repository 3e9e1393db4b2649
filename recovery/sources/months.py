"""Months and financial years as people write them in headings and cells: Apr-17, 2017/18, M3, April 2018."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from recovery.period import MONTH_FIELDS, MONTH_NAMES, MONTHS_IN_YEAR
from recovery.sources.dates import date_of
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue

_NAMES: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES).replace("Sep(", "Sept?(")
_FIRST_CALENDAR_MONTH: Final = 4
_NAME_WITH_YEAR: Final = re.compile(
    rf"(?<![a-z])(?:\d{{1,2}}(?:st|nd|rd|th)?[\s-]+)?(?P<name>{_NAMES})(?![a-z])(?:[\s'’\-_/,.]*(?P<year>20\d\d|\d\d)(?![\d/]|-\d))?",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])(?:-\d\d)?(?:[ T]\d\d:\d\d(?::\d\d)?)?")
_NUMBERED: Final = re.compile(r"\b(?:m|mth|month|period|p)[\s_-]*0?(?P<number>1[0-2]|[1-9])\b(?!\s*%)", re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"\bm(?:onths?|ths?)?\s*0?1\s*(?:-|–|to)\s*m?\s*\d{{1,2}}\b|\b(?:{_NAMES})\s*(?:-|–|to)\s*(?:{_NAMES})\b",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)")
_FINANCIAL_YEAR: Final = re.compile(
    r"(?<!\d)[0-3]?\d(?P<mark>[/.\-])(?:0?[1-9]|1[0-2])(?P=mark)(?:20)?\d\d(?!\d)|20\d\d-\d\d-\d\d"
    r"|(?<![\d,.])(?:fy\s*)?(?P<first>20\d\d|\d\d)\s?[/_\-–]\s?(?P<second>20\d\d|\d\d)(?![\d,])",
    re.IGNORECASE,
)
"""A date is taken whole, so that 01/02/2020 does not name 2001/02; a financial year is what has a `first`."""
_FY: Final = re.compile(r"\bfy\s*(?:(?P<four>20\d\d)|(?P<two>\d\d)(?P<next>\d\d)?)\b", re.IGNORECASE)


class MonthOfYear(NamedTuple):
    """A month (1 = April) and the first calendar year of its financial year, where that is said."""

    month: int
    year: int | None = None


def financial_month(calendar_month: int) -> int:
    """Return a calendar month as a month of the financial year."""
    return (calendar_month - _FIRST_CALENDAR_MONTH) % MONTHS_IN_YEAR + 1


def of_date(date: dt.date) -> MonthOfYear:
    """Return the financial month in which a date lies."""
    return MonthOfYear(financial_month(date.month), date.year if date.month >= _FIRST_CALENDAR_MONTH else date.year - 1)


def years_in(text: str) -> tuple[int, ...]:
    """Return the financial years that a text names, by their first calendar year."""
    found = [2000 + int(match["first"]) % 100 for match in _FINANCIAL_YEAR.finditer(text) if _is_financial_year(match)]
    return tuple(found) or tuple(_short_year(match) for match in _FY.finditer(text))


def _is_financial_year(match: re.Match[str]) -> bool:
    """Return whether two years were found of which the second follows the first."""
    return bool(match["first"]) and (int(match["first"]) + 1) % 100 == int(match["second"]) % 100


def _short_year(match: re.Match[str]) -> int:
    """Return the year of FY2019 or FY19 (which ends in 2019) or FY1819 (which starts in 2018)."""
    if match["next"] is not None:
        return 2000 + int(match["two"])
    return 2000 + int(match["four"] or match["two"]) % 100 - 1


def without_years(text: str) -> str:
    """Return a text without the financial years it names."""
    return _FY.sub(" ", _FINANCIAL_YEAR.sub(lambda match: " " if _is_financial_year(match) else match[0], text))


def month_in(text: str) -> MonthOfYear | None:
    """Return the month that a text names: June, Jun-18, 2018-06-30, Month 3, M03."""
    if match := _ISO.search(text):
        return of_date(dt.date(int(match["year"]), int(match["month"]), 1))
    if match := _SLASHED.search(text):
        month = int(match["month"])
        return of_date(dt.date(int(match["year"]), month, 1)) if 1 <= month <= MONTHS_IN_YEAR else None
    years = years_in(text)
    if match := _NAME_WITH_YEAR.search(without_years(text)):
        return _named_month(match, years)
    if match := _NUMBERED.search(text):
        return MonthOfYear(int(match["number"]), years[0] if years else None)
    return None


def dated_months_in(text: str) -> list[MonthOfYear]:
    """Return every month that a text names together with its year: Jun 18, 2018-06, April 2018/19."""
    if match := _ISO.search(text):
        return [of_date(dt.date(int(match["year"]), int(match["month"]), 1))]
    years = years_in(text)
    named = [_named_month(match, years) for match in _NAME_WITH_YEAR.finditer(without_years(text))]
    return [month for month in named if month.year is not None]


def _named_month(match: re.Match[str], years: tuple[int, ...]) -> MonthOfYear:
    month = MONTH_FIELDS.index(match["name"][:3].lower()) + 1
    if years or not match["year"]:
        return MonthOfYear(month, years[0] if years else None)
    calendar = 2000 + int(match["year"]) % 100
    return MonthOfYear(month, calendar if month <= MONTHS_IN_YEAR - 3 else calendar - 1)


def without_month(text: str) -> str:
    """Return a text without the month, or the months from the first to the last, that it names."""
    for pattern in (_SPAN, _ISO, _SLASHED, _NAME_WITH_YEAR, _NUMBERED):
        text = pattern.sub(" ", text)
    return text


def month_of(value: CellValue) -> MonthOfYear | None:
    """Return the month that a cell holds: a number 1 to 12, a date, a name, M3; None where it holds none."""
    if isinstance(value, dt.date):
        return of_date(value)
    text = text_of(value)
    if isinstance(value, str) and (date := date_of(value)):
        return of_date(date)
    if text.isdecimal():
        return MonthOfYear(int(text)) if 1 <= int(text) <= MONTHS_IN_YEAR else None
    found = None if _SPAN.search(text) else month_in(text)
    rest = without_month(without_years(text)).strip(" -/,.'()")
    return found if found and not rest else None


def year_of(value: CellValue) -> int | None:
    """Return the financial year that a cell holds: 2018/19, 18/19, FY19, 2018; None where it holds none."""
    text = text_of(value)
    if re.fullmatch(r"20\d\d", text):
        return int(text)
    years = years_in(text)
    return years[0] if len(years) == 1 and not without_years(text).strip(" -()") else None
