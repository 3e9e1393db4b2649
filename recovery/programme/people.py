"""People as the record knows them: who they are, what they have been granted, whether they are let in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from recovery.programme.event_kinds import PersonHappened
from recovery.record import EventEntry

EVERYWHERE = "*"
"""The organisation of a role that holds for all of them."""


@dataclass(frozen=True)
class Role:
    """A role for one organisation or for all; an approver's names the approval that it is for, others have ''."""

    name: str
    approval: str
    organisation: str

    def holds_for(self, organisation: str) -> bool:
        """Return whether the role holds for an organisation ('' asks for what belongs to none)."""
        return self.organisation in {EVERYWHERE, organisation}


@dataclass(frozen=True)
class Person:
    """A person after their newest event; sessions that began before `sessions_valid_after` have ended."""

    email: str
    name: str
    roles: frozenset[Role]
    disabled: bool
    sessions_valid_after: dt.datetime | None
    version: int


def address_of(email: str) -> str:
    """Return an e-mail address as people are known by it: without spaces around it, in lower case."""
    return email.strip().lower()


def person(events: Iterable[EventEntry]) -> Person | None:
    """Return the person whose events these are, oldest first; None where there are none."""
    found: Person | None = None
    for event in events:
        found = _step(found, event)
    return found


def people(events: Iterable[EventEntry]) -> dict[str, Person]:
    """Return every person by e-mail address; each one's events come oldest first."""
    found: dict[str, Person] = {}
    for event in events:
        found[event.subject.key] = _step(found.get(event.subject.key), event)
    return found


def _step(before: Person | None, event: EventEntry) -> Person:
    known = before or Person(event.subject.key, "", frozenset(), disabled=False, sessions_valid_after=None, version=0)
    body = json.loads(event.body)
    changed = replace(known, version=event.version)
    match event.kind:
        case PersonHappened.ADDED:
            return replace(changed, name=body["name"])
        case PersonHappened.GRANTED:
            return replace(changed, roles=known.roles | {Role(**body)})
        case PersonHappened.REVOKED:
            return replace(changed, roles=known.roles - {Role(**body)})
        case PersonHappened.DISABLED:
            return replace(changed, disabled=True, sessions_valid_after=event.at)
        case PersonHappened.ENABLED:
            return replace(changed, disabled=False)
        case _:
            return replace(changed, sessions_valid_after=event.at)
