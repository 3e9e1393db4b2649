"""What stands around every page: the style, the sidebar, the list of pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

ICON: Final = str(Path(__file__).with_name("icon.svg"))
SIDEBAR: Final = 250
"""The width of the sidebar in pixels: what is left at 1,280 holds a plan of fourteen columns."""
APP_NAME: Final = "Financial recovery"
PAGES: Final = {
    "": (
        ("summary/summary.py", "Summary", ""),
        ("summary/answers.py", "Questions and answers", "questions-and-answers"),
    ),
    "Finance": (
        ("finance/plan.py", "Financial plan", "financial-plan"),
        ("finance/position.py", "Month-end variance", "month-end-variance"),
        ("finance/forecast.py", "Forecast outturn", "forecast-outturn"),
        ("finance/movement.py", "What moved", "what-moved"),
        ("finance/accuracy.py", "Track record", "track-record"),
        ("finance/duties.py", "Financial duties", "financial-duties"),
        ("finance/risks.py", "Risks and mitigations", "risks-and-mitigations"),
        ("finance/simulation.py", "Chance of control total", "chance-of-control-total"),
    ),
    "Savings programme": (
        ("savings/board.py", "Board", "board"),
        ("savings/scheme.py", "Scheme", "scheme"),
        ("savings/edit.py", "Edit a scheme", "edit-scheme"),
        ("savings/profiles.py", "Monthly profiles", "profiles"),
        ("savings/delivery.py", "Delivery", "delivery"),
        ("savings/confidence.py", "Confidence and risk", "confidence"),
        ("savings/approvals.py", "Approvals", "approvals"),
        ("savings/register.py", "Register", "register"),
    ),
    "Savings and activity": (
        ("savings/qipp.py", "QIPP gap", "qipp-gap"),
        ("savings/triangulation.py", "Triangulation", "triangulation"),
        ("activity/activity.py", "Activity against plan", "activity-against-plan"),
        ("activity/peers.py", "Among commissioners", "among-commissioners"),
    ),
    "Data": (
        ("data/load.py", "Load data", "load-data"),
        ("data/quality.py", "Data quality", "data-quality"),
        ("data/methods.py", "Methods", "methods"),
        ("data/people.py", "People", "people"),
    ),
}
"""The pages in the order of the navigation: file in pages/, name, address."""

FILES: Final = {address: file for entries in PAGES.values() for file, _, address in entries}
LINKS: Final = '.stSidebar [data-testid="stSidebarNav"] li'
NEEDS: Final = {"load-data": "publish", "people": "see people"}
"""What somebody must be allowed to see a page, by its address; every other page takes 'view'."""


@cache
def style() -> str:
    """Return the style sheet as one element, read once."""
    return f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}{_sections()}</style>"


def _sections() -> str:
    """Return the rules that name each section above the first of its pages that somebody sees.

    Drawn by the style sheet, for the eye alone: real headings between the groups break the list for screen readers.
    """
    return "\n".join(
        f'{LINKS}:is({held}):not({LINKS}:is({held}) ~ li)::before {{ content: "{section}" / ""; }}'
        for section, entries in PAGES.items()
        if section
        for held in [", ".join(f':has(a[href*="/{address}"])' for _, _, address in entries)]
    )
