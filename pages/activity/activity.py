"""Activity against plan: is more or less being done than was planned, measure by measure?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.figures import figure
from recovery.sentences import activity as words
from recovery.ui import measures
from recovery.ui.content import Block, Html, download, heading, opening, show
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Activity against plan"
NOTE = (
    "Variance is plan less actual: in brackets where more was done than planned. A part stands in its parent's figure."
)


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence and the measures furthest from plan."""
    activity = figure("activity", frame.engine, view)
    return [opening(TITLE, words.answer(activity, view), words.key_figures(activity, view), activity)]


def build_all(frame: Frame, view: View) -> list[Block]:
    """Return every measure's month and year to date."""
    activity = figure("activity", frame.engine, view)
    shown = measures.at_month(activity, words.last_month(activity, view))
    return [
        heading("Every measure"),
        Html(table(shown, hide=("month",), note=NOTE)),
        download(activity, view, "Download every month (CSV)"),
    ]


if show(TITLE, build):
    show(f"{TITLE}: measure", measures.build_measure, measures.pick_measure())
    show(f"{TITLE}: all", build_all)
