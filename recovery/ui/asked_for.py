"""The address somebody asked for before they signed in: the provider sends them home, and the browser takes them on."""

from __future__ import annotations

from typing import Final

import streamlit as st

TAKEN: Final = "taken to the address asked for"
KEY: Final = "address asked for"
REMEMBER: Final = f"""<script>{{
    const asked = location.pathname + location.search;
    if (asked !== "/") sessionStorage.setItem("{KEY}", asked);
}}</script>"""
TAKE: Final = f"""<script>{{
    const asked = sessionStorage.getItem("{KEY}");
    sessionStorage.removeItem("{KEY}");
    if (asked) location.replace(location.origin + asked);
}}</script>"""
"""Only ever to an address of this same application: the origin is put before what was kept."""


def remember() -> None:
    """Keep the address in the browser's window until somebody has signed in."""
    st.html(REMEMBER, unsafe_allow_javascript=True)


def take_there() -> None:
    """Go to the address that was asked for, once in a session."""
    if not st.session_state.get(TAKEN):
        st.session_state[TAKEN] = True
        st.html(TAKE, unsafe_allow_javascript=True)
