"""Somebody's first sign-in: the record comes to know them, with the roles that the settings give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from recovery.errors import RecoveryError
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson
from recovery.programme.people import people, person
from recovery.programme.performing import perform_all
from recovery.record import Subject
from recovery.settings import settings
from recovery.ui.claims import ADMINISTRATOR, name_of, parts, roles_given

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.people import Person
    from recovery.record import Record

DOOR: Final = Actor("sign-in", "sign-in", trusted=True)
"""Who lets the record know a person at their first sign-in: the app itself, as the settings say."""


def known(record: Record, email: str) -> Person | None:
    """Return what the record knows of a person, looked up now."""
    return person(record.events(Subject("", 0, "person", email)))


def everybody(record: Record) -> Mapping[str, Person]:
    """Return everybody whom the record knows, by e-mail address."""
    return people(record.events_of("", 0, "person"))


def arrive(record: Record, email: str, claims: Mapping[str, Any], found: Person | None) -> Person | None:
    """Return the person, whom the record comes to know where the settings say so; None where they do not.

    Roles are given once, as long as nobody has decided anything about the person.
    """
    grants = roles_given(email, claims) if found is None or found.version == 1 else []
    if (found and not grants) or (found is None and not grants and settings().roles_by_claim):
        return found
    added = [] if found else [AddPerson(email, name_of(claims))]
    try:
        perform_all(record, [*added, *grants], DOOR)
    except RecoveryError:  # the same person's other window was first
        now = known(record, email)
        if now is None or now == found:
            raise
        return now
    return known(record, email)


def whom_to_ask(record: Record) -> str:
    """Return in one sentence who can give roles."""
    folk = [one for one in everybody(record).values() if not one.disabled]
    able = {one.email for one in folk if any(role.name == ADMINISTRATOR for role in one.roles)}
    names = sorted(able | set(parts(settings().administrators)))
    return f"Ask an administrator: {', '.join(names)}." if names else "Ask whoever runs the app."
