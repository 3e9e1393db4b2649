"""What activity costs against plan, split into volume and price; and every measure's month and year to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.figures import figure
from recovery.rows import amount
from recovery.sentences import activity as plan_words
from recovery.sentences import activity_signals as words
from recovery.ui.content import Block, Html, download, heading
from recovery.ui.figures import if_loaded, only
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

COST_NOTE: Final = (
    "Volume: planned less actual activity, at the planned price. Price: what was done at the planned price, less what "
    "it cost. A part stands in its parent's figure, which has a price of its own."
)
NOTE: Final = (
    "Variance is plan less actual: in brackets where more was done than planned. A part stands in its parent's figure."
)


def build_cost(current: Frame, view: View) -> list[Block]:
    """Return the cost of activity against plan where prices are loaded, else in a sentence what to load."""
    cost = if_loaded("activity-cost", current.engine, view)
    if cost is None:
        said = "Load activity prices, by measure, to see what a variance in activity costs and how much of it is price."
        return [heading("What it costs: volume and price", said)]
    return [
        heading("What it costs: volume and price", words.cost_answer(cost)),
        Html(table(cost, hide=("month",), note=COST_NOTE)),
        download(cost, view),
    ]


def build_all(current: Frame, view: View) -> list[Block]:
    """Return every measure's month and year to date, where there is a plan."""
    if if_loaded("activity", current.engine, view) is None:
        return []
    activity = figure("activity", current.engine, view)
    shown = at_month(activity, plan_words.last_month(activity, view))
    return [
        heading("Every measure against plan"),
        Html(table(shown, hide=("month",), note=NOTE)),
        download(activity, view, "Download every month (CSV)"),
    ]


def at_month(activity: Figure, month: int) -> Figure:
    """Return one month's row of every measure; parts marked as such."""
    keep = [number for number, row in enumerate(activity.records()) if amount(row, "month") == month]
    return only(activity, keep or list(range(len(activity.rows))), f"{activity.title}: the month and the year to date")
