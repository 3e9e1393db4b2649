"""Two people changed the same case: both versions side by side, a choice for each field, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from recovery.errors import Conflict
from recovery.programme.commands import EditScheme
from recovery.programme.differences import differences
from recovery.sentences.programme import doing as words
from recovery.ui.markup import escape, paragraph, plain
from recovery.ui.programme import draft
from recovery.ui.programme.clashes import MINE, THEIRS, Clash, chosen, clashes
from recovery.ui.programme.doing import do, open_scheme, refused
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState
    from recovery.ui.programme.draft import Draft


def choose(held: Draft, mine: Scheme, state: SchemeState) -> None:
    """Show every field in which the two versions differ, ask which holds, and save what comes of it."""
    found = clashes(held.base, state.scheme, mine)
    open_ones = sum(not clash.usual for clash in found)
    text = words.clash(state.scheme.ref, len(found), open_ones)
    st.html(f'<section class="rf-notice rf-bad" role="alert">{paragraph(text)}</section>')
    picked = {clash.field: _choice(clash, f"{held.token} {state.case_version}") for clash in found}
    made = {name: side for name, side in picked.items() if side}
    left, right = st.columns([1, 3])
    missing = len(made) < len(picked)
    if left.button("Save what I chose", type="primary", disabled=missing, key=f"{held.token} save merged"):
        _save(held, mine, state, made)
    if right.button("Keep theirs, give up mine", key=f"{held.token} give up mine"):
        draft.give_up()
        st.rerun()


def _choice(clash: Clash, token: str) -> str | None:
    table = plain_table(clash.who, ("What", "Was", THEIRS, MINE), clash.rows)
    st.html(f"<h3>{escape(clash.heading)}</h3>{table}")
    return st.radio(
        plain(f"Which holds for {clash.heading}?"), clash.choices, horizontal=True, key=f"{token} {clash.field}",
        index=clash.choices.index(clash.usual) if clash.usual else None,
    )  # fmt: skip


def _save(held: Draft, mine: Scheme, state: SchemeState, picked: Mapping[str, str]) -> None:
    case = chosen(held.base, state.scheme, mine, picked)
    if case == state.scheme:
        draft.give_up()
        st.rerun()
    command = EditScheme(case.ref, case, state.case_version, held.reason or words.BROUGHT_TOGETHER)
    said = words.saved(case.ref, len(differences(state.scheme, case)))
    try:
        done = do([command], lambda _: said)
    except Conflict:
        refused("Somebody has saved it once more in the meantime: look at the choices again.")
        return
    if done:
        draft.give_up()
        open_scheme(case.ref)
