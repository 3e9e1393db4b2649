"""Activity as control charts: every measure over all years, its limits and signals, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.queries import SeriesMonth
from recovery.errors import NothingLoaded
from recovery.figure import Cell, Column, Figure
from recovery.measures.request import Request, Source, nothing
from recovery.measures.spc import NONE, Options, Point, assurance, chart, variation
from recovery.measures.spc.activity_rules import MeasureRule, chart_rule, measure_rule
from recovery.measures.working_days import working_days
from recovery.names import code_key
from recovery.period import FinancialYear

if TYPE_CHECKING:
    from recovery.engine.queries import Amount, Judgement

PLAN, ACTUALS, RETURN = "activity-plan", "activity-actuals", "activity-return"
WAYS: Final = {1: "up", -1: "down"}
A_MONTH, A_WORKING_DAY = "a month", "a working day"
STEP: Final = Decimal("0.0001")
COLUMNS: Final = (
    Column("code", "Code"),
    Column("title", "Title"),
    Column("year", "Year"),
    Column("month", "Month", "number"),
    Column("value", "Value", "count"),
    Column("mean", "Mean", "count"),
    Column("lower", "Lower limit", "count"),
    Column("upper", "Upper limit", "count"),
    Column("rule", "Rule"),
    Column("way", "Way"),
    Column("variation", "Variation"),
    Column("plan", "Plan", "count"),
    Column("assurance", "Assurance against plan"),
    Column("original_plan", "Original plan", "count"),
    Column("unit", "Unit"),
    Column("activity", "Activity in the month", "count"),
    Column("working_days", "Working days", "number"),
)


@dataclass(frozen=True)
class Setting:
    """How one measure is charted: its options, and from which month (year, month) limits begin anew."""

    screen: bool
    points: int
    rebase: tuple[int, int] | None = None


def spc(request: Request) -> Figure:
    """Return every measure's months in every year up to the view's, with mean, limits and signals.

    Value, mean, limits and plans are in one unit: a month's count, or the count of a working day where the measure is
    charted so.  Limits and signals are blank until there are enough points.
    """
    months = queries.activity_series(request.engine, request.id_of(PLAN), request.view)
    if not any(month.actual is not None for month in months):
        raise NothingLoaded(nothing(request.title, (ACTUALS, RETURN), request.view))
    settings = settings_of(queries.judgements(request.engine, request.view, "chart"))
    rows: list[tuple[Cell, ...]] = []
    for _, measure in groupby(months, key=lambda month: month.code):
        rows += _rows(list(measure), settings)
    return request.figure(COLUMNS, rows, kinds=[month.kind for month in months], used=_sources(months))


def settings_of(judgements: Sequence[Judgement]) -> dict[str, Setting]:
    """Return how measures are charted for which somebody has set it, by code as it is compared."""
    found: dict[str, Setting] = {}
    for one in judgements:
        screen, points, year, month = (one.body[name] for name in ("screen", "points", "rebase_year", "rebase_month"))
        found[code_key(one.key)] = Setting(
            chart_rule().screen if screen is None else screen,
            points or chart_rule().points,
            (year, month) if year else None,
        )
    return found


def setting_of(code: str, settings: Mapping[str, Setting]) -> Setting:
    """Return how a measure is charted: as somebody has set it, else as the reference data says."""
    return settings.get(code_key(code), Setting(chart_rule().screen, chart_rule().points))


def _rows(measure: Sequence[SeriesMonth], settings: Mapping[str, Setting]) -> list[tuple[Cell, ...]]:
    rule, setting = measure_rule(measure[0].code, measure[0].title), setting_of(measure[0].code, settings)
    days = [working_days(one.year, one.month) for one in measure]
    by_day = rule.by_working_day and None not in days
    held = [(place, one) for place, one in enumerate(measure) if one.actual is not None]
    begins = [
        place for place, (_, one) in enumerate(held) if setting.rebase and (one.year, one.month) >= setting.rebase
    ]
    values = [_value(one.actual, days[place] if by_day else 1) or Fraction(0) for place, one in held]
    points = chart(values, Options(setting.screen, setting.points, begins[:1]))
    found = dict(
        zip([place for place, _ in held], zip(points, _enough(len(points), begins[:1]), strict=True), strict=True)
    )
    return [
        _row(one, rule, days[place] if by_day else 1, days[place], found.get(place))
        for place, one in enumerate(measure)
    ]


def _enough(length: int, begins: Sequence[int]) -> list[bool]:
    """Return for each point whether its segment has enough of them for limits."""
    sizes = [begins[0], length - begins[0]] if begins else [length]
    return [size >= chart_rule().points_before_limits for size in sizes for _ in range(size)]


def _row(
    one: SeriesMonth, rule: MeasureRule, divisor: int | None, days: int | None, held: tuple[Point, bool] | None
) -> tuple[Cell, ...]:
    plan, original = _value(one.plan, divisor), _value(one.original_plan, divisor)
    names: tuple[Cell, ...] = one.code, one.title, str(FinancialYear(one.year)), one.month
    rest: tuple[Cell, ...] = (
        _cell(original), A_MONTH if divisor == 1 else A_WORKING_DAY, one.actual, days,
    )  # fmt: skip
    if held is None:
        return *names, *[None] * 7, _cell(plan), None, *rest
    point, enough = held
    if not enough:
        return *names, _cell(point.value), _cell(point.mean), None, None, NONE, None, None, _cell(plan), None, *rest
    limits = [_cell(edge) for edge in (point.value, point.mean, point.lower, point.upper)]
    assured = assurance(plan, point.lower, point.upper, rule.direction)
    said = variation(point, rule.direction).value
    signal = point.rule, WAYS.get(point.way), said
    return *names, *limits, *signal, _cell(plan), assured.value if assured else None, *rest


def _value(count: Amount, divisor: int | None) -> Fraction | None:
    return None if count is None or not divisor else Fraction(count) / divisor


def _cell(value: Fraction | None) -> Decimal | None:
    """Return an exact value to four decimals, without noughts at its end."""
    if value is None:
        return None
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(STEP, ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def _sources(months: Sequence[SeriesMonth]) -> list[Source]:
    """Return the submissions that the months come from."""
    plans = {
        (number, PLAN, bool(one.plan_illustrative))
        for one in months
        for number in (one.plan_submission, one.original_plan_submission if one.original_plan is not None else None)
    }
    actuals = {(one.actual_submission, ACTUALS, bool(one.actual_illustrative)) for one in months}
    return [
        Source(number, dataset, None, illustrative, frozenset())
        for number, dataset, illustrative in sorted(plans | actuals, key=str)
        if number is not None
    ]
