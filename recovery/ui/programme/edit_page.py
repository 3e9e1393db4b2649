"""The page on which a scheme is begun or edited: its form, what would change, and saving it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.errors import Conflict
from recovery.programme.commands import CreateScheme, EditScheme
from recovery.programme.configuration import programme_of
from recovery.programme.differences import differences
from recovery.programme.material import material
from recovery.programme.scheme import NOUGHT, Scheme
from recovery.rows import text
from recovery.sentences.amounts import listed, many
from recovery.sentences.programme import doing as words
from recovery.sentences.programme.faults import doubts, faults, plan_against_value
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme import conflict, draft
from recovery.ui.programme.choosing import rows_of
from recovery.ui.programme.differing import difference_table
from recovery.ui.programme.doing import do, open_scheme, refused
from recovery.ui.programme.edit_fields import Choices, Entered, about, money
from recovery.ui.programme.edit_grids import lists

if TYPE_CHECKING:
    from recovery.programme.differences import Difference
    from recovery.programme.state import SchemeState
    from recovery.ui.gate import Frame
    from recovery.ui.programme.draft import Draft
    from recovery.view import View

SECTIONS: Final = ("Case", "Money", "Monthly profile")
FIRST: Final = "A profile, milestones and risks can be added now or later; each gateway says what it needs."


def edit(current: Frame, view: View, state: SchemeState | None) -> None:
    """Show the form of a scheme, or of a new one; or the choice between two versions where somebody else was first."""
    base, seen = draft.base_of(state, Scheme("", "", ""))
    held = draft.opened(view, base.ref, base, seen)
    if held.mine is not None and state is not None:
        conflict.choose(held, held.mine, state)
        return
    _moved_on(held, state)
    mine = _form(held)
    _save(held, mine, state, current)


def _moved_on(held: Draft, state: SchemeState | None) -> None:
    if state and held.seen is not None and state.case_version > held.seen:
        st.html(paragraph(
            "Somebody else has saved this scheme since you opened it. What you have typed is kept; when you save you "
            "are shown both versions and choose.", "rf-notice",
        ))  # fmt: skip


def _form(held: Draft) -> Scheme | None:
    """Show every field and return the case as it is now written; None while a field cannot be read."""
    entered = Entered(held.base, held.token)
    new = held.seen is None
    st.html("<h2>The case</h2>")
    about(entered, _choices(), new=new)
    st.html("<h2>Money of the year</h2>")
    money(entered)
    entered.values["net_value"] = entered.values["net_value"] or NOUGHT
    grids = _grids(entered)
    mine = replace(held.base, **entered.values, **grids)
    others = frozenset(text(row, "ref") for row in rows_of("board")) if new else frozenset()
    found = faults(mine, others)
    shown = found if mine != held.base else {}
    entered.tell({**doubts(mine), **shown})
    return None if found or entered.faults else mine


def _grids(entered: Entered) -> dict[str, Any]:
    """Show the grids, each with room for a message beneath."""
    found = lists(entered.base, entered.token, entered.places)
    written = replace(entered.base, **entered.values, profile=found["profile"])
    entered.places["profile"].html(paragraph(plan_against_value(written), "rf-source"))
    return found


def _choices() -> Choices:
    rows = rows_of("board")
    areas, workstreams, leads = ({text(row, name) for row in rows} for name in ("area", "workstream", "lead"))
    return Choices(sorted(areas - {""}), sorted(workstreams - {""}), sorted(leads - {""}))


def _save(held: Draft, mine: Scheme | None, state: SchemeState | None, current: Frame) -> None:
    st.html("<h2>Save</h2>")
    found = differences(held.base if held.seen is not None else None, mine) if mine and mine != held.base else ()
    st.html(_changes(found, written=mine is not None, new=held.seen is None))
    lapsing = _lapsing(held, mine, state, current)
    if lapsing:
        given = "approval" if len(lapsing) == 1 else "approvals"
        st.html(paragraph(
            f"This changes the money: the {given} already given at this gateway ({listed(lapsing)}) would lapse and "
            "have to be given again. Say why.", "rf-notice rf-bad",
        ))  # fmt: skip
    label = "Reason (needed)" if lapsing else "Reason (shown in the history)"
    reason = st.text_input(label, key=f"{held.token} reason", max_chars=400).strip()
    left, right = st.columns([1, 3])
    pressed = left.button("Save", type="primary", disabled=not found or mine is None, key=f"{held.token} save")
    if found and right.button("Give up these changes", key=f"{held.token} give up"):
        draft.give_up()
        st.rerun()
    if pressed and mine is not None:
        if lapsing and not reason:
            refused("Give the reason: approvals would lapse by this change.")
        else:
            save(held, mine, reason, found, lapsing)


def save(held: Draft, mine: Scheme, reason: str, found: tuple[Difference, ...], lapsing: list[str]) -> None:
    """Save a case and go to its page; where somebody else was first, both versions are shown next."""
    command = CreateScheme(mine) if held.seen is None else EditScheme(mine.ref, mine, held.seen, reason)
    said = words.begun(mine.ref) if held.seen is None else words.saved(mine.ref, len(found), lapsing)
    try:
        done = do([command], lambda _: said)
    except Conflict as error:
        if held.seen is None:
            refused(str(error))
            return
        draft.keep(replace(held, mine=mine, reason=reason))
        st.rerun()
    if done:
        draft.give_up()
        open_scheme(mine.ref)


def _lapsing(held: Draft, mine: Scheme | None, state: SchemeState | None, current: Frame) -> list[str]:
    if mine is None or state is None or not state.approvals or not material(held.base, mine) or not current.view:
        return []
    programme = programme_of(current.view.organisation)
    return [programme.approval_named(key).name for key in state.approvals]


def _changes(found: tuple[Difference, ...], *, written: bool, new: bool) -> str:
    if not written:
        return paragraph("Something above cannot be saved as it is written; each field says what.", "rf-notice rf-bad")
    if not found:
        return paragraph(FIRST if new else "Nothing has been changed yet.", "rf-source")
    if new:
        return paragraph("The scheme begins in the first stage.", "rf-source")
    summary = f"{many(len(found), 'change')} not saved yet"
    return f'<details class="rf-more" open><summary>{escape(summary)}</summary>{difference_table(found)}</details>'
