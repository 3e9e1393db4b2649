"""The page on how good forecasts were: how far out, which way, and what it says of this month's forecast."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from recovery.charts.variance import variances
from recovery.measures.accuracy import ALL_YEARS, LAST
from recovery.measures.figures import figure
from recovery.measures.forecast_range import COLUMNS as RANGE
from recovery.period import MONTH_NAMES
from recovery.rows import number, text
from recovery.sentences import accuracy as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, in_order
from recovery.ui.finance.picking import pick
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import paragraph
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.view import View

TITLE: Final = "Track record"
NO_HISTORY: Final = (
    "No finished earlier year is loaded, so that this forecast cannot be read with how earlier ones came out."
)
MONTHS: Final = tuple(f"month_{month:02d}" for month in range(1, LAST + 1))
RECORD: Final = (
    "year", "line", "outturn", "outturn_from", "forecasts", "bias", "mean_absolute_error", "mean_absolute_percent",
)  # fmt: skip
ON_PAGE: Final = tuple(column.name for column in RANGE if column.name != "called")
"""The columns of the range without the names of earlier years, which stand in the note."""
MONTHS_NOTE: Final = (
    "What came against what each month forecast: to the right in plain blue it came better, to the left hatched worse."
)
RANGE_NOTE: Final = (
    "As far out: of a line and of all spend in % of the forecast, of the net position in pounds, either way. One year "
    "is one experience, not a probability."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer: how far out forecasts were and which way."""
    accuracy = figure("accuracy", current.engine, view)
    return [
        opening(TITLE, words.answer(accuracy, view.month), words.key_figures(accuracy, view.month), accuracy),
        heading("How far out each month was", MONTHS_NOTE),
    ]


def choose_line() -> str:
    """Let somebody choose whose months are drawn: the bottom line of the newest year to begin with."""
    current = frame()
    accuracy = if_loaded("accuracy", current.engine, current.view) if current.view else None
    first = words.newest(accuracy) if accuracy else None
    if accuracy is None or first is None:
        return ""
    return pick("Line and year", "record", {name: name for name in by_label(accuracy)}, first=_label(first))


def build_rest(current: Frame, view: View, chosen: str) -> list[Block]:
    """Return one line's months as a chart, every line's record, and this month's forecast read with it."""
    accuracy = figure("accuracy", current.engine, view)
    row = by_label(accuracy).get(chosen)
    record, months = in_order(accuracy, RECORD), in_order(accuracy, ("year", "line", *MONTHS))
    return [
        *([_months_chart(row)] if row else []),
        Html(table(months, caption="How each month's forecast came in, Fav/(adv)", group="year")),
        heading("Every line's record", "Months 1 to 11; favourable is positive: what came was better than forecast."),
        Html(table(record, group="year")),
        download(accuracy, view),
        *range_shown(current, view, accuracy),
    ]


def range_shown(current: Frame, view: View, accuracy: Figure) -> list[Block]:
    """Return this month's forecast with how far out forecasts of the same month were."""
    shown = if_loaded("forecast-range", current.engine, view)
    if shown is None:
        return []
    title = heading("This month's forecast, read with its history", words.range_said(shown, view.month))
    if not any(shown.values("forecasts")):
        return [title]
    without = words.counterparts_said(shown, accuracy)
    return [
        title,
        Html(table(in_order(shown, ON_PAGE), note=f"{RANGE_NOTE} {without}")),
        download(shown, view),
    ]


def _months_chart(row: Row) -> Chart:
    rows = [
        {"month_name": MONTH_NAMES[place], "error": row[name]}
        for place, name in enumerate(MONTHS)
        if number(row, name) is not None
    ]
    return Chart(variances(rows, "error", "month_name"), words.months_alt(row), "track record")


def by_label(accuracy: Figure) -> dict[str, Row]:
    """Return each year's lines by what a choice calls them; a name that a year has twice is numbered."""
    found: dict[str, Row] = {}
    met = Counter[str]()
    for row in accuracy.records():
        if text(row, "year") != ALL_YEARS:
            label = _label(row)
            met[label] += 1
            found[f"{label} ({met[label]})" if met[label] > 1 else label] = row
    return found


def _label(row: Row) -> str:
    return f"{text(row, 'line')}, {text(row, 'year')}"


def beside_forecast(current: Frame, view: View) -> list[Block]:
    """Return what the forecast page says of the track record: the range, or that there is no history yet."""
    accuracy = if_loaded("accuracy", current.engine, view)
    shown = range_shown(current, view, accuracy) if accuracy else []
    return shown or [heading("Track record"), Html(paragraph(NO_HISTORY, "rf-source"))]
