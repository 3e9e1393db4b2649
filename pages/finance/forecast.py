"""Forecast outturn: what will the year come to, how sure are we, and what has to happen for it to hold?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.finance import forecast as page
from recovery.ui.finance import one_off_form

if show(page.TITLE, page.build):
    line = page.choose_line()
    show(f"{page.TITLE}: methods", page.build_methods, line)
    show(f"{page.TITLE}: rates", page.build_rest)
    one_off_form.show_form()
