"""Data quality: everything that reconciliation found in the tables behind this view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.figures import figure
from recovery.sentences import findings as words
from recovery.ui import quality
from recovery.ui.content import Block, opening, show

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Data quality"


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence and how many findings there are of each severity."""
    found = figure("findings", frame.engine, view)
    return [opening(TITLE, words.answer(found), words.key_figures(found), found)]


if show(TITLE, build):
    show(f"{TITLE}: findings", quality.build_findings, *quality.pick())
