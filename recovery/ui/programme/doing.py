"""Doing what a button says: the command is performed, what went wrong is said in place, what was done is said after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import Conflict, RecoveryError
from recovery.programme.performing import Done, perform_all
from recovery.ui.address import parameters
from recovery.ui.frame import FILES
from recovery.ui.gate import frame
from recovery.ui.markup import paragraph
from recovery.ui.services import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from recovery.programme.commands import Command

SAID: Final = "said of what was done"
ROUND: Final = "rounds of the programme's forms"


def tell() -> None:
    """Say what was done in the run before this one."""
    said = st.session_state.pop(SAID, "")
    if said:
        st.html(f'<section class="rf-state" role="status">{paragraph(said, "rf-answer")}</section>')


def said(sentence: str) -> None:
    """Keep a sentence for the next run."""
    st.session_state[SAID] = sentence


def refused(sentence: str) -> None:
    """Say in place why nothing was done."""
    st.html(f'<section class="rf-notice rf-bad" role="alert">{paragraph(sentence)}</section>')


def reader() -> Hashable:
    """Return what tells one reader's pages from another's: who they are and what they may do."""
    current = frame()
    return (current.actor.name, current.actor.trusted, current.person)


def do(commands: Sequence[Command], after: Callable[[Done], str]) -> Done | None:
    """Perform commands together, or none of them; then run the page again, which says what `after` returns.

    Refusals are said in place and give None; a Conflict is left to the caller.
    """
    current = frame()
    if current.view is None:
        return None
    view = current.view
    try:
        done = perform_all(current.record, commands, current.actor, organisation=view.organisation, year=view.year)
    except Conflict:
        raise
    except RecoveryError as error:
        refused(str(error))
        return None
    engine().catch_up()
    said(after(done))
    st.session_state[ROUND] = form_round() + 1
    return done


def open_scheme(ref: str) -> None:
    """Go to a scheme's page, with the view kept."""
    view = frame().view
    st.switch_page(f"pages/{FILES['scheme']}", query_params={**(parameters(view) if view else {}), "ref": ref})


def form_round() -> int:
    """Return how often something was done in this session; it gives the next form fresh fields."""
    return int(st.session_state.get(ROUND, 0))


def field(name: str) -> str:
    """Return a key for a field of a form that is emptied once it has been sent, and never handed to somebody else."""
    return f"{name} {form_round()} {frame().actor.name}"
