"""The first address asked of a fresh server: Streamlit answers it before it knows our pages, and calls it not found."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from recovery.ui.frame import PAGES

ADDRESSES: Final = frozenset(address for entries in PAGES.values() for _, _, address in entries if address)


def open_again_if_misread() -> None:
    """Open the address again where Streamlit took `pages/` for its own list of pages.

    It does so once, until the app's navigation has run; a page's address asked in that moment is answered with
    "Page not found" over the first page.  From the second request on it knows better.
    """
    context = get_script_run_ctx()
    asked = context.pages_manager.intended_page_name if context and PagesManager.uses_pages_directory else ""
    if asked in ADDRESSES:
        PagesManager.uses_pages_directory = False
        st.html(f"<script>{_open(asked or '')}</script>", unsafe_allow_javascript=True)
        st.stop()


def _open(address: str) -> str:
    """Return the script that opens one of our own addresses with the query it was asked with."""
    query = urlencode(st.query_params.to_dict())
    target = json.dumps(f"{address}?{query}" if query else address).replace("<", "\\u003c")
    return f"window.location.replace({target})"
