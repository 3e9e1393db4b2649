"""Days as people write them, and how long something has taken."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from recovery.money import NIL
from recovery.sentences.amounts import many

if TYPE_CHECKING:
    from recovery.figure import Cell


def day(date: dt.date | None) -> str:
    """Return a day as 3 July 2018; a dash where there is none."""
    return f"{date.day} {date:%B} {date.year}" if date else NIL


def short_day(date: dt.date | None) -> str:
    """Return a day as 3 Jul 2018, for cards and tables."""
    return f"{date.day} {date:%b} {date.year}" if date else NIL


def moment(at: dt.datetime) -> str:
    """Return a moment as 3 Jul 2018, 14:05 UTC."""
    return f"{short_day(at.date())}, {at:%H:%M} UTC"


def day_or_moment(as_at: dt.date) -> str:
    """Return a day as 3 July 2018, a moment as 3 July 2018, 14:05 UTC."""
    return f"{day(as_at)}, {as_at:%H:%M} UTC" if isinstance(as_at, dt.datetime) else day(as_at)


def date_of(cell: Cell | dt.date) -> dt.date | None:
    """Return the day that a figure's cell holds, None where it holds none."""
    if isinstance(cell, dt.date):
        return cell
    return dt.date.fromisoformat(str(cell)[:10]) if cell else None


def against_norm(days: int, norm: int) -> str:
    """Return how long a scheme has been in its stage beside what is usual: 50 days, norm 42."""
    return f"{many(days, 'day')}, norm {norm}" if norm else many(days, "day")
