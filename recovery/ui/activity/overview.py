"""The opening of the activity page and every measure as a small control chart: what needs a look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.charts.control import small
from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.rows import text
from recovery.sentences import activity as plan_words
from recovery.sentences import activity_signals as words
from recovery.ui.activity.icons import small_heading
from recovery.ui.content import Block, Chart, Grid, Html, download, heading, opening
from recovery.ui.figures import if_loaded, only
from recovery.ui.markup import folded
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.view import View

ABREAST: Final = 3
HIDDEN: Final = ("year", "way", "original_plan", "activity", "working_days")
NOTE: Final = (
    "What has moved by more than chance in its newest month stands first. Lines are the mean and the process limits. "
    "Squares are concern, diamonds improvement, triangles a change that is neither better nor worse."
)


def build(current: Frame, view: View, title: str) -> list[Block]:
    """Return the sentence, the measures furthest from plan, and the small charts."""
    signals = if_loaded("spc", current.engine, view)
    activity = if_loaded("activity", current.engine, view) if signals else figure("activity", current.engine, view)
    said = [plan_words.answer(activity, view)] if activity else []
    said += [words.answer(signals)] if signals else []
    key = plan_words.key_figures(activity, view) if activity else []
    return [opening(title, " ".join(said), key, activity, signals), *(_charts(signals, view) if signals else [])]


def _charts(signals: Figure, view: View) -> list[Block]:
    month = words.newest_month(signals)
    cells = tuple(_cell(rows, month) for rows in words.in_need_first(signals))
    if not cells:
        raise NothingLoaded("No actuals are loaded.")
    return [
        heading("What needs a look", NOTE),
        Grid(cells, ABREAST),
        Html(folded("The newest month of every measure as a table", table(_newest(signals), hide=HIDDEN))),
        download(signals, view, "Download every control chart (CSV)"),
    ]


def _newest(signals: Figure) -> Figure:
    """Return the newest row of every measure, what wants looking at first."""
    rows = signals.records()
    keep = [rows.index(dict(words.newest(measure))) for measure in words.in_need_first(signals)]
    return replace(only(signals, keep, "Newest month of every measure"), kinds=("line",) * len(keep))


def _cell(rows: list[Row], month: int) -> tuple[Html, Chart]:
    title, code = plan_words.short_title(rows[-1]), text(rows[-1], "code")
    drawn = small(rows, text(rows[-1], "unit"))
    return Html(small_heading(rows, title, month)), Chart(drawn, words.alt(rows, f"{code} {title}"), f"small {code}")
