"""Bringing a register in: the file is read, what would change is shown, and only then is it done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import Conflict
from recovery.problems import Weight
from recovery.programme.configuration import programme_of
from recovery.programme.importing import ImportPreview, Outcome, preview, read_for
from recovery.sentences.programme import register as words
from recovery.sources.workbook import SourceFile
from recovery.ui.content import heading
from recovery.ui.loading import questions
from recovery.ui.loading.understood import problem_table
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme.doing import do, field, refused
from recovery.ui.programme.standing import states
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from recovery.period import FinancialYear
    from recovery.sources.register import GivenRegister
    from recovery.ui.gate import Frame
    from recovery.view import View

KINDS: Final = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv")
READ: Final = "register read"
SEEN: Final = "import that was shown"
"""What a press of the button brings in: the preview that stood beside it, not one worked out since."""
NOTE: Final = "The workbook from above with its changes, or a register kept in a workbook of your own."


def bring_in(current: Frame, view: View) -> None:
    """Ask for a file, show what bringing it in would change, and do it."""
    st.html(heading("Bring a register in", NOTE).body)
    why = current.why_not("import register")
    if why:
        st.html(paragraph(why, "rf-notice"))
        return
    dropped = st.file_uploader("Register (workbook or CSV)", type=list(KINDS), key=field("register file"))
    if dropped is None:
        return
    file = DroppedRegister(SourceFile(dropped.name, dropped.getvalue()), view.year)
    given = _read(view, file)
    if questions.ask(file, given.problems):
        st.rerun()
    found = preview(given, states(current, view), programme_of(view.organisation))
    _tell(found)
    pressed = st.button("Bring it in", type="primary", disabled=not found.commands, key=field("bring in"))
    seen = st.session_state.get(SEEN)
    if pressed and seen:
        _do(seen[1] if seen[0] == file.fingerprint else found)
    st.session_state[SEEN] = (file.fingerprint, found)


@dataclass(frozen=True)
class DroppedRegister:
    """The file that was dropped, as questions about it are kept and answered."""

    file: SourceFile
    year: FinancialYear
    month: None = None

    @property
    def fingerprint(self) -> str:
        """Return what the file is known by, whatever it is called."""
        return hashlib.sha256(self.file.content).hexdigest()


def _read(view: View, dropped: DroppedRegister) -> GivenRegister:
    """Read the file once for what was answered, however often the page runs."""
    chosen = questions.options(dropped, questions.given(dropped))
    key = (view.organisation, dropped.file.name, dropped.fingerprint, repr(chosen))
    held = st.session_state.get(READ)
    if not held or held[0] != key:
        with st.spinner("Reading the register…"):
            given = read_for(programme_of(view.organisation), dropped.file, chosen)
        st.session_state[READ] = held = (key, given)
    result: GivenRegister = held[1]
    return result


def _tell(found: ImportPreview) -> None:
    st.html(paragraph(words.preview(found), "rf-notice" if found.is_ready else "rf-notice rf-bad"))
    refused_ones = [(one.ref, one.title, one.why) for one in found.of(Outcome.REFUSED)]
    parts = [
        problem_table(found.problems, Weight.ERROR, "Problems"),
        plain_table("Cannot be brought in", ("Reference", "Scheme", "Why"), refused_ones) if refused_ones else "",
        _new(found),
        _changed(found),
        problem_table(found.problems, Weight.NOTICE, "Worth knowing, not in the way"),
    ]
    for part in filter(None, parts):
        st.html(part)


def _new(found: ImportPreview) -> str:
    rows = [(one.ref, one.title) for one in found.of(Outcome.NEW)]
    return plain_table(f"New schemes ({len(rows)})", ("Reference", "Scheme"), rows) if rows else ""


def _changed(found: ImportPreview) -> str:
    rows = [(f"{one.ref} {one.title}", each.heading, each.before or "–", each.after or "–")
            for one in found.of(Outcome.CHANGED) for each in one.differences]  # fmt: skip
    if not rows:
        return ""
    caption = f"What would change ({len(rows)})"
    table = plain_table(caption, ("Scheme", "What", "Is", "Would be"), rows)
    return f'<details class="rf-more" open><summary>{escape(caption)}</summary>{table}</details>'


def _do(found: ImportPreview) -> None:
    new, changed = len(found.of(Outcome.NEW)), len(found.of(Outcome.CHANGED))
    try:
        with st.spinner("Bringing it in…"):
            done = do(found.commands, lambda _: words.brought_in(new, changed))
    except Conflict:
        refused("Somebody changed one of these schemes in this very moment: nothing was brought in. Look once more.")
        return
    if done:
        for name in (READ, SEEN):
            st.session_state.pop(name, None)
        st.rerun()
