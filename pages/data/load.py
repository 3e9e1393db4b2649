"""Load data: drop a workbook, see what it is understood to be, publish it; and what was loaded before."""

from __future__ import annotations

import streamlit as st

from recovery.ui.cards import head
from recovery.ui.content import context
from recovery.ui.gate import frame
from recovery.ui.loading import form, history, publishing, template

ANSWER = (
    "Drop a month-end workbook to see how it is understood and what does not add up. "
    "Nothing changes until you publish, and nothing published is ever overwritten."
)

current = frame()
st.html(head("Load data", context(current), ANSWER))
template.offer(current)
publishing.show(current, form.ask(current))
history.show(current)
