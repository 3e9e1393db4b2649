"""Triangulation: do the savings plan, the budget and the activity tell one story?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.programme.doing import tell
from recovery.ui.savings import area_map
from recovery.ui.savings import triangulation as page

if show(page.TITLE, page.build):
    show(f"{page.TITLE}: map", area_map.build)
    tell()
    area_map.show_form()
