"""Confidence: how sure are the savings, what is counted on after risk, and what would close the gap?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.savings import confidence as page
from recovery.ui.savings import weights

if show(page.TITLE, page.build):
    show(f"{page.TITLE}: weights", page.build_weights)
    weights.show_form()
    show(f"{page.TITLE}: sensitivity", page.build_rest)
