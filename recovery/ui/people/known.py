"""What the People page is told: every event about people, and the organisations for which roles can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.programme.event_kinds import PERSON
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.record import EventEntry
    from recovery.ui.gate import Frame


def events_of_people(current: Frame) -> Sequence[EventEntry]:
    """Return every event about people, by person and oldest first."""
    events: Sequence[EventEntry] = shelf().get(
        ("events of people", current.change), lambda: current.record.events_of("", 0, PERSON)
    )
    return events


def organisations_known(current: Frame) -> Mapping[str, str]:
    """Return the name of every organisation of which anything is loaded or kept, by its code."""
    loaded = {str(row[0]): str(row[1] or row[0]) for row in current.engine.ask("periods_loaded")}
    kept = {organisation: organisation for organisation, _ in current.record.programmes()}
    return dict(sorted((kept | loaded).items()))
