from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import PAGES, ROOT

SERIOUS = {"serious", "critical"}
LINK = "[data-testid='stSidebarNavLink']"
MONTHLY = next(address for file, _, address in PAGES if "variance" in address)


def test_the_navigation_leads_to_every_page_once(visitor):
    files = {path.relative_to(ROOT / "pages").as_posix() for path in (ROOT / "pages").rglob("*.py")}
    assert {file for file, _, _ in PAGES} == files
    links = visitor().open().locator(LINK)
    expect(links).to_have_text([title for _, title, _ in PAGES])
    assert len(files) == len(PAGES) >= 10


@pytest.mark.parametrize("address", [address for _, _, address in PAGES], ids=lambda address: address or "home")
def test_a_page_opens_cleanly_is_accessible_and_asks_no_outside_host(returning, address):
    guest = returning(WIDE)
    page = guest.open(address)
    said = page.locator("[data-testid='stSidebar'] p", has_text="Single-user mode")
    expect(said).to_contain_text("Recorded as Finance analyst")
    assert_clean(page)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    guest.settle()
    assert_clean(page)
    assert guest.errors == []
    assert guest.hosts == {"127.0.0.1"}


def assert_clean(page):
    assert page.locator("h1").count() == 1
    assert page.locator("[data-testid='stException']").count() == 0
    charts, tables = (page.locator(f"[data-testid='stMain'] {what}").count() for what in (".js-plotly-plot", "table"))
    assert tables or not charts
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), "the page scrolls sideways"
    found = Axe().run(page).response["violations"]
    violations = [
        (one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS
    ]
    assert violations == []


def test_the_address_of_a_view_opens_the_same_view_for_a_colleague(visitor):
    first, second = visitor(), visitor()
    first.open(f"{MONTHLY}?month=2")
    headed = first.page.locator("h1").locator("xpath=ancestor::header").inner_text()
    assert "month 2 (May), 2018/19" in headed
    second.page.goto(first.page.url)
    second.wait()
    assert second.page.locator("h1").locator("xpath=ancestor::header").inner_text() == headed
