"""Financial years and their months: April is month 1, March month 12."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from recovery.errors import UsageError

MONTHS_IN_YEAR: Final = 12
MONTH_NAMES: Final = (
    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "January", "February", "March",
)  # fmt: skip
MONTH_FIELDS: Final = tuple(name[:3].lower() for name in MONTH_NAMES)
_YEAR = re.compile(r"(?:FY)?\s*(?:20)?(\d\d)\s*[/_\-–]\s*(?:20)?(\d\d)")


@dataclass(frozen=True, order=True)
class FinancialYear:
    """A financial year, named by the calendar year in which it starts: 2018 is 2018/19."""

    start: int

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Read `2018/19`, `18/19`, `2018-19`, `2018_19` or `FY18/19`; anything else is a UsageError."""
        match = _YEAR.fullmatch(text.strip().upper())
        if not match or (int(match[1]) + 1) % 100 != int(match[2]):
            message = f"'{text}' is not a financial year: write it as 2018/19."
            raise UsageError(message)
        return cls(2000 + int(match[1]))

    @property
    def prior(self) -> FinancialYear:
        """Return the year before."""
        return FinancialYear(self.start - 1)

    @property
    def field(self) -> str:
        """Return the year as it stands in a column name: 2018_19."""
        return f"{self.start}_{(self.start + 1) % 100:02d}"

    def month_end(self, month: int) -> dt.date:
        """Return the last day of a month of the year (1 = April); the year's own for 0."""
        after = month or MONTHS_IN_YEAR
        return dt.date(self.start + (after + 3) // 12, (after + 3) % 12 + 1, 1) - dt.timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"


@cache
def month_number(year: str, month: int) -> int:
    """Return a month (1 = April) of a year (2018/19) as a number of which that of the next month is one more."""
    return FinancialYear.parse(year).start * MONTHS_IN_YEAR + month


def month_name(month: int) -> str:
    """Return the name of a month of the financial year (1 = April)."""
    return MONTH_NAMES[month - 1]


def check_month(month: int) -> int:
    """Return `month` if it is 1 to 12, else raise a UsageError."""
    if not 1 <= month <= MONTHS_IN_YEAR:
        message = f"Month {month} is outside 1 to 12 (1 is April, 12 is March)."
        raise UsageError(message)
    return month
