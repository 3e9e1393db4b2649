"""People: who may do what, since when and by whose decision."""

from __future__ import annotations

import streamlit as st

from recovery.ui.cards import head
from recovery.ui.gate import frame
from recovery.ui.people import acts, listing
from recovery.ui.people.known import SEE, known

current = frame()
if current.may(SEE):  # app.py has asked before: nothing is shown here by mistake
    shown = known(current)
    st.html(head("People", "Everybody whom the record knows", listing.answer(shown.people)))
    acts.tell()
    listing.everybody(shown.people, shown.events)
    acts.offer(current, shown)
    listing.history(shown.people, shown.events)
