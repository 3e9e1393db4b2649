"""Schemes as they stand, from their events: the newest state of one, and every state it has been in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.programme.as_at import counts
from recovery.programme.folding import states as folded
from recovery.programme.folding import step
from recovery.record import EventEntry, Subject
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState
    from recovery.ui.gate import Frame
    from recovery.view import View


@dataclass(frozen=True)
class Moment:
    """One event of a scheme and how the scheme stood after it."""

    event: EventEntry
    state: SchemeState


@dataclass(frozen=True)
class Life:
    """A scheme from its first event to its newest; never empty."""

    moments: tuple[Moment, ...]

    @property
    def now(self) -> SchemeState:
        """Return how the scheme stands."""
        return self.moments[-1].state

    def at(self, version: int) -> Moment | None:
        """Return one moment by its version, None if there is none."""
        return next((one for one in self.moments if one.event.version == version), None)

    def case(self, version: int) -> Scheme | None:
        """Return the case as a version left it, None if there is no such version."""
        moment = self.at(version)
        return moment.state.scheme if moment else None


def life_of(current: Frame, view: View, ref: str) -> Life | None:
    """Return a scheme's life, None if the record has no scheme of this reference in the year."""
    key = ("life", view.organisation, view.year, ref, current.change)
    found: Life | None = shelf().get(key, lambda: _read(current, view, ref))
    return found


def state_of(current: Frame, view: View, ref: str) -> SchemeState | None:
    """Return how a scheme stands, None if the record does not have it."""
    return current.engine.state(view.organisation, view.year.start, ref)


def states(current: Frame, view: View) -> Mapping[str, SchemeState]:
    """Return every scheme of the year as it stands, by reference."""
    return current.engine.states(view.organisation, view.year.start)


def states_at(current: Frame, view: View, as_at: dt.date | None) -> Mapping[str, SchemeState]:
    """Return every scheme of the year as it stood at the end of a day, or at a moment, by reference; None is now."""
    if as_at is None:
        return states(current, view)
    key = ("states", view.organisation, view.year, as_at, current.change)

    def read() -> Mapping[str, SchemeState]:
        events = current.record.events_of(view.organisation, view.year.start, "scheme")
        return folded(event for event in events if counts(event, as_at))

    found: Mapping[str, SchemeState] = shelf().get(key, read)
    return found


def _read(current: Frame, view: View, ref: str) -> Life | None:
    moments: list[Moment] = []
    for event in current.record.events(Subject(view.organisation, view.year.start, "scheme", ref)):
        moments.append(Moment(event, step(moments[-1].state if moments else None, event)))
    return Life(tuple(moments)) if moments else None
