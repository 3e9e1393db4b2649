"""Board: every live scheme by stage, what stands in its way and whom it waits for."""

from __future__ import annotations

import streamlit as st

from recovery.ui.content import show
from recovery.ui.gate import frame
from recovery.ui.programme import board, choosing
from recovery.ui.programme.doing import reader, tell

frame()
head = st.container()
wanted = choosing.schemes()
with head:
    shown = show(board.TITLE, board.build_head, wanted, reader())
    tell()
if shown:
    show(f"{board.TITLE}: schemes", board.build, wanted, reader())
