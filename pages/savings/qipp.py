"""QIPP gap: what the schemes are worth after risk, against target, by area and stage."""

from __future__ import annotations

from recovery.ui import drill
from recovery.ui.content import show
from recovery.ui.gate import frame
from recovery.ui.savings import gap as page

title = page.title(frame())
if show(title, page.build):
    cell = drill.pick_cell()
    show(f"{title}: schemes", drill.build_cell, *cell)
