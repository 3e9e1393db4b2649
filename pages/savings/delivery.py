"""Delivery: what is saved so far and forecast for the year against plan, and what is late?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.savings import delivery as page
from recovery.ui.savings.choosing import choose

if show(page.TITLE, page.build):
    kind = choose("Months", "months", page.KINDS)
    show(f"{page.TITLE}: months", page.build_months, kind)
    group = choose("Delivery by", "by", page.GROUPS)
    show(f"{page.TITLE}: {group}", page.build_group, group)
    show(f"{page.TITLE}: schemes", page.build_schemes)
