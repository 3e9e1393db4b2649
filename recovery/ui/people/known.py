"""What the People page is told: the people and what was decided about them, as far as its reader administers them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from recovery.programme.event_kinds import PERSON, PersonHappened
from recovery.programme.people import EVERYWHERE, Role
from recovery.sentences.amounts import capital
from recovery.ui.people.words import ALL
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.programme.people import Person
    from recovery.record import EventEntry
    from recovery.ui.gate import Frame

SEE: Final = "see people"
MANAGE: Final = "manage people"


@dataclass(frozen=True)
class Known:
    """People by e-mail address, every event about them by person and oldest first, and where roles can be given.

    `organisations` has the names by code, '*' for all of them; `whole` says that the reader administers everybody.
    """

    people: Mapping[str, Person]
    events: Sequence[EventEntry]
    organisations: Mapping[str, str]
    whole: bool


def known(current: Frame) -> Known:
    """Return what the reader administers: everything, or what concerns the organisations that they administer."""
    events = shelf().get(("events of people", current.change), lambda: current.record.events_of("", 0, PERSON))
    names = _organisations(current)
    manages = {code: name for code, name in names.items() if not current.why_not(MANAGE, organisation=code)}
    if not current.why_not(SEE, organisation=""):
        return Known(current.people, events, {EVERYWHERE: capital(ALL), **manages}, whole=True)
    seen = {code for code in names if not current.why_not(SEE, organisation=code)}
    people = {email: one for email, one in current.people.items() if not one.roles or _within(one.roles, seen)}
    return Known(
        {email: replace(one, roles=frozenset(_within(one.roles, seen))) for email, one in people.items()},
        [event for event in events if event.subject.key in people and _concerns(event, seen)],
        manages,
        whole=False,
    )


def _within(roles: frozenset[Role], organisations: set[str]) -> list[Role]:
    return [role for role in roles if any(role.holds_for(code) for code in organisations)]


def _concerns(event: EventEntry, organisations: set[str]) -> bool:
    """Return whether an event is about none but these organisations: every one that is not about a role of another."""
    if event.kind not in {PersonHappened.GRANTED, PersonHappened.REVOKED}:
        return True
    return bool(_within(frozenset({Role(**json.loads(event.body))}), organisations))


def _organisations(current: Frame) -> Mapping[str, str]:
    """Return the name of every organisation of which anything is loaded or kept, by its code."""
    loaded = {str(row[0]): str(row[1] or row[0]) for row in current.engine.ask("periods_loaded")}
    kept = {organisation: organisation for organisation, _ in current.record.programmes()}
    return dict(sorted((kept | loaded).items()))
