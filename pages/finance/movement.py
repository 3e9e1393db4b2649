"""What moved: how did forecast, variance, risk, contingency and savings get from one month to another, and why?"""

from __future__ import annotations

import streamlit as st

from recovery.ui.content import show
from recovery.ui.finance import moved as page
from recovery.ui.gate import frame

frame()  # stops where the page is run without its gate
head = st.container()
since = page.choose_since()
with head:
    shown = show(page.TITLE, page.build, since)
if shown:
    measure = page.choose_measure(since)
    show(f"{page.TITLE}: measures", page.build_measure, since, measure)
