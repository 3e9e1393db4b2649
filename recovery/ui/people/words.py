"""People in words: their roles, whether they are let in, and what happened to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from recovery.programme.configuration import programmes
from recovery.programme.event_kinds import PersonHappened
from recovery.programme.people import EVERYWHERE, Role
from recovery.programme.roles import role_words
from recovery.sentences.amounts import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from recovery.programme.people import Person
    from recovery.record import EventEntry

ALL: Final = "all organisations"
_ARTICLES: Final = ("a ", "an ", "the ")
_SAID: Final = {
    PersonHappened.ADDED: "Added",
    PersonHappened.DISABLED: "Switched off, all sessions ended",
    PersonHappened.ENABLED: "Let in again",
    PersonHappened.SESSIONS_ENDED: "All sessions ended",
}


def role_name(role: str) -> str:
    """Return what a role is called at the head of a row: PMO, Scheme lead."""
    said = role_words().get(role, role)
    return capital(next((said.removeprefix(one) for one in _ARTICLES if said.startswith(one)), said))


def approvals() -> dict[str, str]:
    """Return the name of every approval by its key, of every programme."""
    stages = [stage for programme in programmes().values() for stage in programme.stages]
    return {approval.key: approval.name for stage in stages for approval in stage.approvals}


def role_in_words(role: Role) -> str:
    """Return a role with its approval and organisation: Approver of Finance review, 99X."""
    which = f" of {approvals().get(role.approval, role.approval)}" if role.approval else ""
    return f"{role_name(role.name)}{which}, {ALL if role.organisation == EVERYWHERE else role.organisation}"


def in_order(roles: Iterable[Role]) -> list[Role]:
    """Return roles as they are listed: by the order of the roles, then approval, then organisation."""
    order = list(role_words())
    return sorted(roles, key=lambda one: (order.index(one.name), one.approval, one.organisation))


def roles_in_words(person: Person) -> str:
    """Return everything somebody has been granted, or that it is nothing."""
    return "; ".join(map(role_in_words, in_order(person.roles))) or "no role"


def label(person: Person) -> str:
    """Return a person as a picker names them: by name and address."""
    return f"{person.name} ({person.email})" if person.name else person.email


def happened(event: EventEntry) -> str:
    """Return what an event was, in words."""
    if event.kind in {PersonHappened.GRANTED, PersonHappened.REVOKED}:
        done = "Given" if event.kind == PersonHappened.GRANTED else "Taken away"
        return f"{done}: {role_in_words(Role(**json.loads(event.body)))}"
    return _SAID.get(PersonHappened(event.kind), capital(event.kind))


def minute(at: dt.datetime) -> str:
    """Return a moment to the minute, in UTC."""
    return f"{at:%Y-%m-%d %H:%M}"
