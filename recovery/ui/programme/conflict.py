"""Two people changed the same case: both versions side by side, a choice for each field, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import Conflict
from recovery.programme.commands import EditScheme
from recovery.programme.differences import differences, merged
from recovery.programme.scheme import Scheme
from recovery.sentences.amounts import many
from recovery.sentences.programme import doing as words
from recovery.ui.markup import escape, paragraph, plain
from recovery.ui.programme import draft
from recovery.ui.programme.doing import do, open_scheme, refused
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from recovery.programme.state import SchemeState
    from recovery.ui.programme.draft import Draft

MINE: Final = "Mine"
THEIRS: Final = "Theirs"
BOTH: Final = (THEIRS, MINE)


@dataclass(frozen=True)
class Clash:
    """One field in which the two versions differ: its heading, rows of (what, was, theirs, mine), who changed it."""

    field: str
    heading: str
    rows: tuple[tuple[str, str, str, str], ...]
    by_both: bool
    by_me: bool


def clashes(base: Scheme, theirs: Scheme, mine: Scheme) -> list[Clash]:
    """Return the fields in which mine and theirs differ, those that both have changed first."""
    found = []
    for one in fields(Scheme):
        was, other, own = (getattr(case, one.name) for case in (base, theirs, mine))
        if other != own:
            rows = _rows(base, theirs, mine, one.name)
            found.append(Clash(one.name, rows[0][0] if len(rows) == 1 else _title(one.name), rows,
                               was not in (other, own), was != own))  # fmt: skip
    return sorted(found, key=lambda clash: not clash.by_both)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize().replace("Kpis", "KPIs")


def _rows(base: Scheme, theirs: Scheme, mine: Scheme, name: str) -> tuple[tuple[str, str, str, str], ...]:
    """Return each thing of one field that either has changed: what it was, what it is with them, with me."""
    sides = [
        {one.heading: one for one in differences(base, replace(base, **{name: getattr(case, name)}))}
        for case in (theirs, mine)
    ]
    found = []
    for heading in dict.fromkeys([*sides[0], *sides[1]]):
        was = next(side[heading].before for side in sides if heading in side)
        other, own = (side[heading].after if heading in side else was for side in sides)
        found.append((heading, was, other, own))
    return tuple(found)


def choose(held: Draft, state: SchemeState) -> None:
    """Show every field in which the two versions differ, ask which holds, and save what comes of it."""
    assert held.mine is not None  # noqa: S101 - the caller has looked
    found = clashes(held.base, state.scheme, held.mine)
    both = sum(clash.by_both for clash in found)
    text = (
        f"Somebody else saved {state.scheme.ref} while you were editing it. Nothing of yours or theirs is lost: "
        f"{many(len(found), 'field')} {'differs' if len(found) == 1 else 'differ'}, {both or 'none'} of them changed "
        "by both of you. Choose for each which is to hold."
    )
    st.html(f'<section class="rf-notice rf-bad" role="alert">{paragraph(text)}</section>')
    picked = {clash.field: _choice(clash, f"{held.token} {state.case_version}") for clash in found}
    missing = [clash.heading for clash in found if picked[clash.field] is None]
    take_mine = {name for name, side in picked.items() if side == MINE}
    left, right = st.columns([1, 3])
    if left.button("Save what I chose", type="primary", disabled=bool(missing), key=f"{held.token} save merged"):
        _save(held, state, take_mine)
    if right.button("Keep theirs, give up mine", key=f"{held.token} give up mine"):
        draft.give_up()
        st.rerun()


def _choice(clash: Clash, token: str) -> str | None:
    st.html(f"<h3>{escape(clash.heading)}</h3>" + plain_table(_who(clash), ("", "Was", THEIRS, MINE), clash.rows))
    start = None if clash.by_both else BOTH.index(MINE if clash.by_me else THEIRS)
    return st.radio(plain(f"Which holds for {clash.heading}?"), BOTH, index=start, horizontal=True,
                    key=f"{token} {clash.field}")  # fmt: skip


def _who(clash: Clash) -> str:
    if clash.by_both:
        return "Changed by both of you"
    return "Changed by you alone" if clash.by_me else "Changed by them alone"


def _save(held: Draft, state: SchemeState, take_mine: set[str]) -> None:
    assert held.mine is not None  # noqa: S101 - the caller has looked
    case = merged(held.base, held.mine, state.scheme, take_mine)
    if case == state.scheme:
        draft.give_up()
        st.rerun()
    reason = held.reason or "Two edits brought together"
    try:
        done = do([EditScheme(case.ref, case, state.case_version, reason)],
                  lambda _: words.saved(case.ref, len(differences(state.scheme, case))))  # fmt: skip
    except Conflict:
        refused("Somebody has saved it once more in the meantime: look at the choices again.")
        return
    if done:
        draft.give_up()
        open_scheme(case.ref)
