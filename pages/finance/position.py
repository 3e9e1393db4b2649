"""Month-end variance: where is spend off budget, so far and for the year, and why?"""

from __future__ import annotations

from recovery.charts.variance import variances
from recovery.measures.figures import figure
from recovery.rows import of_kind
from recovery.sentences import position as words
from recovery.ui import drill
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.gate import Frame
from recovery.ui.tables import table
from recovery.view import View

TITLE = "Month-end variance"
NOTE = (
    "Favourable to the right in plain blue; adverse to the left, hatched and in brackets. Choose a bar to see its line."
)
CHARTS = (
    ("ytd_variance", "Year to date variance by line", "year to date"),
    ("forecast_variance", "Full-year forecast variance by line", "full-year"),
)


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, both variance charts and the position table."""
    position = figure("position", frame.engine, view)
    lines = of_kind(position, "line")
    blocks: list[Block] = [opening(TITLE, words.answer(position, view), words.key_figures(position), position)]
    for column, title, what in CHARTS:
        chart = Chart(variances(lines, column), words.alt(position, column, what), column, drill.take_line)
        blocks += [heading(title, NOTE if column == CHARTS[0][0] else ""), chart]
    return [*blocks, Html(table(position)), download(position, view)]


if show(TITLE, build):
    line = drill.pick_line()
    if line:
        show(f"{TITLE}: {line}", drill.build_line, line)
