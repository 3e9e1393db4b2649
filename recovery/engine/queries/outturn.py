"""The forecast outturn: by every method, from the positions of the year and the risks outside the forecast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.engine.queries.asking import Amount, Asks, Row
from recovery.money import PENCE_PER_POUND

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from recovery.view import View


LineKey = tuple[str, str, str, int]
"""Kind, flow, name as it is compared, and which of the lines of that name it is."""


@dataclass(frozen=True)
class Position:
    """The position that holds for one month of a year (the calendar year in which it starts)."""

    year: int
    month: int
    submission: int
    illustrative: bool


@dataclass(frozen=True)
class Earlier:
    """Where the latest months begin: an earlier month and its position; month 0, without one, begins the year."""

    month: int | None
    submission: int | None = None
    illustrative: bool = False


@dataclass(frozen=True)
class Removed:
    """What of a line's actual does not recur, in the line's own sign: of the year to date, and of the latest months."""

    year_to_date: Decimal
    recent: Decimal


@dataclass(frozen=True)
class Made:
    """One month's forecast of a line, of all spend (kind total) or of the net position, and what came.

    `line` is the name it bore last that year, None of total and net; `name` is what it is compared by, and `nth` which
    of the lines of its flow with this name it is.  `is_actual` says that what came is month 12's actual, not what the
    next year's plan expects; None came where neither knows the line.  `came_better_by` is favourable positive;
    `percent` is of the outturn, in points, None where that is nought.
    """

    year: int
    month: int
    kind: str
    flow: str
    name: str
    nth: int
    line: str | None
    forecast: Decimal
    outturn: Decimal | None
    is_actual: bool
    came_better_by: Decimal | None
    percent: Decimal | None

    @property
    def key(self) -> LineKey:
        """Return what the same line of other months and years is found by."""
        return self.kind, self.flow, self.name, self.nth


def forecast(  # noqa: PLR0913 - each is asked for by its name
    engine: Asks,
    number: int,
    month: int,
    *,
    computed: bool = False,
    earlier: Earlier,
    removed: Mapping[int, Removed],
    residual: Amount,
    residual_by_line: Mapping[int, Decimal],
) -> list[Row]:
    """Return the forecast's rows: row_order, kind, flow, added, then the columns of the figure.

    `computed` re-adds the reported forecast; `residual` is the risk that no forecast holds, negative if adverse, and
    `residual_by_line` what of it is linked with a line.  Lines are told by their row_order.
    """
    return engine.ask(
        "forecast",
        submission=number,
        month=month,
        computed=computed,
        earlier=earlier.submission,
        earlier_month=earlier.month,
        has_one_offs=bool(removed),
        one_off_rows=list(removed),
        one_off_pence=[int(one.year_to_date * PENCE_PER_POUND) for one in removed.values()],
        recent_pence=[int(one.recent * PENCE_PER_POUND) for one in removed.values()],
        residual_pence=None if residual is None else int(residual * PENCE_PER_POUND),
        residual_rows=list(residual_by_line),
        residual_line_pence=[int(pounds * PENCE_PER_POUND) for pounds in residual_by_line.values()],
    )


def positions(engine: Asks, organisation: str) -> list[Position]:
    """Return the position that holds for each month of each year that an organisation has loaded one for."""
    return [Position(*row) for row in engine.ask("positions", organisation=organisation)]


def positions_of_year(engine: Asks, view: View) -> list[Position]:
    """Return the position that holds for each month of a view's year, in their order."""
    return [one for one in positions(engine, view.organisation) if one.year == view.year.start]


def forecasts_made(engine: Asks, organisation: str, before: int) -> list[Made]:
    """Return every forecast of months 1 to 11 of the years before one whose outturn is known, the newest year first."""
    return [Made(*row) for row in engine.ask("forecasts_made", organisation=organisation, before=before)]
