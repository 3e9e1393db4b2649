"""Activity against plan: what has moved by more than chance, is more being done than planned, and what does it cost?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.ui.activity import chart_form, cost, measure, overview
from recovery.ui.content import Block, show

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "Activity against plan"


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence and every measure as a small control chart."""
    return overview.build(frame, view, TITLE)


if show(TITLE, build):
    code = measure.pick_measure()
    show(f"{TITLE}: signals", measure.build_signals, code)
    chart_form.show_form(code)
    show(f"{TITLE}: months", measure.build_months, code)
    show(f"{TITLE}: cost", cost.build_cost)
    show(f"{TITLE}: all", cost.build_all)
