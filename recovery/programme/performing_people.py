"""Doing a command to a person."""

from __future__ import annotations

from recovery.errors import NotAllowed
from recovery.programme.commands import EndSessions, Grant, PersonCommand, Revoke
from recovery.programme.context import events_from
from recovery.programme.deciding_people import decide_person
from recovery.programme.event_kinds import PERSON
from recovery.programme.people import address_of
from recovery.programme.transaction import Transaction
from recovery.record import Subject


def change_person(command: PersonCommand, transaction: Transaction) -> None:
    """Take the events of a person command into a write; anybody may end their own sessions."""
    email = address_of(command.email)
    if not (isinstance(command, EndSessions) and _is_own(email, transaction)):
        organisation = command.organisation.strip() if isinstance(command, Grant | Revoke) else ""
        transaction.must_be_allowed(command.permission, organisation)
    subject = Subject("", 0, PERSON, email)
    held = transaction.entries(subject)
    on = transaction.holds_from(held[-1].effective_on if held else None, of_year=False)
    drafts = decide_person(command, transaction.people().get(email), transaction.people())
    events = events_from(drafts, subject, len(held), on=on, illustrative=transaction.illustrative)
    transaction.add(subject, email, events)


def _is_own(email: str, transaction: Transaction) -> bool:
    """Return whether somebody ends their own sessions, which they may however little else they may."""
    person = transaction.person()
    if person is None or person.email != email:
        return False
    if person.disabled:
        raise NotAllowed(f"{email} has been disabled: there are no sessions left to end.")
    return True
