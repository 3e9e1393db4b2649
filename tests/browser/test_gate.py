"""A page's address, asked first on a freshly started server, must run behind app.py and never on its own."""

from __future__ import annotations

import pytest

from tests.browser.served import PAGES, ROOT, serve

NAMES = [file for file, _, _ in PAGES]


@pytest.mark.parametrize("address", [address for _, _, address in PAGES], ids=NAMES)
def test_a_page_asked_first_on_a_fresh_server_runs_behind_the_gate(visitor, demo_database, address):
    with serve(demo_database) as fresh:
        guest = visitor(server=fresh)
        page = guest.open(address)
        assert page.locator("[data-testid='stSidebarNavLink']").count() == len(PAGES)
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("file", NAMES)
def test_a_page_served_on_its_own_shows_no_figure(visitor, demo_database, file):
    with serve(demo_database, script=ROOT / "pages" / file) as alone:
        guest = visitor(server=alone)
        guest.page.goto(alone.address)
        guest.settle()
        assert guest.page.locator("h1, table, .js-plotly-plot, [data-testid='stMetric']").count() == 0
        assert guest.page.locator("[data-testid='stMain']").inner_text().strip() == ""
