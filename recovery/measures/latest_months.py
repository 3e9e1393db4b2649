"""The latest months of a year: where the last three begin, and which months stand in where one is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.queries import Earlier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.engine.queries import Asks, Position
    from recovery.view import View

MONTHS: Final = 3
NONE: Final = Earlier(None)


def latest_of(engine: Asks, view: View, month: int) -> Earlier:
    """Return where the latest months to a month of a view's year begin."""
    return latest_months(month, queries.positions_of_year(engine, view))


def latest_months(month: int, positions: Iterable[Position]) -> Earlier:
    """Return the month after which the latest months begin: three back, else the nearest loaded before that.

    `positions` are the year's.  There is none before month 3, and none where nothing is loaded at least three months
    back: then all that is known is the year to date, which is the straight line's own.
    """
    first = month - MONTHS
    if first < 0:
        return NONE
    if first == 0:
        return Earlier(0)
    newest = max((one for one in positions if 1 <= one.month <= first), key=lambda one: one.month, default=None)
    return Earlier(newest.month, newest.submission, newest.illustrative) if newest else NONE
