"""Financial plan: how last year's outturn becomes this year's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.charts.waterfall import waterfall
from recovery.measures.bridge import bridge
from recovery.measures.figures import figure
from recovery.programme.configuration import programme_of
from recovery.sentences import plan as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.savings.words import worded
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Financial plan"
NOTE = "Steps are added up from the lines. Plain blue improves the position; hatched brown worsens it; grey is a level."


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, the waterfall and the plan table."""
    programme = programme_of(view.organisation)
    plan = worded(figure("plan", frame.engine, view), programme)
    steps = bridge(worded(figure("plan", frame.engine, view, computed=True), programme), view)
    ahead = f"From {view.year.prior} to the {view.year} plan"
    key = words.key_figures(plan, view, programme)
    blocks: list[Block] = [opening(TITLE, words.answer(plan, view, programme), key, plan)]
    if steps.steps:
        chart = waterfall(steps.steps, favourable_up=steps.net)
        blocks += [heading(ahead, f"{NOTE} {words.apart(plan)}".strip()), Chart(chart, words.alt(steps), "bridge")]
    return [*blocks, Html(table(plan)), download(plan, view)]


show(TITLE, build)
