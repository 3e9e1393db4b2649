"""Sign-in end to end: a provider on loopback, a real browser, and what the record says counting at the next run."""

from __future__ import annotations

import json
import re
import shutil
import time

import pytest
from playwright.sync_api import expect

from recovery.programme.actor import Actor
from recovery.programme.commands import Disable, EndSessions, Revoke
from recovery.programme.people import Role, people
from recovery.programme.performing import perform
from recovery.record import Record
from recovery.ui import frame
from tests.browser.conftest import Visitor
from tests.browser.providing import provide, serve_with_sign_in

LINK = "[data-testid='stSidebarNavLink']"
DOOR = "Sign in with your organisation's account"
SETTINGS = {
    "RECOVERY_ADMINISTRATORS": "first@trust.example",
    "RECOVERY_ROLES_CLAIM": "roles",
    "RECOVERY_ROLES_BY_CLAIM": json.dumps({"Finance team": "finance", "Board": "viewer"}),
}
BY_HAND = Actor("administrator of the tests", "test", trusted=True)
HOUR = 60 * 60


@pytest.fixture(scope="module")
def provider():
    with provide() as running:
        yield running


@pytest.fixture(scope="module")
def guarded(demo_database, provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sign-in")
    database = folder / "record.sqlite"
    shutil.copy(demo_database, database)
    with serve_with_sign_in(database, provider, folder, SETTINGS) as running:
        yield running


@pytest.fixture
def record(guarded):
    opened = Record(guarded.database)
    yield opened
    opened.close()


@pytest.fixture
def sign_in(visitor, guarded, provider):
    """Sign somebody in, in a window of their own."""

    def come(email: str, **claims: object) -> Visitor:
        provider.knows(email, **claims)
        guest = visitor(server=guarded)
        guest.page.goto(guarded.address)
        through_the_provider(guest, email)
        return guest

    return come


def through_the_provider(guest: Visitor, email: str, button: str = "Sign in") -> None:
    guest.page.get_by_role("button", name=button, exact=True).click()
    guest.page.locator("input[name=sub]").fill(email)
    guest.page.get_by_role("button", name="Authorize").click()
    guest.page.wait_for_url(f"{guest.served.address}/**", timeout=30_000)
    guest.wait()


def known(record: Record, email: str):
    return people(record.events_of("", 0, "person")).get(email)


def links(guest: Visitor) -> list[str]:
    return [link.inner_text().strip() for link in guest.page.locator(LINK).all()]


SECTIONS = [[address for _, _, address in entries] for entries in frame.PAGES.values()]
DOORS = [
    [section[0] for section in SECTIONS],
    *(pytest.param(section, marks=pytest.mark.campaign) for section in SECTIONS[1:]),
]
"""The first address of each section on one fresh server with every test; in the campaign every address of a section."""


@pytest.mark.parametrize("addresses", DOORS, ids=lambda addresses: addresses[0] or "home")
def test_before_sign_in_a_fresh_server_serves_nothing_but_the_door(
    visitor, demo_database, provider, tmp_path, addresses
):
    with serve_with_sign_in(demo_database, provider, tmp_path) as fresh:
        guest = visitor(server=fresh)
        for address in addresses:
            page = guest.open(address)
            expect(page.get_by_text(DOOR)).to_be_visible()
            assert page.locator("h1").all_inner_texts() == ["Financial recovery"]
            assert page.locator(LINK).count() == page.locator("table, .js-plotly-plot, .rf-context").count() == 0
            assert page.get_by_role("button").all_inner_texts() == ["Sign in"]


def test_claims_give_the_roles_at_first_sign_in_and_the_record_says_since_when(sign_in, record):
    guest = sign_in("ada@trust.example", roles=["Finance team", "Other team"])
    assert "Load data" in links(guest)
    assert "People" not in links(guest)
    expect(guest.page.get_by_text("Signed in as Ada")).to_be_visible()
    ada = known(record, "ada@trust.example")
    assert (ada.name, ada.roles) == ("Ada", frozenset({Role("finance", "", "*")}))
    assert {event.by for event in record.events_of("", 0, "person") if event.subject.key == ada.email} == {"sign-in"}


def test_whoever_asked_for_an_address_is_taken_there_once_signed_in(visitor, guarded, provider):
    provider.knows("linked@trust.example", roles=["Board"])
    guest = visitor(server=guarded)
    guest.open("month-end-variance?month=2")
    through_the_provider(guest, "linked@trust.example")
    guest.page.wait_for_url(re.compile(r"/month-end-variance\?.*month=2"), timeout=30_000)
    expect(guest.page.get_by_text("month 2 (May), 2018/19").first).to_be_visible(timeout=30_000)


def test_the_first_administrator_is_named_by_a_setting_and_finds_the_people(sign_in):
    guest = sign_in("first@trust.example")
    assert "People" in links(guest)
    guest.open("people")
    assert guest.page.locator("h1").inner_text() == "People"
    expect(guest.page.get_by_role("row", name="first@trust.example").first).to_contain_text("Administrator")


def test_whoever_has_no_role_is_told_whom_to_ask_and_sees_nothing_else(sign_in, record):
    sign_in("first@trust.example")
    guest = sign_in("stranger@trust.example", roles=["Other team"])
    expect(guest.page.get_by_text("You are signed in as stranger@trust.example")).to_be_visible()
    expect(guest.page.get_by_text("Ask an administrator:")).to_contain_text("first@trust.example")
    assert links(guest) == []
    assert known(record, "stranger@trust.example") is None


def test_a_page_that_is_not_for_this_person_says_so_when_its_address_is_typed(sign_in):
    guest = sign_in("viewer@trust.example", roles="Board")
    guest.open("load-data")
    assert guest.page.locator("h1").inner_text() == "Load data"
    expect(guest.page.get_by_text("may not")).to_be_visible()
    assert guest.page.locator("[data-testid='stFileUploader']").count() == 0


def test_a_role_taken_away_counts_at_the_next_run(sign_in, record):
    guest = sign_in("brief@trust.example", roles=["Finance team"])
    perform(record, Revoke("brief@trust.example", "finance"), BY_HAND)
    guest.page.get_by_role("link", name="Load data").click()
    expect(guest.page.get_by_text("have no role here yet")).to_be_visible()
    assert links(guest) == []


def test_whoever_is_disabled_is_out_at_the_next_run(sign_in, record):
    guest = sign_in("leaver@trust.example", roles=["Finance team"])
    perform(record, Disable("leaver@trust.example", "left"), BY_HAND)
    guest.page.get_by_role("link", name="Financial plan").click()
    expect(guest.page.get_by_text("Your access has been switched off.")).to_be_visible()
    assert guest.page.locator("table").count() == 0
    guest.page.reload()
    expect(guest.page.get_by_text("Your access has been switched off.")).to_be_visible()


def test_signing_out_makes_a_copied_cookie_worthless(sign_in, visitor, guarded, record):
    guest = sign_in("careful@trust.example", roles=["Board"])
    copy = visitor(server=guarded)
    copy.context.add_cookies(guest.context.cookies())
    copy.open()
    assert len(links(copy)) > 1
    guest.page.get_by_role("button", name="Sign out").click()
    guest.page.wait_for_url("**/end_session**", timeout=30_000)
    assert known(record, "careful@trust.example").sessions_valid_after is not None
    copy.page.get_by_role("link", name="Financial plan").click()
    expect(copy.page.get_by_text("You have been signed out.")).to_be_visible()
    again = visitor(server=guarded)
    again.context.add_cookies(copy.context.cookies())
    again.open("financial-plan")
    expect(again.page.get_by_text("You have been signed out.")).to_be_visible()
    assert again.page.locator("table").count() == 0


def test_signing_in_again_goes_on_where_a_session_has_ended(sign_in, record):
    guest = sign_in("back@trust.example", roles=["Board"])
    perform(record, EndSessions("back@trust.example"), BY_HAND)
    guest.page.reload()
    expect(guest.page.get_by_text("You have been signed out.")).to_be_visible()
    time.sleep(1.1)  # a token's moment is in whole seconds, so that one made in the same second counts as before
    through_the_provider(guest, "back@trust.example", "Sign in again")
    assert len(links(guest)) > 1


def test_a_sign_in_older_than_twelve_hours_is_at_an_end(sign_in):
    now = int(time.time())
    guest = sign_in("early@trust.example", roles=["Board"], iat=now - 12 * HOUR - 60)
    expect(guest.page.get_by_text("You signed in too long ago.")).to_be_visible()
    assert links(guest) == []
    late = sign_in("late@trust.example", roles=["Board"], iat=now - 11 * HOUR)
    assert len(links(late)) > 1
