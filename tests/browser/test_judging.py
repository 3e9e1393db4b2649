"""What people decide about the figures, in a real browser: two who mark at once, and a scenario from a what-if."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.served import serve
from tests.browser.using import LONG, choose, fill, press, said, warned

MARKING = "Mark a one-off item, or take one back"
SCENARIO = "Beds opened early"


@pytest.fixture(scope="module")
def shared_server(demo_database, tmp_path_factory):
    """One record for both tests: an item of the one is nothing to the scenario of the other."""
    database = tmp_path_factory.mktemp("judged") / "record.sqlite"
    shutil.copy(demo_database, database)
    with serve(database) as running:
        yield running


def mark(guest, what, pounds, reason):
    fill(guest, "What it was", what)
    fill(guest, "Amount, £", pounds)
    fill(guest, "Reason", reason)
    press(guest, "Mark as one-off")


def test_of_two_who_mark_an_item_of_one_name_the_second_is_told_and_the_first_stays(visitor, shared_server):
    first, second = visitor(server=shared_server), visitor(server=shared_server)
    for guest in (first, second):
        guest.open()
        guest.open("forecast-outturn").get_by_text(MARKING).click()
        guest.settle()
    mark(first, "Office move", "1358000", "The lease ends this year")
    said(first, "Marked as one-off: Office move.")
    mark(second, "Office move", "5000", "New desks")
    warned(second, "Office move")
    expect(second.page.get_by_label("Reason", exact=True)).to_have_value("New desks")
    marked = second.page.get_by_role("region", name="One-off items, table")
    expect(marked.get_by_role("row", name="Office move")).to_contain_text("The lease ends this year", timeout=LONG)
    expect(marked).not_to_contain_text("New desks")


def save(guest, reason):
    fill(guest, "Name", SCENARIO)
    fill(guest, "Reason", reason)
    press(guest, "Save the scenario")
    said(guest, f"Scenario saved: {SCENARIO}.")


def take_back(guest, reason):
    guest.page.get_by_text("Take a scenario back").click()
    guest.settle()
    choose(guest, "Scenario", SCENARIO)
    fill(guest, "Reason for taking it back", reason)
    press(guest, "Take it back")
    said(guest, f"Scenario taken back: {SCENARIO}.")


@pytest.mark.campaign
def test_a_what_if_moves_the_chance_and_stays_as_a_scenario_until_it_is_taken_back(visitor, shared_server):
    guest = visitor(server=shared_server)
    guest.open()
    page = guest.open("chance-of-control-total")
    chance = page.locator(".rf-card .rf-value").first
    before = chance.inner_text()
    fill(guest, "To", "100")
    press(guest, "Add the change")
    expect(page.get_by_role("region", name="What it would move, table")).to_be_visible(timeout=LONG)
    guest.settle()
    kept = page.get_by_role("region", name="Scenarios beside the base, table")
    save(guest, "Asked by the committee")
    expect(kept).to_contain_text(SCENARIO, timeout=LONG)
    take_back(guest, "Asked the wrong way")
    expect(kept).not_to_contain_text(SCENARIO, timeout=LONG)
    save(guest, "Asked by the committee once more")
    expect(kept).to_contain_text(SCENARIO, timeout=LONG)
    assert chance.inner_text() == before
