from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDE
from tests.browser.served import PAGES, ROOT
from tests.browser.using import assert_clean_wide_and_narrow

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
    assert_clean_wide_and_narrow(guest)
    assert guest.errors == []
    assert guest.hosts == {"127.0.0.1"}


def test_the_address_of_a_view_opens_the_same_view_for_a_colleague(visitor):
    first, second = visitor(), visitor()
    first.open(f"{MONTHLY}?month=2")
    headed = first.page.locator("h1").locator("xpath=ancestor::header").inner_text()
    assert "month 2 (May), 2018/19" in headed
    second.page.goto(first.page.url)
    second.wait()
    assert second.page.locator("h1").locator("xpath=ancestor::header").inner_text() == headed
