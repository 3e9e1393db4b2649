"""Designed states: an empty record, a table not loaded for the month, a figure that cannot be had."""

from __future__ import annotations

from typing import Final

import streamlit as st

from recovery.programme.allowing import PUBLISH
from recovery.ui.gate import frame
from recovery.ui.markup import escape

LOAD_PAGE: Final = "pages/data/load.py"


def empty_record(title: str) -> None:
    """Say that nothing is loaded at all, and where to begin."""
    _state(
        title,
        "Nothing is loaded yet.",
        "Load a month-end workbook, or fill in the template first. To look around, build the demonstration record "
        "with this command:",
        command="python -m recovery demo",
    )
    _to_load()


def not_loaded(title: str, context: str, what: str) -> None:
    """Say which table this page needs and does not have."""
    _state(title, what, "Load the workbook that holds this table; the rest of the month stays as it is.", context)
    _to_load()


def failed(title: str, context: str, what: str) -> None:
    """Say that a figure could not be had, in the error's own words."""
    to_do = "The other pages still work. If this stays, load the table again or ask whoever runs the app."
    _state(title, what, to_do, context)
    _to_load()


def not_for_you(title: str, why: str) -> None:
    """Say that a page is not for this person, and why."""
    _state(title, why, "The pages you may see are in the navigation. If you need this one, ask an administrator.")


def unreadable(what: str) -> None:
    """Say that the record itself cannot be read, so that no page can show anything."""
    to_do = "No page can show figures until it can. Nothing has been changed; tell whoever runs the app."
    _state("The record cannot be read", what, to_do)


def _state(title: str, what: str, to_do: str, context: str = "", command: str = "") -> None:
    over = f'<p class="rf-context">{escape(context)}</p>' if context else ""
    shown = f" <code>{escape(command)}</code>" if command else ""
    st.html(
        f'<header class="rf-head">{over}<h1>{escape(title)}</h1></header><section class="rf-state" role="status">'
        f'<p class="rf-answer">{escape(what)}</p><p>{escape(to_do)}{shown}</p></section>'
    )


def _to_load() -> None:
    """Lead to the page that helps, for whoever may use it."""
    if frame().may(PUBLISH):
        st.page_link(LOAD_PAGE, label="Go to Load data")


def notes(lines: list[str]) -> None:
    """Show what an address asked for and could not have."""
    if lines:
        text = " ".join(lines)
        st.html(f'<p class="rf-notice" role="status">{escape(text)}</p>')
