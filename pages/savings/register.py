"""Register: every scheme as it stands or stood on any day, to take away and to bring in."""

from __future__ import annotations

import streamlit as st

from recovery.ui.content import show
from recovery.ui.gate import frame
from recovery.ui.programme import choosing, register, register_import
from recovery.ui.programme.doing import tell

current, head = frame(), st.container()
as_at = register.moment_asked(current)
wanted = choosing.schemes("schemes", attention=False, as_at=as_at)
with head:
    shown = show(register.TITLE, register.build_head, wanted, as_at)
    tell()
if shown and current.view:
    show(f"{register.TITLE}: schemes", register.build, wanted, as_at)
    register.workbook(current, current.view, as_at)
if current.view:
    register_import.bring_in(current, current.view)
