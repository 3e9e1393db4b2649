"""Track record: how far out were past forecasts, which way, and how should this month's be read?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.finance import track_record as page

if show(page.TITLE, page.build):
    line = page.choose_line()
    show(f"{page.TITLE}: lines", page.build_rest, line)
