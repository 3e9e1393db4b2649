"""What is being edited: the case as it was when the form was opened, kept until it is saved or given up.

The base stays as it was opened though others save meanwhile; else their change would empty the reader's own grids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState
    from recovery.view import View

KEPT: Final = "scheme being edited"
COUNT: Final = "times a scheme was opened to be edited"


@dataclass(frozen=True)
class Draft:
    """A case as it was opened, its version (None: a new scheme), and the token that keeps its fields apart."""

    place: tuple[str, int, str]
    base: Scheme
    seen: int | None
    token: str
    mine: Scheme | None = None
    """What the reader wanted to save when it turned out that somebody else had saved first."""
    reason: str = ""


def opened(view: View, ref: str, base: Scheme, seen: int | None) -> Draft:
    """Return the draft of a scheme, begun now unless it is held already."""
    place = (view.organisation, view.year.start, ref)
    held: Draft | None = st.session_state.get(KEPT)
    if held is None or held.place != place:
        number = int(st.session_state.get(COUNT, 0)) + 1
        st.session_state[COUNT] = number
        held = Draft(place, base, seen, f"edit {number}")
        st.session_state[KEPT] = held
    return held


def keep(draft: Draft) -> None:
    """Keep a draft in place of the one before."""
    st.session_state[KEPT] = draft


def give_up() -> None:
    """Forget what was being edited; the next run opens the case as it stands."""
    st.session_state.pop(KEPT, None)


def base_of(state: SchemeState | None, blank: Scheme) -> tuple[Scheme, int | None]:
    """Return the case to begin from and its version."""
    return (state.scheme, state.case_version) if state else (blank, None)
