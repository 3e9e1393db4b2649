"""The state of the grid that edits the map: as it was opened, what was put elsewhere, what others did meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.measures.figures import figure
from recovery.money import THOUSAND, rounded
from recovery.names import name_key
from recovery.rows import amount, number, text
from recovery.savings.triangulation.area_map import SIDES
from recovery.savings.triangulation.changing import Thing, entries_of, map_commands
from recovery.savings.triangulation.held_map import confirmed_map, versions
from recovery.sentences.amounts import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.programme.commands import Judge, TakeBack
    from recovery.rows import Row
    from recovery.savings.triangulation.area_map import MapEntry
    from recovery.ui.gate import Frame
    from recovery.view import View

KEPT: Final = "map being edited"
SIDE, NAME, SAVING, AREA = "What it is", "Name", "Saving, £'000", "Area"
_SIDES: Final = {called: side for side, called in SIDES.items()}


@dataclass(frozen=True)
class MapNow:
    """The map as it stands: every thing with its area ('' for none), what is kept of it, and the rows of the grid."""

    places: Mapping[Thing, str]
    kept: Sequence[MapEntry]
    versions: Mapping[str, int]
    rows: Sequence[Mapping[str, Any]]

    @property
    def is_confirmed(self) -> bool:
        """Return whether people have decided it."""
        return bool(self.kept)


def map_now(current: Frame, view: View) -> MapNow:
    """Return the map as the record has it now, or as names propose it."""
    found = figure("triangulation-map", current.engine, view).records()
    places = {(_SIDES[text(row, "side")], text(row, "item")): text(row, "area") for row in found}
    return MapNow(
        places, confirmed_map(current.engine, view).entries, versions(current.engine, view), list(map(_row, found))
    )


def _row(row: Row) -> dict[str, Any]:
    saving = None if number(row, "saving") is None else int(rounded(amount(row, "saving") / THOUSAND))
    name = f"{text(row, 'item')} {text(row, 'about')}".strip()
    return {NAME: name, AREA: text(row, "area"), SIDE: capital(text(row, "side")), SAVING: saving}


@dataclass
class Sheet:
    """What is open in the grid, of one organisation and year; `wanted` is what has been put elsewhere."""

    place: tuple[str, int]
    opened: MapNow
    number: int
    wanted: dict[Thing, str] = field(default_factory=dict)

    @property
    def grid(self) -> str:
        """Return the key of the grid that shows it."""
        return f"map {self.number}"

    @property
    def is_in_use(self) -> bool:
        """Return whether anything is put elsewhere, or has been typed since the run before."""
        return bool(self.wanted or st.session_state.get(self.grid, {}).get("edited_rows"))

    def take(self, edited: Sequence[Mapping[str, Any]]) -> None:
        """Keep what the grid now holds."""
        cells = zip(self.opened.places.items(), edited, strict=True)
        typed = {thing: (was, " ".join(str(row[AREA] or "").split())) for (thing, was), row in cells}
        self.wanted = {thing: area for thing, (was, area) in typed.items() if name_key(area) != name_key(was)}

    def clashes(self, now: MapNow) -> list[tuple[Thing, str, str, str]]:
        """Return what somebody else has put elsewhere as well: the thing, where it was, theirs, mine."""
        return [
            (thing, self.opened.places[thing], now.places[thing], mine)
            for thing, mine in self.wanted.items()
            if thing in now.places and now.places[thing] not in (self.opened.places[thing], mine)
        ]

    def commands(self, now: MapNow, *, theirs: bool, reason: str) -> list[Judge | TakeBack]:
        """Return what brings my changes into the map as it is now; `theirs` gives way where both changed a thing."""
        given_up = {thing for thing, *_ in self.clashes(now)} if theirs else set()
        mine = {thing: area for thing, area in self.wanted.items() if thing in now.places and thing not in given_up}
        wanted = entries_of({**now.places, **mine}, [entry.area for entry in now.kept])
        return map_commands(now.kept, now.versions, wanted, reason)


def open_sheet(view: View, now: MapNow) -> Sheet:
    """Return the sheet of an organisation and year; it stays as it was opened while it is in use."""
    place = (view.organisation, view.year.start)
    held: Sheet | None = st.session_state.get(KEPT)
    if held is None or held.place != place or (held.opened != now and not held.is_in_use):
        held = Sheet(place, now, (held.number if held else 0) + 1)
        st.session_state[KEPT] = held
    return held


def close() -> None:
    """Forget what was put elsewhere; the next run opens the map as it stands."""
    held: Sheet | None = st.session_state.get(KEPT)
    if held:
        held.wanted = {}
        held.place = ("", 0)
