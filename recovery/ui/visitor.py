"""Who has come, looked up on every run: let in, or shown the door."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.errors import RecoveryError
from recovery.programme.commands import EndSessions
from recovery.programme.performing import perform
from recovery.programme.permissions import may
from recovery.ui import arrival, asked_for, claims, door, identity, single_user
from recovery.ui.markup import escape
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recovery.programme.actor import Actor
    from recovery.programme.people import Person
    from recovery.record import Record

NO_ADDRESS: Final = "Your sign-in carries no e-mail address, so it cannot be told who you are."


@dataclass(frozen=True)
class Visitor:
    """Somebody who has been let in: as whom they act, and what the record knows of them."""

    actor: Actor
    person: Person | None

    def sees(self, organisation: str, people: Mapping[str, Person]) -> bool:
        """Return whether the person has a role in an organisation; `people` is everybody whom the record knows."""
        return not may(self.person, self.actor, "view", organisation, people=people)


def come_in(record: Callable[[], Record]) -> Visitor:
    """Return who has come; whoever may see nothing is told so, and the run stops there.

    The record is not so much as opened before somebody has signed in.
    """
    if not identity.signs_in():
        why = single_user.refusal()
        return door.shut(why, single_user.TO_DO) if why else _local(record())
    told = identity.claims()
    return door.sign_in() if told is None else _signed_in(record(), told)


def _signed_in(record: Record, told: Mapping[str, Any]) -> Visitor:
    email = claims.email_of(told)
    if not email:
        door.turned_away(NO_ADDRESS, "Sign in with another account, or ask whoever runs the app.")
    found = arrival.known(record, email)
    why = claims.why_ended(told, found, dt.datetime.now(dt.UTC))
    if why == claims.DISABLED:
        door.turned_away(why, arrival.whom_to_ask(record))
    if why:
        door.ended(why)
    found = arrival.arrive(record, email, told, found)
    if found is None or not found.roles:
        door.turned_away(f"You are signed in as {email}, but have no role here yet.", arrival.whom_to_ask(record))
    return Visitor(identity.signed_in_actor(email, claims.signed_in_at(told) or 0), found)


def _local(record: Record) -> Visitor:
    folk = people_known(record, record.newest_change())
    actor = identity.local_actor(single_user.acting(folk))
    return Visitor(actor, folk.get(actor.name.casefold()))


def people_known(record: Record, change: int) -> Mapping[str, Person]:
    """Return everybody whom the record knows at a change, by e-mail address; read once for each change."""
    known: Mapping[str, Person] = shelf().get(("people", change), lambda: arrival.everybody(record))
    return known


def foot(record: Record, visitor: Visitor, people: Mapping[str, Person]) -> None:
    """Say in the sidebar who is at work, and offer the way out."""
    if not identity.signs_in():
        single_user.foot(people)
        return
    asked_for.take_there()
    name = (visitor.person.name if visitor.person else "") or visitor.actor.name
    with st.sidebar:
        st.html(f'<p class="rf-small">Signed in as <strong>{escape(name)}</strong>.</p>')
        st.button("Sign out", on_click=_sign_out, args=(record, visitor.actor))


def _sign_out(record: Record, actor: Actor) -> None:
    """End every session of the person, so that a copied cookie is worth nothing, and go."""
    try:
        perform(record, EndSessions(actor.name), actor)
    except RecoveryError:
        logging.getLogger("recovery").exception("The sessions of %s could not be ended", actor.name)
    st.session_state.clear()
    st.logout()
