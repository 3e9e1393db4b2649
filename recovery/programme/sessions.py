"""Whether somebody is let in at all, whatever their roles: not disabled, and in a session that has not ended."""

from __future__ import annotations

import time
from typing import Final

from recovery.programme.actor import Actor
from recovery.programme.people import Person

LONGEST_SECONDS: Final = 12 * 60 * 60
"""How long a session lasts at most."""


def shut_out(person: Person, actor: Actor) -> str:
    """Return why a person is not let in, '' if they are.

    Sessions that began before the person's `sessions_valid_after`, or that have lasted too long, have ended; so has
    one of which nobody can say when it began, once there is such a moment.  Where the machine is trusted there may be
    no session to end.
    """
    if person.disabled:
        return f"{person.email} has been disabled: ask an administrator."
    return f"The session of {person.email} has ended: sign in again." if _ended(person, actor) else ""


def _ended(person: Person, actor: Actor) -> bool:
    began, valid_after = actor.signed_in_at, person.sessions_valid_after
    if began is None:
        return valid_after is not None and not actor.trusted
    if time.time() - began > LONGEST_SECONDS:
        return True
    return valid_after is not None and began < valid_after.timestamp()
