"""Chance of control total: where may the year end, how likely is the control total, and what would change it?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.finance import scenario_form
from recovery.ui.finance import simulation as page

if show(page.TITLE, page.build):
    changes = scenario_form.choose_changes()
    show(f"{page.TITLE}: what if", page.build_what_if, changes)
    scenario_form.show_form(changes)
    show(f"{page.TITLE}: scenarios", page.build_scenarios)
