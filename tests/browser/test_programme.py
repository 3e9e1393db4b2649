"""The PMO's pages in a real browser: a scheme through its gateways by its people, two who edit at once, every width."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDE
from tests.browser.using import LONG, assert_clean_wide_and_narrow, fill, press, said

REF, TITLE = "Q18-034", "Community beds: shorter stays"
MISSED = "does not seem to exist"
"""What Streamlit says once of the first address asked of a fresh server, before the app's own pages are known."""


def act_as(guest, name):
    guest.page.get_by_label("Acting as").click()
    guest.page.keyboard.type(name)
    guest.page.get_by_role("option", name=name, exact=True).click()
    recorded = guest.page.get_by_text(re.compile(r"Recorded as"))
    expect(recorded).to_contain_text("@ccg.example.", timeout=LONG)
    guest.settle()


def approve(guest, person, approval, evidence, condition=""):
    act_as(guest, person)
    how = "Approve with conditions" if condition else "Approve"
    fill(guest, "Evidence: what you have seen, and where it is kept", evidence)
    if condition:
        fill(guest, "Condition 1", condition)
        fill(guest, "Owner of condition 1", "Director of Community Services")
        date = guest.page.get_by_role("group", name="Date of condition 1")
        date.get_by_role("spinbutton").first.click()
        guest.page.keyboard.type("01122018")
        guest.page.keyboard.press("Tab")
        guest.settle()
    press(guest, f"{how}: {approval}")


def test_a_scheme_goes_from_pipeline_to_delivery_by_the_hands_of_those_who_may(visitor, own_server):
    guest = visitor(server=own_server)
    guest.open()
    page = guest.open("board")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("h1")).to_have_text(f"{REF} {TITLE}", timeout=LONG)
    guest.settle()
    approve(guest, "Finance lead", "Finance review", "Budget line 14")
    said(guest, f"Approved: Finance review of {REF}. One approval is still outstanding: Management executive review.")
    approve(guest, "Management executive secretary", "Management executive review", "Minute 3")
    said(guest, f"{REF} is now in Initiation.")
    cec = "Clinical executive committee review"
    approve(guest, "Clinical executive committee secretary", cec, "Minute 9", "Assess the impact")
    said(guest, f"Approved with 1 condition: {cec} of {REF}.")
    sign_off = "Impact assessors' sign-off (quality and equality)"
    approve(guest, "Quality impact assessor", sign_off, "Draft seen", "Finish the assessments")
    said(guest, f"{REF} is now in Planning.")
    approve(guest, "PMO manager", "PMO review of finalised plans", "Providers' letter of agreement")
    said(guest, f"{REF} is now in Delivery.")
    past = page.get_by_role("region", name=re.compile("Everything that happened"))
    expect(past).to_contain_text("Initiation → Planning")
    decisions = page.locator(".rf-decision")
    expect(decisions).to_have_count(5)
    expect(decisions.nth(4)).to_contain_text("finance.lead@ccg.example")
    expect(decisions.nth(4)).to_contain_text("Budget line 14")
    expect(guest.open("board").locator(".rf-stage", has_text="3 Delivery").locator("a", has_text=TITLE)).to_have_count(
        1
    )
    assert guest.hosts == {"127.0.0.1"}


def test_two_who_edit_at_once_are_shown_both_versions(visitor, own_server):
    first, second = visitor(server=own_server), visitor(server=own_server)
    for guest in (first, second):
        guest.open()
        guest.open(f"edit-scheme?ref={REF}")
    fill(first, "Title", "First title")
    fill(second, "Title", "Second title")
    fill(second, "Comment", "Second comment")
    press(first, "Save")
    said(first, f"Saved: 1 change to {REF}.")
    press(second, "Save")
    expect(second.page.get_by_role("alert").filter(has_text="Nothing of yours or theirs is lost")).to_be_visible(
        timeout=LONG
    )
    second.page.get_by_role("radiogroup", name="Which holds for Title?").get_by_text("Mine").click()
    second.settle()
    press(second, "Save what I chose")
    expect(second.page.locator("h1")).to_have_text(f"{REF} Second title", timeout=LONG)
    expect(second.page.get_by_text("Second comment").first).to_be_visible()


def test_the_filters_of_the_board_stand_in_its_address(visitor):
    guest = visitor()
    guest.open()
    page = guest.open("board")
    answer = page.locator("h1 ~ .rf-answer")
    whole = answer.inner_text()
    page.get_by_role("radiogroup", name="Show").get_by_text("Stuck or overdue").click()
    page.wait_for_url(re.compile(r"show=Stuck"), timeout=LONG)
    expect(answer).not_to_have_text(whole, timeout=LONG)
    shown = answer.inner_text()
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("h1")).to_have_text(f"{REF} {TITLE}", timeout=LONG)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Board", timeout=LONG)
    colleague = visitor()
    colleague.open()
    colleague.page.goto(page.url)
    colleague.wait()
    assert colleague.page.locator("h1 ~ .rf-answer").inner_text() == shown


@pytest.mark.parametrize("address", [f"scheme?ref={REF}", "scheme?ref=Q18-026", f"edit-scheme?ref={REF}"])
def test_a_scheme_s_own_pages_are_clean_and_accessible(returning, address):
    guest = returning(WIDE)
    guest.open()
    guest.open(address).evaluate("document.querySelectorAll('.stHtml details').forEach((one) => { one.open = true; })")
    assert_clean_wide_and_narrow(guest)
    assert [error for error in guest.errors if MISSED not in error] == []
    assert guest.hosts == {"127.0.0.1"}
