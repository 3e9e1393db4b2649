"""The forecast page: every method side by side, what the months left have to come to, and what is one-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.charts.forecast import methods, projections
from recovery.measures.figures import figure
from recovery.measures.forecast import METHODS
from recovery.measures.latest_months import latest_of
from recovery.measures.run_rate_limits import NET, NOTHING_SO_FAR, SAVINGS, SPEND, limit_of
from recovery.rows import bottom_line, number, of_kind, text
from recovery.sentences import forecast as words
from recovery.sentences.savings_rate import savings_rate_said
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, in_order
from recovery.ui.finance.one_off_form import one_offs_shown
from recovery.ui.finance.picking import pick
from recovery.ui.finance.track_record import beside_forecast
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import paragraph
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.view import View

TITLE: Final = "Forecast outturn"
DRAWN: Final = dict(
    zip(
        (method.name for method in METHODS),
        (
            "Reported", "Straight line", "Budget-phased", "Last 3 months", "Straight line less one-offs",
            "Budget-phased less one-offs", "Last 3 months less one-offs", "Reported plus risk",
        ),
        strict=True,
    )
)  # fmt: skip
"""The methods in the order of the figure, with names that a phone has room for."""
METHODS_NOTE: Final = (
    "The square and the dashed line are what is reported; a disc is a method that gives no worse, a diamond one that "
    "gives worse."
)
LINES_NOTE: Final = (
    "How far each line would end above (right) or below (left) its reported forecast. Straight line: every month left "
    "like the months so far. Budget-phased: the share of budget spent so far holds for the rest of the year."
)
RISK_NOTE: Final = (
    "Reported plus risk: the reported forecast with the risks and mitigations that stand outside it; a line has those "
    "that are linked with it."
)
REQUIRED: Final = (
    "line", "reported", "ytd_monthly_run_rate", "required_monthly_run_rate", "improvement", "improvement_percent",
    "improvement_rag",
)  # fmt: skip
REQUIRED_NOTE: Final = (
    "What each month left may come to for the reported forecast to hold, against the months so far. An improvement is "
    "positive; in brackets the months left may be that much worse."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer: where the report stands among the methods, and what it needs to hold."""
    forecast = figure("forecast", current.engine, view)
    return [
        opening(TITLE, words.answer(forecast, view), words.key_figures(forecast), forecast),
        heading("Every method side by side", METHODS_NOTE),
    ]


def choose_line() -> str:
    """Let somebody choose whose methods are drawn: the bottom line to begin with."""
    current = frame()
    forecast = if_loaded("forecast", current.engine, current.view) if current.view else None
    rows = [text(row, "line") for row in _drawn(forecast)] if forecast else []
    if not forecast or not rows:
        return ""
    bottom = bottom_line(forecast)
    first = text(bottom, "line") if bottom and text(bottom, "line") in rows else rows[0]
    return pick("Line", "line", {name: name for name in rows}, first=first)


def build_methods(current: Frame, view: View, line: str) -> list[Block]:
    """Return one line's methods as a chart, in a sentence, and every line's as a table."""
    forecast = figure("forecast", current.engine, view)
    shown = in_order(forecast, ["line", *_given(forecast), "lowest", "highest", "range"])
    month = view.month
    notes = [words.latest_said(latest_of(current.engine, view, month), month), words.one_offs_said(forecast), RISK_NOTE]
    return [*_of_line(forecast, line), Html(table(shown, note=" ".join(notes))), download(forecast, view)]


def _of_line(forecast: Figure, line: str) -> list[Block]:
    places = [place for place, row in enumerate(forecast.records()) if text(row, "line") == line]
    if not places:
        return []
    row = forecast.records()[places[0]]
    chart = Chart(methods(row, DRAWN), words.methods_alt(row), "methods")
    if row == bottom_line(forecast):
        return [chart]
    return [Html(paragraph(words.spread_said(row, is_net=False))), chart]


def _drawn(forecast: Figure) -> list[Row]:
    return [row for row in forecast.records() if number(row, "reported") is not None]


def _given(forecast: Figure) -> list[str]:
    """Return the methods that give anything for any line."""
    return [name for name in DRAWN if any(value is not None for value in forecast.values(name))]


def build_rest(current: Frame, view: View) -> list[Block]:
    """Return every line's distance from its report, the required rates of spend and savings, and the one-off items."""
    forecast = figure("forecast", current.engine, view)
    savings = if_loaded("savings-rate", current.engine, view)
    return [
        heading("Run rates against the reported forecast", LINES_NOTE),
        Chart(projections(of_kind(forecast, "line")), words.alt(forecast), "projections"),
        *_required(in_order(forecast, REQUIRED), view),
        *(_savings(savings, view) if savings else []),
        *beside_forecast(current, view),
        *one_offs_shown(current, view),
    ]


def _required(required: Figure, view: View) -> list[Block]:
    """Return the required run rate; nothing where no month is left that could make up for anything."""
    if not any(required.values("required_monthly_run_rate")):
        return []
    return [
        heading("Required run rate", REQUIRED_NOTE),
        Html(table(required, caption="Required run rate", note=_rules(view, SPEND, NET))),
        download(required, view, "Download the required run rate (CSV)"),
    ]


def _savings(rate: Figure, view: View) -> list[Block]:
    return [
        heading("Required rate of savings", savings_rate_said(rate)),
        Html(table(rate, note=_rules(view, SAVINGS))),
        download(rate, view),
    ]


def _rules(view: View, *kinds: str) -> str:
    limits = [limit_of(kind, view.year.month_end(view.month)) for kind in kinds]
    return " ".join([*(limit.rule for limit in limits if limit), NOTHING_SO_FAR])
