"""What a person does on a page: fills a field, presses a button, reads what is said, and waits until it is drawn."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError, expect  # noqa: A004 - its own, of a click

NARROW = (390, 844)
SERIOUS = {"serious", "critical"}
LONG = 30_000
"""Milliseconds within which a page answers, on a machine that has other work too."""


def fill(guest, label, value):
    field = guest.page.get_by_label(label, exact=True)
    field.fill(value)
    field.press("Tab")
    guest.settle()


def choose(guest, label, name):
    """Pick from a list; one that closes, as the page moves beneath it, is opened again."""
    chosen = guest.page.get_by_label(label, exact=True)
    option = guest.page.get_by_role("option", name=name, exact=True)
    for _ in range(5):
        chosen.click()
        chosen.fill(name)
        try:
            option.click(timeout=LONG / 10)
        except TimeoutError:
            guest.page.keyboard.press("Escape")
        else:
            break
    guest.settle()
    expect(chosen).to_have_value(name)


def press(guest, name):
    guest.page.get_by_role("button", name=name, exact=True).click()


def said(guest, sentence):
    expect(guest.page.get_by_role("status").filter(has_text=sentence)).to_be_visible(timeout=LONG)
    guest.settle()


def warned(guest, sentence):
    expect(guest.page.get_by_role("alert").filter(has_text=sentence)).to_be_visible(timeout=LONG)
    guest.settle()


def assert_clean_wide_and_narrow(guest):
    """A page as it was opened and on a phone: one heading, a table with every chart, no sideways scroll, accessible."""
    assert_clean(guest.page)
    guest.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    guest.settle()
    assert_clean(guest.page)


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
