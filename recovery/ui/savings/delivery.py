"""The delivery page: to date and forecast against plan, by month, group and scheme; what slips and what recurs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from recovery.charts.delivery import months
from recovery.charts.variance import variances
from recovery.measures.delivered import periods, recurrence, recurrence_figure, reported_until
from recovery.measures.figures import figure
from recovery.programme.configuration import programme_of
from recovery.rows import of_kind, text
from recovery.sentences import delivery as words
from recovery.sentences.delivery_charts import groups_alt, months_alt
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import in_order, only
from recovery.ui.markup import paragraph
from recovery.ui.programme.linked import linked_table
from recovery.ui.savings.words import worded
from recovery.ui.tables import SMALL, table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Delivery"
GROUPS: Final = {
    "area": "Area",
    "stage": "Stage",
    "lead": "Lead",
    "workstream": "Workstream",
    "scheme": "Scheme",
}
KINDS: Final = {"month": "Each month", "cumulative": "Added up"}
MOST_BARS: Final = 12
"""Schemes in the chart: those furthest off plan; the table has them all."""
MEASURES: Final = (
    "plan_ytd", "actual_ytd", "variance_ytd", "plan_year", "forecast_year", "variance_year", "recurrent_year",
    "full_year_effect",
)  # fmt: skip
MONTHS_NOTE: Final = (
    "Bars are what is delivered, outlined bars what is forecast for the months left; the line with rings is the plan."
)
GROUP_NOTE: Final = (
    "Delivered to date less plan: to the right in plain blue above plan, to the left hatched short of it."
)
SCHEMES_NOTE: Final = (
    "A month without an actual counts as nought. The forecast is actuals to date and, for the months left, each "
    "scheme's forecast, else its plan. Unidentified savings stand below the total and are in none."
)


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer, and the month, the year to date and the year side by side."""
    shown, by_month = _figures(current, view)
    until = reported_until(by_month)
    side_by_side = periods(shown, by_month)
    said = words.unidentified_said(shown)
    return [
        opening(TITLE, words.answer(shown, until, view.year), words.key_figures(shown, until), shown),
        *([Html(paragraph(said, "rf-source"))] if said else []),
        Html(table(side_by_side)),
        download(side_by_side, view),
        heading("Month by month", MONTHS_NOTE),
    ]


def build_months(current: Frame, view: View, kind: str) -> list[Block]:
    """Return the year by month, each month or added up, as chart and table."""
    _, by_month = _figures(current, view)
    cumulative = kind == "cumulative"
    rows = by_month.records()
    until = reported_until(by_month)
    alt = months_alt(rows, until, cumulative=cumulative)
    chart = Chart(months(rows, until, cumulative=cumulative), alt, "delivery by month")
    before = "cumulative_" if cumulative else ""
    columns = ("month", f"{before}plan", f"{before}actual", f"{before}forecast")
    title = "Savings added up by month" if cumulative else "Savings by month"
    return [chart, Html(table(in_order(by_month, columns), caption=title)), download(by_month, view)]


def build_group(current: Frame, view: View, group: str) -> list[Block]:
    """Return delivery by area, stage, lead or workstream as chart and table; by scheme the chart alone."""
    if group == "scheme":
        return _furthest(current, view)
    shown = worded(figure(f"delivery-by-{group}", current.engine, view), programme_of(view.organisation))
    rows, name = of_kind(shown, "line"), shown.columns[0].name
    return [
        heading(f"By {group}", GROUP_NOTE),
        Chart(variances(rows, "variance_ytd", name), groups_alt(rows, name, group), f"delivery by {group}"),
        Html(table(shown)),
        download(shown, view),
    ]


def _furthest(current: Frame, view: View) -> list[Block]:
    shown, _ = _figures(current, view)
    rows = sorted(of_kind(shown, "line"), key=lambda row: -abs(row["variance_ytd"] or 0))[:MOST_BARS]  # type: ignore[operator,arg-type]
    named = [{**row, "scheme": f"{text(row, 'ref')} {text(row, 'scheme')}"} for row in rows]
    note = f"{GROUP_NOTE} The {len(rows)} furthest off plan; the table below has every scheme."
    alt = groups_alt(named, "scheme", "scheme")
    return [heading("By scheme", note), Chart(variances(named, "variance_ytd", "scheme"), alt, "delivery by scheme")]


def build_schemes(current: Frame, view: View) -> list[Block]:
    """Return every scheme, those that slip, those whose forecast has not moved, and what recurs."""
    shown, by_month = _figures(current, view)
    every = in_order(shown, ("ref", "scheme", "area", *MEASURES))
    parts = recurrence(by_month)
    recurring = recurrence_figure(parts, by_month)
    blocks: list[Block] = [
        heading("Every scheme", SCHEMES_NOTE),
        Html(linked_table(every, view)),
        download(shown, view, "Download every scheme, every column (CSV)"),
    ]
    if not reported_until(by_month):
        return blocks
    return [
        *blocks,
        *_slipping(shown, view),
        *_unmoved(shown, view),
        heading("Recurrent and non-recurrent", words.recurrence_said(parts)),
        Html(table(recurring)),
        download(recurring, view),
    ]


def _slipping(shown: Figure, view: View) -> list[Block]:
    late = _these(shown, [text(row, "ref") for row in words.slipping(shown)], "Schemes behind plan, with the reason")
    columns = ("ref", "scheme", "variance_ytd", "variance_year", "slippage_reason", "lead", "rag")
    title = heading("Slippage", words.slipping_said(shown))
    return [title, *_listed(in_order(late, columns), "delivery-slippage", view)]


def _unmoved(shown: Figure, view: View) -> list[Block]:
    same = _these(shown, [text(row, "ref") for row in words.unmoved(shown)], "Schemes whose forecast is still the plan")
    columns = ("ref", "scheme", "plan_ytd", "actual_ytd", "variance_ytd", "plan_year", "forecast_year", "lead")
    title = heading("Forecasts that have not moved", words.unmoved_said(shown))
    return [title, *_listed(in_order(same, columns), "delivery-forecast-is-plan", view)]


def _listed(shown: Figure, name: str, view: View) -> list[Block]:
    if not shown.rows:
        return []
    named = dataclasses.replace(worded(shown, programme_of(view.organisation)), name=name)
    return [Html(linked_table(named, view, look=SMALL)), download(named, view)]


def _these(shown: Figure, refs: list[str], title: str) -> Figure:
    places = {str(ref): place for place, ref in enumerate(shown.values("ref"))}
    return only(shown, [places[ref] for ref in refs], title)


def _figures(current: Frame, view: View) -> tuple[Figure, Figure]:
    return figure("delivery", current.engine, view), figure("delivery-by-month", current.engine, view)
