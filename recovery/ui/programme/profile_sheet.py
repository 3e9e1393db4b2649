"""The bulk grid's own state: cases as they were opened, what was altered in any of their lines, kept until saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.programme.commands import EditScheme
from recovery.ui.programme.profile_edits import Cells, Line, Overlap, altered, overlaps, rows

if TYPE_CHECKING:
    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState
    from recovery.view import View

KEPT: Final = "profiles being edited"
Wanted = dict[str, Cells]


@dataclass
class Sheet:
    """What is open in the grid; `start` are its rows as last laid out, which a grid must be given again unchanged."""

    place: tuple[str, int]
    opened: dict[str, SchemeState]
    wanted: dict[Line, Wanted] = field(default_factory=dict)
    shown: tuple[Line, tuple[str, ...]] | None = None
    start: list[dict[str, Any]] = field(default_factory=list)
    number: int = 0

    @property
    def refs(self) -> list[str]:
        """Return the schemes that anything was altered of."""
        return sorted({ref for wanted in self.wanted.values() for ref in wanted})

    def lay_out(self, line: Line, refs: Sequence[str]) -> list[dict[str, Any]]:
        """Return the grid's rows for these schemes and this line, what is altered already in place."""
        if self.shown != (line, tuple(refs)):
            self.shown, self.number = (line, tuple(refs)), self.number + 1
            held = self.wanted.get(line, {})
            self.start = rows([line.put(self.opened[ref].scheme, held.get(ref, {})) for ref in refs], line)
        return self.start

    def take(self, line: Line, refs: Sequence[str], edited: Sequence[Mapping[str, Any]]) -> None:
        """Keep what the grid now holds of these schemes."""
        kept = {ref: cells for ref, cells in self.wanted.get(line, {}).items() if ref not in set(refs)}
        self.wanted[line] = kept | altered([self.opened[ref].scheme for ref in refs], line, edited)

    def clashes(self, now: Mapping[str, SchemeState]) -> dict[Line, list[Overlap]]:
        """Return, by line, the cells that somebody else has altered as well since this was opened."""
        cases = {ref: state.scheme for ref, state in self.opened.items()}
        found = {line: overlaps(cases, now, line, wanted) for line, wanted in self.wanted.items()}
        return {line: held for line, held in found.items() if held}

    def case(self, ref: str, now: Mapping[str, SchemeState], theirs: set[str]) -> Scheme:
        """Return a scheme's newest case with what was altered; where `theirs` holds it, not the cells they altered."""
        case, opened = now[ref].scheme, self.opened[ref].scheme
        for line, wanted in self.wanted.items():
            was, left = line.of(opened), line.of(now[ref].scheme)
            cells = wanted.get(ref, {})
            kept = {month: value for month, value in cells.items()
                    if ref not in theirs or was[month - 1] == left[month - 1]}  # fmt: skip
            case = line.put(case, kept)
        return case

    def commands(self, now: Mapping[str, SchemeState], theirs: set[str], reason: str) -> list[EditScheme]:
        """Return one edit for each scheme that is altered, on top of its newest case."""
        cases = {ref: self.case(ref, now, theirs) for ref in self.refs}
        return [EditScheme(ref, case, now[ref].case_version, reason) for ref, case in cases.items()
                if case != now[ref].scheme]  # fmt: skip


def open_sheet(view: View, states: Mapping[str, SchemeState]) -> Sheet:
    """Return the sheet of an organisation and year; schemes stay as they were opened while anything is altered."""
    place = (view.organisation, view.year.start)
    held: Sheet | None = st.session_state.get(KEPT)
    if held is None or held.place != place:
        held = Sheet(place, dict(states))
        st.session_state[KEPT] = held
    elif not held.refs and held.opened != dict(states):
        held.opened, held.shown = dict(states), None
    return held


def close() -> None:
    """Forget what was altered; the next run opens the cases as they stand."""
    st.session_state.pop(KEPT, None)
