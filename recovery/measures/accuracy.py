"""How good forecasts were: every past month's against what came, by line, year by year and over all years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.forecast import forecast
from recovery.measures.request import Source
from recovery.names import name_key
from recovery.period import MONTH_NAMES, FinancialYear
from recovery.rows import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.engine.queries import Made
    from recovery.measures.request import Request

LAST: Final = 11
"""The last month whose forecast is still one: month 12's is what came."""
ALL_YEARS: Final = "All years"
NAMES: Final = {"total": "Total spend", "net": "Net position"}
FROM_ACTUAL, FROM_PLAN = "month 12", "next year's plan"
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
RANGE: Final = (
    Column("line", "Line"),
    Column("reported", "Reported forecast", "money"),
    Column("forecasts", "Years", "count"),
    Column("bias", "Came in on average Fav/(adv)", "money"),
    Column("mean_absolute_error", "Out by on average", "money"),
    Column("mean_absolute_percent", "Out by on average %", "percent"),
    Column("low", "As far out: low", "money"),
    Column("high", "As far out: high", "money"),
)
PENNY, MILLIONTH = Decimal("0.01"), Decimal("0.000001")
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Record:
    """What some forecasts of one line came to: how many, mean of their errors, of their sizes, and of those in %."""

    forecasts: int
    bias: Decimal
    mean_absolute_error: Decimal
    mean_absolute_percent: Decimal | None

    @property
    def cells(self) -> list[Cell]:
        """Return the record as a figure's cells."""
        return [self.forecasts, self.bias, self.mean_absolute_error, self.mean_absolute_percent]


def record_of(made: Sequence[Made]) -> Record:
    """Return the record of at least one forecast; favourable is positive: what came was better than forecast."""
    errors = [one.came_better_by for one in made]
    percents = [abs(one.percent) for one in made if one.percent is not None]
    mean = _mean(percents, MILLIONTH) if percents else None
    return Record(len(made), _mean(errors, PENNY), _mean([abs(error) for error in errors], PENNY), mean)


def accuracy(request: Request) -> Figure:
    """Return each line's record by year, and over all years where there is more than one; NothingLoaded without any."""
    history = history_of(request)
    by_year: dict[int, dict[Key, list[Made]]] = defaultdict(lambda: defaultdict(list))
    whole: dict[Key, list[Made]] = defaultdict(list)
    for one in history:
        by_year[one.year][_key(one)].append(one)
        whole[_key(one)].append(one)
    groups = [(str(FinancialYear(year)), lines) for year, lines in by_year.items()]
    if len(by_year) > 1:
        groups.insert(0, (ALL_YEARS, whole))
    rows = [(_row(name, made), made[0].kind) for name, lines in groups for made in lines.values()]
    return request.figure(
        COLUMNS, [row for row, _ in rows], kinds=[kind for _, kind in rows], used=_used(request, history)
    )


def history_of(request: Request) -> list[Made]:
    """Return every forecast that can be held against what came, or raise NothingLoaded."""
    found = queries.forecasts_made(request.engine, request.view.organisation)
    if not found:
        raise NothingLoaded(
            f"{request.title}: nothing is loaded for {request.view.organisation} that says how a forecast came out. "
            "It takes a year's positions with month 12, or a position and the next year's plan with its outturn."
        )
    return found


def forecast_range(request: Request) -> Figure:
    """Return this month's forecast of each line with how far out forecasts of the same month were in other years.

    As far out again: of a line and of all spend in % of the forecast, of the net position in pounds.
    """
    history = history_of(request)
    month = request.need("position").month or request.view.month
    past = [one for one in history if one.month == month and one.year != request.view.year.start]
    shown = forecast(request)
    rows = [
        [
            text(row, "line"),
            row["reported"],
            *_as_far_out(row["reported"], kind, _of_line(past, kind, text(row, "line"))),
        ]
        for row, kind in zip(shown.records(), shown.kinds, strict=True)
    ]
    return request.figure(RANGE, rows, kinds=shown.kinds, used=[request.need("position"), *_used(request, past)])


def _of_line(past: Iterable[Made], kind: str, line: str) -> list[Made]:
    name = name_key(line)
    if kind not in NAMES:
        return [one for one in past if one.kind == kind == "line" and one.name == name]
    return [one for one in past if one.kind == kind]


def _as_far_out(reported: Cell, kind: str, made: Sequence[Made]) -> list[Cell]:
    if not made or not isinstance(reported, Decimal):
        return [None] * (len(RANGE) - 2)
    record = record_of(made)
    reach = record.mean_absolute_error
    if kind != "net" and record.mean_absolute_percent is not None:
        reach = (abs(reported) * record.mean_absolute_percent / 100).quantize(PENNY, ROUND_HALF_UP)
    return [*record.cells, reported - reach, reported + reach]


def _key(made: Made) -> Key:
    return made.kind, made.flow, made.name


def _row(year: str, made: Sequence[Made]) -> list[Cell]:
    first, last = made[0], made[-1]
    single = year != ALL_YEARS
    by_month: dict[int, list[Decimal]] = defaultdict(list)
    for one in made:
        by_month[one.month].append(one.came_better_by)
    errors = [_mean(by_month[month], PENNY) if month in by_month else None for month in range(1, LAST + 1)]
    outturn: list[Cell] = [last.outturn, FROM_ACTUAL if last.is_actual else FROM_PLAN] if single else [None, ""]
    return [year, first.line or NAMES.get(first.kind, first.name), *outturn, *record_of(made).cells, *errors]


def _mean(values: Sequence[Decimal], step: Decimal) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(step, ROUND_HALF_UP) + 0


def _used(request: Request, made: Iterable[Made]) -> list[Source]:
    """Return the positions of the years that a record is of."""
    years = {one.year for one in made}
    return [
        Source(one.submission, "position", one.month, one.illustrative, frozenset())
        for one in queries.positions(request.engine, request.view.organisation)
        if one.year in years
    ]
