"""Forecast outturn: does the reported forecast hold at the rate of the months so far?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.charts.forecast import projections
from recovery.measures.figures import figure
from recovery.rows import of_kind
from recovery.sentences import forecast as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Forecast outturn"
NOTE = (
    "How far each line would end above (right) or below (left) its reported forecast. Straight line: every month left "
    "like the months so far. Budget-phased: the share of budget spent so far holds for the rest of the year."
)
RATES = "Required rate: what each month left may come to for the reported forecast to hold."


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, the projections and the table of rates."""
    forecast = figure("forecast", frame.engine, view)
    return [
        opening(TITLE, words.answer(forecast, view), words.key_figures(forecast), forecast),
        heading("Run rates against the reported forecast", NOTE),
        Chart(projections(of_kind(forecast, "line")), words.alt(forecast), "projections"),
        Html(table(forecast, note=RATES)),
        download(forecast, view),
    ]


show(TITLE, build)
