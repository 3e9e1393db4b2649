"""What becomes of a command to a person.  Pure: nothing is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from recovery.errors import UsageError
from recovery.programme.commands import AddPerson, Disable, Enable, EndSessions, Grant, PersonCommand, Revoke
from recovery.programme.configuration import programmes
from recovery.programme.context import Draft, tidied
from recovery.programme.event_kinds import PersonHappened
from recovery.programme.people import EVERYWHERE, Person, Role, address_of
from recovery.programme.roles import ADMINISTRATOR, APPROVER, roles
from recovery.programme.wording import any_of

_ADDRESS: Final = re.compile(r"[^\s\x00-\x1f\x7f@,;<>()\[\]\"]+@[^\s\x00-\x1f\x7f@,;<>()\[\]\"]+")


def decide_person(command: PersonCommand, person: Person | None, people: Mapping[str, Person]) -> list[Draft]:
    """Return what a command makes of a person, nothing where it is so already; a UsageError where it cannot be.

    Whoever is the last administrator for all organisations stays one, so that nobody is locked out.
    """
    email = address_of(command.email)
    if isinstance(command, AddPerson):
        return _added(command, email, person)
    if person is None:
        raise UsageError(f"{email} is not a person that the record knows: add them first.")
    if isinstance(command, Grant):
        role = _role(command, must_be_known=True)
        return [] if role in person.roles else [Draft(PersonHappened.GRANTED, _body(role))]
    if isinstance(command, EndSessions):
        return [Draft(PersonHappened.SESSIONS_ENDED)]
    if isinstance(command, Enable):
        return [Draft(PersonHappened.ENABLED, reason=command.reason)] if person.disabled else []
    return _taken(command, person, people)


def _added(command: AddPerson, email: str, person: Person | None) -> list[Draft]:
    name = " ".join(tidied(command.name).split())
    if not _ADDRESS.fullmatch(email):
        raise UsageError(f"'{command.email}' is not an e-mail address.")
    if person and name in {"", person.name}:
        return []
    return [Draft(PersonHappened.ADDED, {"name": name})]


def _taken(command: Revoke | Disable, person: Person, people: Mapping[str, Person]) -> list[Draft]:
    """Take a role away or shut a person out, unless nobody would be left to give it back."""
    if isinstance(command, Revoke):
        role = _role(command, must_be_known=False)
        after, draft = replace(person, roles=person.roles - {role}), Draft(PersonHappened.REVOKED, _body(role))
    else:
        after, draft = replace(person, disabled=True), Draft(PersonHappened.DISABLED, reason=command.reason)
    if after == person:
        return []
    others = [one for one in people.values() if one.email != person.email]
    if _administers(person) and not any(map(_administers, [*others, after])):
        raise UsageError(f"{person.email} is the only administrator: make another one first.")
    return [draft]


def _administers(person: Person) -> bool:
    return not person.disabled and Role(ADMINISTRATOR, "", EVERYWHERE) in person.roles


def _role(command: Grant | Revoke, *, must_be_known: bool) -> Role:
    """Return the role that is meant; it may be taken away even when no programme knows its approval any more."""
    role = Role(command.role.strip().casefold(), command.approval.strip(), command.organisation.strip() or EVERYWHERE)
    if not must_be_known:
        return role
    if role.name not in roles():
        raise UsageError(f"'{command.role}' is not a role: choose {any_of(roles())}.")
    if role.name != APPROVER and role.approval:
        raise UsageError(f"Only an {APPROVER} is granted an approval by name; {role.name} has none.")
    keys = sorted({one.key for programme in programmes().values() for s in programme.stages for one in s.approvals})
    if role.name == APPROVER and role.approval not in keys:
        raise UsageError(f"Say which approval an {APPROVER} may give: {any_of(keys)}.")
    return role


def _body(role: Role) -> dict[str, str]:
    return {"name": role.name, "approval": role.approval, "organisation": role.organisation}
