"""Which schemes to look at: area, workstream, lead, a text, and only those that want attention; kept in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.rows import text
from recovery.sentences.programme.board import is_overdue, is_stuck

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from recovery.rows import Row

EVERY: Final = {"area": "All areas", "workstream": "All workstreams", "lead": "All leads"}
NOBODY: Final = "(none named)"
ALL: Final = "All schemes"
MINE: Final = "Waits for me"
STUCK: Final = "Stuck or overdue"
ATTENTION: Final = (ALL, MINE, STUCK)


@dataclass(frozen=True)
class Wanted:
    """What was asked for; '' asks for everything."""

    area: str = ""
    workstream: str = ""
    lead: str = ""
    attention: str = ALL
    search: str = ""

    @property
    def narrowed(self) -> bool:
        """Return whether anything is left out."""
        return self != Wanted()

    def fits(self, row: Row, mine: Collection[str]) -> bool:
        """Return whether a scheme is among those asked for."""
        asked = {"area": self.area, "workstream": self.workstream, "lead": self.lead}
        by_name = all(not name or (text(row, column) or NOBODY) == name for column, name in asked.items())
        return by_name and self._attends(row, mine) and self._says(row)

    def _attends(self, row: Row, mine: Collection[str]) -> bool:
        if self.attention == MINE:
            return text(row, "ref") in mine
        return self.attention != STUCK or is_stuck(row) or is_overdue(row)

    def _says(self, row: Row) -> bool:
        whole = " ".join(text(row, column) for column in ("ref", "scheme", "lead", "area", "workstream"))
        return all(word in whole.casefold() for word in self.search.casefold().split())


def ask(rows: Sequence[Row], *, attention: bool = True, prefix: str = "") -> Wanted:
    """Ask which schemes to show; every answer stands in the address under its own name."""
    first, second, third, fourth = st.columns(4)
    chosen = {
        column: _choice(place, column, rows, prefix)
        for place, column in zip((first, second, third), EVERY, strict=True)
    }
    search = fourth.text_input(
        "Find", key=f"{prefix}find", placeholder="Reference, title or name", bind="query-params", max_chars=80
    )
    only = ALL
    if attention:
        only = st.radio("Show", ATTENTION, key=f"{prefix}show", horizontal=True, bind="query-params") or ALL
    return Wanted(**chosen, attention=only, search=search or "")


def _choice(place: st.delta_generator.DeltaGenerator, column: str, rows: Sequence[Row], prefix: str) -> str:
    everything = EVERY[column]
    names = sorted({text(row, column) or NOBODY for row in rows}, key=str.casefold)
    key = f"{prefix}{column}"
    if st.session_state.get(key, everything) not in (everything, *names):
        st.session_state.pop(key)
    label = column.capitalize()
    picked = place.selectbox(label, [everything, *names], key=key, bind="query-params")
    return "" if picked in (everything, None) else str(picked)
