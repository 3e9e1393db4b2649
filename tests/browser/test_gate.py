"""A page's address, asked first on a freshly started server, must run behind app.py and never on its own."""

from __future__ import annotations

import pytest

from recovery.ui import frame
from tests.browser.served import PAGES, serve

NAMES = [file for file, _, _ in PAGES]
FOLDERS = [file.split("/", maxsplit=1)[0] for file in NAMES]
FIRST = [
    pytest.param(title, address, id=file, marks=[pytest.mark.campaign] if folder in FOLDERS[:place] else [])
    for place, (folder, (file, title, address)) in enumerate(zip(FOLDERS, PAGES, strict=True))
]
"""Every page; the first of each folder with every test, the others of the folder in the campaign."""
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
