"""One write as it goes on: what stands in the record, and what the commands so far have added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Final

from recovery.errors import NotAllowed, UsageError
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.configuration import RequiredApproval
from recovery.programme.event_kinds import PERSON, SCHEME
from recovery.programme.people import Person, address_of, people
from recovery.programme.permissions import may
from recovery.programme.state import SchemeState
from recovery.programme.wording import day
from recovery.programme.working_day import today, working_day
from recovery.record import Event, EventEntry, Subject, Writing

_GIVEN: Final = tuple(one.name for one in fields(Event))


class Transaction:
    """What commands of one write read from and add to; the record itself is written at its end.

    `pending` are the events so far, `versions` the newest version of everything that a command was about.
    """

    def __init__(  # noqa: PLR0913 - what a write is about
        self,
        writing: Writing,
        actor: Actor,
        organisation: str,
        year: FinancialYear | None,
        on: dt.date | None,
        *,
        illustrative: bool,
    ) -> None:
        self._writing = writing
        self.actor, self.organisation, self.illustrative = actor, organisation.strip(), illustrative
        self._year, self._on = year, on
        self.pending: list[Event] = []
        self.versions: dict[str, int] = {}
        self._entries: dict[Subject, list[EventEntry]] = {}
        self._people: Mapping[str, Person] | None = None
        self._day: dt.date | None = None
        self._refs: set[str] | None = None

    @property
    def by(self) -> str:
        """Return whoever acts as the record names them: an address in lower case."""
        return acting_name(self.actor)

    @property
    def year(self) -> FinancialYear:
        """Return the programme's year; a UsageError where none was given."""
        if self._year is None or not self.organisation:
            raise UsageError("Say which organisation's programme and which year it is about.")
        return self._year

    def people(self) -> Mapping[str, Person]:
        """Return everyone whom the record knows, with what this write has done to them."""
        if self._people is None:
            found = self._writing.events_of("", 0, PERSON)
            added = [self._as_entry(event) for event in self.pending if event.subject.kind == PERSON]
            self._people = people([*found, *added])
        return self._people

    def person(self) -> Person | None:
        """Return what the record knows of whoever acts, None where it knows nothing."""
        return self.people().get(address_of(self.actor.name))

    def must_be_allowed(
        self,
        permission: str,
        organisation: str,
        *,
        state: SchemeState | None = None,
        approval: RequiredApproval | None = None,
    ) -> None:
        """Raise a NotAllowed that says who may, where whoever acts may not."""
        reason = may(
            self.person(),
            self.actor,
            permission,
            organisation,
            state=state,
            approval=approval,
            people=self.people(),
        )
        if reason:
            raise NotAllowed(reason)

    def entries(self, subject: Subject) -> Sequence[EventEntry]:
        """Return what happened to a subject, oldest first, with what this write has added."""
        if subject not in self._entries:
            self._entries[subject] = self._writing.events(subject)
        return self._entries[subject]

    def every(self, kind: str, year: int) -> list[EventEntry]:
        """Return every event of the organisation's subjects of a kind and year, with what this write has added."""
        held = self._writing.events_of(self.organisation, year, kind)
        about = Subject(self.organisation, year, kind, "")
        added = [event for event in self.pending if replace(event.subject, key="") == about]
        return [*held, *map(self._as_entry, added)]

    def refs(self) -> set[str]:
        """Return the references of every scheme of the programme, with those that this write has begun."""
        if self._refs is None:
            held = self._writing.events_of(self.organisation, self.year.start, SCHEME)
            self._refs = {entry.subject.key for entry in held}
        return self._refs | {event.subject.key for event in self.pending if event.subject.kind == SCHEME}

    def holds_from(self, newest: dt.date | None, *, of_year: bool) -> dt.date:
        """Return the day from which what is decided now holds: the day given, else today or the working day.

        A UsageError where the given day is ahead of today or before `newest`, the subject's newest event.
        """
        if self._on is None:
            usual = self._working_day() if of_year else today()
            return max(usual, newest) if newest else usual
        if self._on > today():
            raise UsageError(f"{day(self._on)} is still to come: nothing can hold from a later day than today.")
        if newest and self._on < newest:
            raise UsageError(f"{day(self._on)} is before what was last recorded here, which holds from {day(newest)}.")
        return self._on

    def add(self, subject: Subject, name: str, events: Sequence[Event]) -> None:
        """Take events of a subject in; later commands of this write see them."""
        held = self._entries.setdefault(subject, [*self.entries(subject)])
        held.extend(map(self._as_entry, events))
        self.pending.extend(events)
        self.versions[name] = held[-1].version if held else 0
        if subject.kind == PERSON and events:
            self._people = None

    def _working_day(self) -> dt.date:
        """Return the programme's day; only a year long past needs to be looked through for it."""
        if self._day is None:
            now = today()
            self._day = working_day(self.year, now, None)
            if self._day != now:
                held = self._writing.events_of(self.organisation, self.year.start, SCHEME)
                newest = max((entry.effective_on for entry in held), default=None)
                self._day = working_day(self.year, now, newest)
        return self._day

    def _as_entry(self, event: Event) -> EventEntry:
        """Return an event as it will stand in the record, but for its change and moment, which the record gives."""
        given = {name: getattr(event, name) for name in _GIVEN}
        now = dt.datetime.now(dt.UTC)
        return EventEntry(**given, change=0, at=now, by=self.by, via=self.actor.via)


def acting_name(actor: Actor) -> str:
    """Return the name under which the record keeps what somebody does."""
    return address_of(actor.name) if "@" in actor.name else actor.name.strip()
