"""Among commissioners: does activity here grow as it does elsewhere?"""

from __future__ import annotations

from recovery.ui import peers as page
from recovery.ui.content import show

if show(page.TITLE, page.build):
    show(f"{page.TITLE}: measure", page.build_measure, page.pick_measure())
    show(f"{page.TITLE}: all", page.build_all)
