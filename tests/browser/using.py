"""What a person does on a page: fills a field, presses a button, reads what is said, and waits until it is drawn."""

from __future__ import annotations

from playwright.sync_api import expect

LONG = 30_000
"""Milliseconds within which a page answers, on a machine that has other work too."""


def fill(guest, label, value):
    field = guest.page.get_by_label(label, exact=True)
    field.fill(value)
    field.press("Tab")
    guest.settle()


def press(guest, name):
    guest.page.get_by_role("button", name=name, exact=True).click()


def said(guest, sentence):
    expect(guest.page.get_by_role("status").filter(has_text=sentence)).to_be_visible(timeout=LONG)
    guest.settle()


def warned(guest, sentence):
    expect(guest.page.get_by_role("alert").filter(has_text=sentence)).to_be_visible(timeout=LONG)
    guest.settle()
