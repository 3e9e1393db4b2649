"""The course of each scheme through the first quarter: when it was begun and what it was worth from which day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from making import tables

MONTH_NAMES = ("April", "May", "June", "July", "August", "September",
               "October", "November", "December", "January", "February", "March")  # fmt: skip
FIELDS = tuple(name[:3].lower() for name in MONTH_NAMES)
ENDS = {1: dt.date(2018, 4, 30), 2: dt.date(2018, 5, 31), 3: dt.date(2018, 6, 30)}
YEAR_END = dt.date(2019, 3, 31)
BROUGHT_IN = dt.date(2018, 4, 3)
BEGUN_IN_MAY = dt.date(2018, 5, 2)
REVISED = {2: dt.date(2018, 5, 8), 3: dt.date(2018, 6, 5)}
STAGES = ("Pipeline", "Initiation", "Planning", "Delivery", "Monitoring", "Closure")
MOVED_IN_APRIL = {"Q18-001", "Q18-006", "Q18-013", "Q18-017", "Q18-020", "Q18-027", "Q18-051"}


@dataclass(frozen=True)
class Course:
    """One scheme: its words, and its row of the register at each month end at which it was there."""

    ref: str
    words: Mapping[str, str]
    months: Mapping[int, Mapping[str, Any]]

    @property
    def newest(self) -> Mapping[str, Any]:
        """Return the row of the newest month."""
        return self.months[max(self.months)]

    @property
    def begun(self) -> dt.date:
        """Return the day on which the scheme came into the register."""
        return BROUGHT_IN if 1 in self.months else BEGUN_IN_MAY

    @property
    def first(self) -> Mapping[str, Any]:
        """Return the row as it was when the scheme came into the register."""
        return self.months[min(self.months)]

    @property
    def start(self) -> dt.date:
        """Return the first day of the month in which savings begin."""
        return month_start(MONTH_NAMES.index(str(self.newest["start_month"])) + 1)

    @property
    def starts_in(self) -> int:
        """Return the month of the year in which savings begin, 1 for April."""
        return MONTH_NAMES.index(str(self.newest["start_month"])) + 1

    @property
    def investment(self) -> int:
        """Return the investment needed, in pounds."""
        return 1000 * int(self.words["investment"])

    def stage(self, month: int) -> int:
        """Return the stage at a month end; before the scheme was written down it stood at the first."""
        return STAGES.index(self.months[month]["stage"]) if month in self.months else 0

    def rag(self, month: int) -> str:
        """Return the rating at a month end; that of its first month before."""
        return str(self.months.get(month, self.first)["rag"])

    @property
    def stage_begun(self) -> int:
        """Return the stage at which the scheme came into the register."""
        if self.begun == BEGUN_IN_MAY:
            return 0
        return self.stage(1) - (self.ref in MOVED_IN_APRIL)

    def versions(self) -> list[tuple[dt.date, int, int]]:
        """Return (from when, net value, recurrent value) of each case that was of another value than the one before."""
        found: list[tuple[dt.date, int, int]] = []
        for month, row in self.months.items():
            since = self.begun if row is self.first else REVISED[month]
            value = (int(row["net_value"]), int(row["recurrent_value"]))
            if not found or found[-1][1:] != value:
                found.append((since, *value))
        return self._revised_after_it_was_begun(found)

    def _revised_after_it_was_begun(self, found: list[tuple[dt.date, int, int]]) -> list[tuple[dt.date, int, int]]:
        """Keep a scheme that was begun in May at its value of that month."""
        return [version for place, version in enumerate(found) if place == 0 or version[0] > found[0][0]]


def courses(register: Mapping[int, list[dict[str, Any]]]) -> list[Course]:
    """Return the course of every scheme of the register, in the order of their references."""
    words = {row["ref"]: row for row in tables.read(tables.HERE / "programme.csv", titled=False)}
    months = {month: {row["ref"]: row for row in rows} for month, rows in register.items()}
    return [
        Course(ref, words[ref], {month: rows[ref] for month, rows in months.items() if ref in rows})
        for ref in months[max(months)]
    ]


def month_start(month: int) -> dt.date:
    """Return the first day of a month of 2018/19, 1 for April; Sundays and holidays are not minded."""
    return dt.date(2018 + (month > 9), (month + 2) % 12 + 1, 1)  # noqa: PLR2004 - December is the ninth
