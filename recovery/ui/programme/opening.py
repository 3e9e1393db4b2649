"""What the programme's pages open: a scheme by the address's reference, a form, a grid; or a choice of schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.rows import Row, text
from recovery.sentences.programme import profiles as profile_words
from recovery.ui import states
from recovery.ui.cards import head
from recovery.ui.content import context
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import paragraph
from recovery.ui.programme import choosing, edit_page, filters, scheme_page
from recovery.ui.programme import profiles as profile_page
from recovery.ui.programme.doing import open_scheme, tell
from recovery.ui.programme.period import newest
from recovery.ui.programme.standing import life_of
from recovery.ui.programme.standing import states as all_states
from recovery.ui.programme.year import added, by_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.view import View

SCHEME: Final = "Scheme"
EDIT: Final = "Edit a scheme"
PROFILES: Final = "Monthly profiles"
CHOOSE: Final = "Choose a scheme to see where it stands, who agreed what on what evidence, and what its case said then."
BEGIN: Final = (
    "Begin a new scheme here, or choose one to change its case. Nothing is overwritten: each save is a version."
)
NO_KEPT: Final = (
    "No scheme is kept here for this year yet: begin one on the page Edit a scheme, or bring a register in on the page "
    "Register."
)


def scheme() -> None:
    """Show the scheme that the address names, or let one be chosen."""
    current = frame()
    view = _view(SCHEME)
    if view is None:
        return
    rows, ref = choosing.rows_of("board"), st.query_params.get("ref", "")
    life = life_of(current, view, ref) if ref else None
    if life is None:
        st.html(head(SCHEME, context(current), CHOOSE if not ref else _unknown(ref, view)))
        tell()
        _choose(rows, "Scheme")
        return
    row = next((one for one in _rows_now(current, view) if text(one, "ref") == ref), None)
    scheme_page.show(current, view, life, row)


def edit() -> None:
    """Show the form of the scheme that the address names, or of a new one."""
    current = frame()
    view = _view(EDIT)
    if view is None:
        return
    ref = st.query_params.get("ref", "")
    life = life_of(current, view, ref) if ref else None
    state = life.now if life else None
    title = f"Edit {ref} {state.scheme.title}" if state else EDIT
    why = current.why_not("edit scheme", state) if state else current.why_not("create scheme")
    st.html(head(title, context(current), BEGIN if not state else "Change what has changed, say why, and save."))
    tell()
    if ref and state is None:
        st.html(paragraph(_unknown(ref, view), "rf-notice rf-bad"))
    if why:
        st.html(paragraph(why, "rf-notice"))
        return
    edit_page.edit(current, view, state)


def profiles() -> None:
    """Show the grid of monthly profiles."""
    current = frame()
    view = _view(PROFILES)
    if view is None:
        return
    own = profile_page.editable(current, all_states(current, view))
    cases = [state.scheme for state in own.values()]
    year = [added(added(by_month(case, name)) for case in cases) for name in ("plan", "actual", "forecast")]
    st.html(head(PROFILES, context(current), profile_words.answer(len(own), *year)))
    tell()
    if not own:
        st.html(paragraph(NO_KEPT, "rf-notice"))
        return
    rows = [row for row in _rows_now(current, view) if text(row, "ref") in own]
    profile_page.show(view, rows, filters.ask(rows, attention=False), own)


def _view(title: str) -> View | None:
    view = frame().view
    if view is None:
        states.empty_record(title)
    return view


def _rows_now(current: Frame, view: View) -> Sequence[Row]:
    """Return the board's rows as the schemes stand now, whatever month is looked at."""
    return choosing.rows_in("board", current, newest(current, view))


def _unknown(ref: str, view: View) -> str:
    return f"There is no scheme '{ref[:40]}' in {view.year}. Choose one below."


def _choose(rows: Sequence[Row], label: str) -> None:
    names = {text(row, "ref"): f"{text(row, 'ref')} {text(row, 'scheme')}" for row in rows}
    if not names:
        st.html(paragraph(NO_KEPT, "rf-notice"))
        return
    picked = st.selectbox(label, list(names), index=None, format_func=lambda ref: names[ref], placeholder="Choose one")
    if picked:
        open_scheme(str(picked))
