"""A choice of the finance pages, kept in the address so that a colleague sees the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping


def pick(label: str, name: str, options: Mapping[str, str], *, first: str = "") -> str:
    """Return which of some options is picked, from and to the address's `name`; `first` where it asks for none."""
    key = f"picked for {name}"
    asked = st.query_params.get(name, "")
    st.session_state[key] = asked if asked in options else first or next(iter(options))

    def keep() -> None:
        st.query_params[name] = st.session_state[key]

    return str(st.selectbox(label, list(options), format_func=lambda one: options[one], key=key, on_change=keep))
