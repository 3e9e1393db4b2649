"""How good forecasts were: every past month's against what came, by line, year by year and over all years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Source
from recovery.period import MONTH_NAMES, FinancialYear
from recovery.rates import MILLIONTH, PENNY, divided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.engine.queries import LineKey, Made
    from recovery.measures.request import Request

LAST: Final = 11
"""The last month whose forecast is still one: month 12's is what came."""
ALL_YEARS: Final = "All years"
NAMES: Final = {"total": "Total spend", "net": "Net position"}
FROM_ACTUAL, FROM_PLAN = "month 12", "expected by next year's plan"
NO_OUTTURN: Final = "no outturn under this name"
"""What is said of a line that was called otherwise, or had gone, by the year's end."""
COLUMNS: Final = (
    Column("year", "Year"),
    Column("line", "Line"),
    Column("outturn", "What came", "money"),
    Column("outturn_from", "As of"),
    Column("forecasts", "Forecasts", "count"),
    Column("bias", "Came in on average Fav/(adv)", "money"),
    Column("mean_absolute_error", "Out by on average", "money"),
    Column("mean_absolute_percent", "Out by on average %", "percent"),
    *(Column(f"month_{month:02d}", f"{MONTH_NAMES[month - 1]} Fav/(adv)", "money") for month in range(1, LAST + 1)),
)


@dataclass(frozen=True)
class Record:
    """What some forecasts of one line came to: how many, mean of their errors, of their sizes, and of those in %."""

    forecasts: int
    bias: Decimal | None
    mean_absolute_error: Decimal | None
    mean_absolute_percent: Decimal | None

    @property
    def cells(self) -> list[Cell]:
        """Return the record as a figure's cells."""
        return [self.forecasts, self.bias, self.mean_absolute_error, self.mean_absolute_percent]


def record_of(made: Iterable[Made]) -> Record:
    """Return the record of the forecasts of which it is known what came; favourable: it was better than forecast."""
    held = [(one.came_better_by, one.percent) for one in made if one.came_better_by is not None]
    percents = [abs(percent) for _, percent in held if percent is not None]
    return Record(
        len(held),
        mean([error for error, _ in held]),
        mean([abs(error) for error, _ in held]),
        mean(percents, MILLIONTH),
    )


def mean(values: Sequence[Decimal], step: Decimal = PENNY) -> Decimal | None:
    """Return the mean of amounts rounded to `step`; None where there are none."""
    return divided(sum(values, Decimal(0)), len(values), step)


def accuracy(request: Request) -> Figure:
    """Return each line's record by year, and over all years where there is more than one; NothingLoaded without any."""
    history = history_of(request)
    by_year: dict[int, dict[LineKey, list[Made]]] = defaultdict(lambda: defaultdict(list))
    whole: dict[LineKey, list[Made]] = defaultdict(list)
    for one in history:
        by_year[one.year][one.key].append(one)
        whole[one.key].append(one)
    groups = [(str(FinancialYear(year)), lines) for year, lines in by_year.items()]
    if len(by_year) > 1:
        groups.insert(0, (ALL_YEARS, whole))
    rows = [(_row(name, made), made[0].kind) for name, lines in groups for made in lines.values()]
    return request.figure(
        COLUMNS, [row for row, _ in rows], kinds=[kind for _, kind in rows], used=positions_of(request, history)
    )


def history_of(request: Request) -> list[Made]:
    """Return every forecast of the years before the view's whose outturn is known, or raise NothingLoaded."""
    view = request.view
    found = queries.forecasts_made(request.engine, view.organisation, view.year.start)
    if not found:
        raise NothingLoaded(
            f"{request.title}: nothing is loaded for {view.organisation} that says how a forecast came out in a year "
            f"before {view.year}. It takes a year's positions with month 12, or a position and the next year's plan "
            "with its outturn."
        )
    return found


def _row(year: str, made: Sequence[Made]) -> list[Cell]:
    first, last = made[0], made[-1]
    errors: dict[int, list[Decimal]] = defaultdict(list)
    for one in made:
        if one.came_better_by is not None:
            errors[one.month].append(one.came_better_by)
    outturn: list[Cell] = [None, ""] if year == ALL_YEARS else [last.outturn, _known_from(last)]
    by_month = [mean(errors[month]) for month in range(1, LAST + 1)]
    return [year, first.line or NAMES.get(first.kind, first.name), *outturn, *record_of(made).cells, *by_month]


def _known_from(made: Made) -> str:
    if made.outturn is None:
        return NO_OUTTURN
    return FROM_ACTUAL if made.is_actual else FROM_PLAN


def positions_of(request: Request, made: Iterable[Made]) -> list[Source]:
    """Return the positions of the years that a record is of."""
    years = {one.year for one in made}
    return [
        Source(one.submission, "position", one.month, one.illustrative, frozenset())
        for one in queries.positions(request.engine, request.view.organisation)
        if one.year in years
    ]
