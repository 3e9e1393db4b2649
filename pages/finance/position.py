"""Month-end variance: where is spend off budget, so far and for the year, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.charts.variance import variances
from recovery.measures.figures import figure
from recovery.rows import of_kind
from recovery.sentences import position as words
from recovery.ui import drill
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Month-end variance"
NOTE = (
    "Favourable to the right in plain blue; adverse to the left, hatched and in brackets. "
    "Choose a bar to see its line at the foot of the page."
)
YEAR = ("annual_budget", "forecast_outturn", "forecast_variance")
TO_DATE = ("ytd_budget", "ytd_actual", "ytd_variance")
PARTS = (
    ("ytd_variance", "Year to date by line", "year to date", YEAR),
    ("forecast_variance", "Full year by line", "full-year", TO_DATE),
)


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, and for the year to date and the full year the chart and the table."""
    position = figure("position", frame.engine, view)
    lines = of_kind(position, "line")
    blocks: list[Block] = [opening(TITLE, words.answer(position, view), words.key_figures(position), position)]
    for column, title, what, other in PARTS:
        chart = Chart(variances(lines, column), words.alt(position, column, what), column, drill.take_line)
        shown = table(position, caption=f"{position.title}, {what}", hide=other)
        blocks += [heading(title, NOTE if column in TO_DATE else ""), chart, Html(shown)]
    return [*blocks, download(position, view)]


if show(TITLE, build):
    line = drill.pick_line()
    if line:
        show(f"{TITLE}: {line}", drill.build_line, line)
