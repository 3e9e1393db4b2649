"""A page's address, asked first on a freshly started server, must run behind app.py and never on its own."""

from __future__ import annotations

import pytest

from recovery.ui import frame
from tests.browser.served import PAGES, serve

FIRST = [
    pytest.param(title, address, id=file, marks=[] if place in {0, len(PAGES) - 1} else [pytest.mark.campaign])
    for place, (file, title, address) in enumerate(PAGES)
]
"""Every page; the first and the last with every test, the others in the campaign."""
SECTIONS = """[...document.querySelectorAll("[data-testid='stSidebarNav'] li")]
    .map(item => [getComputedStyle(item, "::before").content.match(/"([^"]+)"/)?.[1], item.innerText.trim()])
    .filter(([section]) => section)"""
"""The names of sections that stand in the navigation, each with the page beneath it."""


@pytest.mark.parametrize(("title", "address"), FIRST)
def test_a_page_asked_first_on_a_fresh_server_runs_behind_the_gate(visitor, demo_database, title, address):
    with serve(demo_database) as fresh:
        page = visitor(server=fresh).open(address)
        assert page.locator("h1").all_inner_texts() == [title]
        assert page.locator("[data-testid='stSidebarNavLink']").count() == len(PAGES)
        assert page.url.endswith("month=3"), "app.py says in the address what is looked at"
        assert page.evaluate(SECTIONS) == [
            [section, entries[0][1]] for section, entries in frame.PAGES.items() if section
        ]
