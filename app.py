"""The app: settings of the page, the gate, the pickers, the navigation; then the page runs."""

from __future__ import annotations

import logging
from itertools import chain

import streamlit as st

from recovery.errors import RecoveryError
from recovery.ui import first_run, gate, identity, picker, services, states
from recovery.ui.frame import ICON, PAGES, SIDEBAR, sidebar_foot, style


def navigation() -> st.Page:
    """Return the page asked for, of those in `PAGES`."""
    entries = chain.from_iterable(PAGES.values())  # one list: headings between groups break it for screen readers
    pages = [st.Page(f"pages/{file}", title=title, url_path=path, default=not path) for file, title, path in entries]
    return st.navigation(pages, expanded=True)


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
    with gate.opened(gate.Frame(engine, services.record(), change, view, name, identity.local_actor())):
        try:
            page.run()
        except Exception:  # whatever a page does, the visitor is told what to do and the log has the rest
            logging.getLogger("recovery").exception("%s could not be shown", page.title)
            states.failed(page.title, "", "This page could not be shown; the details are in the server's log.")


st.set_page_config(page_title="Financial recovery", page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR)
try:
    run()
except RecoveryError as error:
    states.unreadable(str(error))
