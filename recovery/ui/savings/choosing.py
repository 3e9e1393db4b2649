"""Choices of the savings pages, kept in the address so that a colleague sees the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping


def choose(label: str, name: str, options: Mapping[str, str]) -> str:
    """Return which of some options is chosen, from and to the address's `name`; the first where it asks for none."""
    key = f"chosen {name}"
    asked = st.query_params.get(name, "")
    st.session_state[key] = asked if asked in options else next(iter(options))

    def keep() -> None:
        st.query_params[name] = st.session_state[key]

    return str(
        st.radio(label, list(options), format_func=lambda one: options[one], horizontal=True, key=key, on_change=keep)
    )
