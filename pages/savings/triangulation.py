"""Triangulation: do the savings plan, the budget and the activity tell one story?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.savings import triangulation as page

show(page.TITLE, page.build)
