"""What is being looked at: one organisation, one financial year, one month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from recovery.period import FinancialYear, month_name


@dataclass(frozen=True)
class View:
    """One organisation's position as it stands at a month; `month` 0 means no month has been loaded.

    `as_at` asks for the scheme register, in place of the month's own, and for judgements as they stood at the end of a
    day; a moment (a datetime in UTC) asks for them as the record had them then.
    """

    organisation: str
    year: FinancialYear
    month: int
    as_at: dt.date | None = None

    @property
    def title(self) -> str:
        """Return the period in words: month 3 (June), 2018/19."""
        return f"month {self.month} ({month_name(self.month)}), {self.year}" if self.month else str(self.year)


@dataclass(frozen=True)
class Since:
    """What a movement is reckoned from: a month, and one submission, superseded or not, in place of its current one."""

    view: View
    submission: int | None = None
