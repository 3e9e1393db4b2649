"""The latest months of a year: where the last three begin, and which months stand in where one is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.queries import Earlier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.engine.queries import Asks
    from recovery.view import View

MONTHS: Final = 3
NONE: Final = Earlier(None)


def latest_months(month: int, submissions: Mapping[int, int]) -> Earlier:
    """Return the month after which the latest months begin: three back, else the nearest loaded before that.

    `submissions` are the year's positions by month.  There is none before month 3, and none where nothing is loaded
    at least three months back: then all that is known is the year to date, which is the straight line's own.
    """
    first = month - MONTHS
    if first < 0:
        return NONE
    if first == 0:
        return Earlier(0)
    loaded = [held for held in submissions if 1 <= held <= first]
    return Earlier(max(loaded), submissions[max(loaded)]) if loaded else NONE


def latest_of(engine: Asks, view: View) -> Earlier:
    """Return where the latest months of a view begin."""
    held = {
        one.month: one.submission for one in queries.positions(engine, view.organisation) if one.year == view.year.start
    }
    return latest_months(view.month, held)
