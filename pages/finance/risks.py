"""Risks and mitigations: from the gross risk to the net position, and what counts outside the forecast."""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.finance import risks as page

if show(page.TITLE, page.build):
    show(f"{page.TITLE}: register", page.build_register)
