"""What stands around every page: the style, the sidebar, the list of pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

ICON: Final = str(Path(__file__).with_name("icon.svg"))
SIDEBAR: Final = 250
"""The width of the sidebar in pixels: what is left at 1,280 holds a plan of fourteen columns."""
SINGLE_USER: Final = "Single-user mode: anybody at this computer can publish."
PAGES: Final = {
    "": (("summary/summary.py", "Summary", ""),),
    "Finance": (
        ("finance/plan.py", "Financial plan", "financial-plan"),
        ("finance/position.py", "Month-end variance", "month-end-variance"),
        ("finance/forecast.py", "Forecast outturn", "forecast-outturn"),
        ("finance/risks.py", "Risks and mitigations", "risks-and-mitigations"),
    ),
    "Savings and activity": (
        ("savings/qipp.py", "QIPP gap", "qipp-gap"),
        ("activity/activity.py", "Activity against plan", "activity-against-plan"),
    ),
    "Data": (
        ("data/load.py", "Load data", "load-data"),
        ("data/quality.py", "Data quality", "data-quality"),
        ("data/methods.py", "Methods", "methods"),
    ),
}
"""The pages in the order of the navigation: file in pages/, name, address."""

FILES: Final = {address: file for entries in PAGES.values() for file, _, address in entries}


@cache
def style() -> str:
    """Return the style sheet as one element, read once."""
    return f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}</style>"


def sidebar_foot() -> None:
    """Say in the sidebar who can publish."""
    st.sidebar.html(f'<p class="rf-small">{SINGLE_USER}</p>')
