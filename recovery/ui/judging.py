"""What every form about a judgement does: says what the last one came to and who may, keeps what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.programme.judgement_kinds import judgement_kind
from recovery.programme.performing import perform
from recovery.ui.gate import frame
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from recovery.programme.commands import JudgementCommand

SAID: Final = "what a judgement came to: "
SEEN: Final = "version seen: "
KEPT: Final = "judgements kept: "


def tell(kind: str) -> None:
    """Say what the last judgement of a kind came to, once."""
    said = st.session_state.pop(SAID + kind, "")
    if said:
        st.html(f'<p class="rf-notice" role="status">{escape(said)}</p>')


def may_judge(kind: str, doing: str) -> bool:
    """Return whether the visitor may make judgements of a kind; where not, say who may, after what is being done."""
    refused = frame().why_not(judgement_kind(kind).permission)
    if refused:
        st.html(f'<p class="rf-source">{escape(doing)}: {escape(refused)}</p>')
    return not refused


def last_seen(kind: str, key: str, version: int) -> int:
    """Return the version that the page showed when it was drawn last, on which a form that is sent was filled in.

    `version` is the one that it shows now (0: none stands), which is kept for the next time.
    """
    place = f"{SEEN}{kind}/{key}"
    before: int = st.session_state.get(place, version)
    st.session_state[place] = version
    return before


def form_key(kind: str, name: str) -> str:
    """Return the key of a form: what is typed into it stays when it is refused, and is gone once something is kept."""
    return f"{name} {_kept(kind)}"


def _kept(kind: str) -> int:
    """Return how many judgements of a kind this visitor has made."""
    made: int = st.session_state.get(KEPT + kind, 0)
    return made


def send(command: JudgementCommand, done: str) -> None:
    """Keep a judgement or take it back, and run the page again, which says `done`; a refusal is said in place."""
    current = frame()
    if current.view is None:
        return
    try:
        perform(current.record, command, current.actor, organisation=current.view.organisation, year=current.view.year)
    except RecoveryError as error:
        st.html(f'<p class="rf-notice rf-bad" role="alert">{escape(error)}</p>')
        return
    st.session_state[SAID + command.kind] = done
    st.session_state[KEPT + command.kind] = _kept(command.kind) + 1
    st.rerun()
