"""What can be read and appended inside one write transaction, where nobody else writes meanwhile."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from recovery.errors import Conflict, RecordError
from recovery.record import changes, reading_events, schema
from recovery.record import digest as chain
from recovery.record.entries import EventEntry
from recovery.record.event_rows import event_row, refuse_unsound

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import sqlalchemy as sa

    from recovery.record.entries import Event, Subject
    from recovery.record.reading_events import Newest


class Writing:
    """One write transaction: what it reads stays true until it ends, and all that it appends is one change."""

    def __init__(self, connection: sa.Connection, *, by: str, via: str) -> None:
        self._connection = connection
        self._by, self._via = by, via
        self._place = changes.next_place(connection)
        self._appended: list[EventEntry] = []
        self._by_subject: dict[Subject, list[EventEntry]] = defaultdict(list)

    def events(self, subject: Subject) -> list[EventEntry]:
        """Return what happened to a subject, oldest first, with what was appended here."""
        return reading_events.of_subject(self._connection, subject) + self._by_subject.get(subject, [])

    def events_of(self, organisation: str, year: int, kind: str) -> list[EventEntry]:
        """Return what happened to every subject of a kind, by key then version, with what was appended here."""
        found = reading_events.of_kind(self._connection, organisation, year, kind)
        for subject, appended in self._by_subject.items():
            if (subject.organisation, subject.year, subject.kind) == (organisation, year, kind):
                found += appended
        return sorted(found, key=reading_events.by_key)

    def append(self, events: Sequence[Event]) -> None:
        """Append events, each the next version of its subject: all of them or, where this raises, none of them.

        A Conflict, with key and newest version, where a version is taken; a RecordError where one would be left out,
        where an event would hold from before the one before it, or where its body is not JSON.
        """
        newest: dict[Subject, Newest] = {}
        for event in events:
            refuse_unsound(event)
            before = newest.get(event.subject) or self._newest(event.subject)
            _refuse_out_of_turn(event, *before)
            newest[event.subject] = (event.version, event.effective_on)
        for event in events:
            entry = self._entry(event)
            self._appended.append(entry)
            self._by_subject[event.subject].append(entry)

    @property
    def appended(self) -> int:
        """How many events were appended here."""
        return len(self._appended)

    def finish(self) -> int:
        """Write what was appended under one change and return the newest change; whoever opened the write does this."""
        if not self._appended:
            return self._place.number - 1
        rows = [event_row(number, entry) for number, entry in enumerate(self._appended)]
        changes.add(self._connection, self._place, by=self._by, kind="event", content=[(chain.EVENT, rows)])
        self._connection.execute(schema.event.insert(), rows)
        return self._place.number

    def _newest(self, subject: Subject) -> Newest:
        appended = self._by_subject.get(subject)
        if appended:
            return appended[-1].version, appended[-1].effective_on
        return reading_events.newest(self._connection, subject)

    def _entry(self, event: Event) -> EventEntry:
        return EventEntry(
            subject=event.subject,
            version=event.version,
            kind=event.kind,
            effective_on=event.effective_on,
            reason=event.reason,
            body=event.body,
            illustrative=event.illustrative,
            change=self._place.number,
            at=self._place.at,
            by=self._by,
            via=self._via,
        )


def _refuse_out_of_turn(event: Event, newest: int, since: dt.date | None) -> None:
    name = event.subject.key or event.subject.kind
    if event.version <= newest:
        raise Conflict(
            f"{name} has been changed since it was looked at: it is at version {newest} now. Nothing was written.",
            key=event.subject.key,
            seen=event.version - 1,
            newest=newest,
        )
    if event.version > newest + 1:
        raise RecordError(f"Version {event.version} of {name} cannot follow version {newest}: one would be left out.")
    if since and event.effective_on < since:
        raise RecordError(f"{name} cannot change from {event.effective_on}: its newest change holds from {since}.")
