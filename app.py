"""The app: settings of the page, who has come, the navigation, the pickers; then the page runs."""

from __future__ import annotations

import logging

import streamlit as st

from recovery.errors import RecoveryError
from recovery.ui import first_run, gate, navigation, picker, services, states, visitor
from recovery.ui.frame import APP_NAME, ICON, SIDEBAR, style
from recovery.ui.programme.links import follow_within_session


def run() -> None:
    """Show one page."""
    first_run.open_again_if_misread()
    st.html(style())
    follow_within_session()
    who = visitor.come_in(services.record)
    engine, record = services.engine(), services.record()
    change = engine.catch_up()
    people = visitor.people_known(record, change)
    picked = picker.picked(engine, change, lambda organisation: who.sees(organisation, people))
    current = gate.Frame(engine, record, change, picked.view, picked.organisation_name, who.actor, who.person, people)
    page = navigation.page_asked_for(current)
    picker.show(picked)
    visitor.foot(record, who, people)
    states.notes(picked.notes)
    with gate.opened(current):
        try:
            navigation.show(page, current)
        except Exception:  # whatever a page does, the visitor is told what to do and the log has the rest
            logging.getLogger("recovery").exception("%s could not be shown", page.title)
            states.failed(page.title, "", "This page could not be shown; the details are in the server's log.")


st.set_page_config(page_title=APP_NAME, page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR)
try:
    run()
except RecoveryError as error:
    states.unreadable(str(error))
