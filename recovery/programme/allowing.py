"""The permission for what is no command of the programme, asked inside whatever write it is: a load of workbooks."""

from __future__ import annotations

from collections.abc import Callable

from recovery.errors import NotAllowed
from recovery.programme.actor import Actor
from recovery.programme.event_kinds import PERSON
from recovery.programme.people import address_of, people
from recovery.programme.permissions import may
from recovery.record import Writing

PUBLISH = "publish"
"""The permission to load workbooks."""


def allowed(actor: Actor, permission: str, organisation: str) -> Callable[[Writing], None]:
    """Return what looks the actor up in a write and raises a NotAllowed that says who may, where they may not."""

    def look(writing: Writing) -> None:
        known = people(writing.events_of("", 0, PERSON))
        reason = may(known.get(address_of(actor.name)), actor, permission, organisation, people=known)
        if reason:
            raise NotAllowed(reason)

    return look
