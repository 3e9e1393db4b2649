"""Risks and mitigations: from the gross risk to the net position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.charts.risks import before_and_after
from recovery.charts.waterfall import waterfall
from recovery.measures.figures import figure
from recovery.measures.risk_steps import as_figure, risk_steps
from recovery.sentences import risks as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Risks and mitigations"
STEPS = "Grey is a level; plain blue takes risk away; hatched brown adds to it. Added up from the lines."
EACH = "The outlined bar is the risk before mitigation, the hatched bar inside it what mitigation leaves."


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, gross to net, each risk and the table."""
    risks = figure("risks", frame.engine, view)
    steps = risk_steps(risks)
    return [
        opening(TITLE, words.answer(risks), words.key_figures(risks), risks),
        heading("From gross to net", STEPS),
        Chart(waterfall(steps), words.steps_alt(steps), "gross to net"),
        Html(table(as_figure(steps, risks))),
        heading("Each risk", EACH),
        Chart(before_and_after(words.lines(risks)), words.alt(risks), "each risk"),
        Html(table(risks, group="group")),
        download(risks, view),
    ]


show(TITLE, build)
