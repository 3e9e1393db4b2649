"""This month's forecast read with its history: as far out again as forecasts of the same month were in other years."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine.kept import KEPT
from recovery.figure import Cell, Column, Figure
from recovery.measures.accuracy import history_of, positions_of, record_of
from recovery.measures.forecast import forecast
from recovery.measures.lines_as_one import lines_as_one
from recovery.measures.request import Source
from recovery.names import name_key
from recovery.rates import PENNY, percentage
from recovery.rows import text, total_spend
from recovery.savings.triangulation.held_map import KIND, confirmed_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.engine.queries import LineKey, Made
    from recovery.measures.request import Request
    from recovery.savings.triangulation.area_map import AreaMap

COLUMNS: Final = (
    Column("line", "Line"),
    Column("reported", "Reported forecast", "money"),
    Column("forecasts", "Years", "count"),
    Column("bias", "Came in on average Fav/(adv)", "money"),
    Column("mean_absolute_error", "Out by on average", "money"),
    Column("percent_of_forecast", "Out by on average % of forecast", "percent"),
    Column("low", "As far out: low", "money"),
    Column("high", "As far out: high", "money"),
    Column("called", "Called in earlier years"),
)
BETWEEN: Final = "; "
"""What stands between two names."""
NET: Final = "net"
LINES: Final = frozenset({"line", "contingency"})


def forecast_range(request: Request) -> Figure:
    """Return this month's forecast of each line with how far out forecasts of the same month were in earlier years.

    As far out again: of a line and of all spend in % of the forecast, of the net position in pounds.  Other totals have
    no record of their own.
    """
    position = request.need("position")
    month = position.month or request.view.month
    past = [one for one in history_of(request) if one.month == month and one.came_better_by is not None]
    shown, area_map = forecast(request), confirmed_map(request.engine, request.view)
    keys = keys_of(shown)
    by_line = _by_line(past, keys, area_map)
    rows = [
        [text(row, "line"), row["reported"], *_as_far_out(row["reported"], by_line[key]), _called(key, by_line[key])]
        for row, key in zip(shown.records(), keys, strict=True)
    ]
    used = [position, *positions_of(request, past), Source(KEPT, KIND, None, area_map.is_illustrative, frozenset())]
    return request.figure(COLUMNS, rows, kinds=shown.kinds, flows=shown.flows, used=used)


def _by_line(
    past: Iterable[Made], keys: Iterable[LineKey | None], area_map: AreaMap
) -> dict[LineKey | None, list[Made]]:
    """Return the forecasts of earlier years by the line of now that they are of, whatever those years called it."""
    now = [key for key in keys if key]
    by_year: dict[int, list[Made]] = defaultdict(list)
    for one in past:
        by_year[one.year].append(one)
    found: dict[LineKey | None, list[Made]] = defaultdict(list)
    for made in by_year.values():
        as_one = lines_as_one(now, [one.key for one in made], area_map)
        for one in made:
            found[as_one.get(one.key, one.key)].append(one)
    return found


def _called(key: LineKey | None, made: Iterable[Made]) -> str:
    """Return what earlier years called a line, where that is another name."""
    return BETWEEN.join(dict.fromkeys(one.line or "" for one in made if one.key != key))


def keys_of(shown: Figure) -> list[LineKey | None]:
    """Return what each row of a forecast is found by in other years; None of a total that is not all spend."""
    spend, met = total_spend(shown), Counter[tuple[str, str]]()
    keys: list[LineKey | None] = []
    for row, kind, flow in zip(shown.records(), shown.kinds, shown.flows, strict=True):
        name = name_key(text(row, "line"))
        if kind in LINES:
            met[flow, name] += 1
            keys.append(("line", flow, name, met[flow, name]))
        elif kind == NET:
            keys.append((NET, "", "", 1))
        else:
            keys.append(("total", flow, "", 1) if row == spend else None)
    return keys


def _as_far_out(reported: Cell, made: Sequence[Made]) -> list[Cell]:
    if not made or not isinstance(reported, Decimal):
        return [None] * (len(COLUMNS) - 3)
    record, share = record_of(made), None if made[0].kind == NET else _share_of_forecast(made)
    reach = record.mean_absolute_error or Decimal(0)
    if share is not None:
        reach = (abs(reported) * share).quantize(PENNY, ROUND_HALF_UP)
    percent = percentage(share, Decimal(1))
    return [record.forecasts, record.bias, record.mean_absolute_error, percent, reported - reach, reported + reach]


def _share_of_forecast(made: Sequence[Made]) -> Decimal | None:
    """Return how much of what was forecast the errors were on average; None where nothing was forecast."""
    shares = [abs((one.came_better_by or 0) / one.forecast) for one in made if one.forecast]
    return sum(shares, Decimal(0)) / len(shares) if shares else None
