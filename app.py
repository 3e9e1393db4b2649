"""The app: settings of the page, the gate, the pickers, the navigation; then the page runs."""

from __future__ import annotations

import streamlit as st

from recovery.errors import RecoveryError
from recovery.ui import first_run, gate, picker, services, states
from recovery.ui.frame import PAGES, sidebar_foot, style


def navigation() -> st.Page:
    """Return the page asked for, of those in `PAGES`."""
    return st.navigation(
        {
            section: [
                st.Page(f"pages/{file}", title=title, url_path=address, default=not address)
                for file, title, address in entries
            ]
            for section, entries in PAGES.items()
        },
        expanded=True,
    )


def run() -> None:
    """Show one page."""
    first_run.open_again_if_misread()
    page = navigation()
    st.html(style())
    engine = services.engine()
    change = engine.catch_up()
    view, name, notes = picker.pick(engine, change)
    sidebar_foot()
    states.notes(notes)
    with gate.opened(gate.Frame(engine, services.record(), change, view, name)):
        page.run()


st.set_page_config(page_title="Financial recovery", page_icon="static/icon.svg", layout="wide")
try:
    run()
except RecoveryError as error:
    states.failed("The record cannot be read", "", str(error))
