"""People: who may do what, since when and by whose decision."""

from __future__ import annotations

import streamlit as st

from recovery.ui.cards import head
from recovery.ui.gate import frame
from recovery.ui.people import acts, listing
from recovery.ui.people.known import events_of_people, organisations_known

current = frame()
if current.may("see people"):  # app.py has asked before: nothing is shown here by mistake
    events = events_of_people(current)
    st.html(head("People", "Everybody whom the record knows", listing.answer(current.people)))
    acts.tell()
    listing.everybody(current.people, events)
    if current.may("manage people"):
        organisations = organisations_known(current)
        changing, adding = st.tabs(["Change a person", "Add a person"])
        with changing:
            acts.change(current, current.people, organisations)
        with adding:
            acts.add(current, organisations)
    listing.history(current.people, events)
