"""A record of events in memory, with the semantics of the real one, for tests that ask much of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import TypeVar

from recovery.errors import Conflict
from recovery.record import Event, EventEntry, Subject

Result = TypeVar("Result")
GIVEN = tuple(one.name for one in fields(Event))


class MemoryWriting:
    """One write: sees what the record holds, and what it has appended itself."""

    def __init__(self, held: Sequence[EventEntry], change: int, by: str, via: str) -> None:
        self.held = list(held)
        self.change, self.by, self.via = change, by, via
        self.at = dt.datetime.now(dt.UTC)

    def events(self, subject: Subject) -> list[EventEntry]:
        return [entry for entry in self.held if entry.subject == subject]

    def events_of(self, organisation: str, year: int, kind: str) -> list[EventEntry]:
        found = [
            entry
            for entry in self.held
            if (entry.subject.organisation, entry.subject.year, entry.subject.kind) == (organisation, year, kind)
        ]
        return sorted(found, key=lambda entry: (entry.subject.key, entry.version))

    def append(self, events: Sequence[Event]) -> None:
        for event in events:
            before = self.events(event.subject)
            newest = before[-1].version if before else 0
            if event.version <= newest:
                raise Conflict("taken", key=event.subject.key, seen=event.version - 1, newest=newest)
            assert event.version == newest + 1
            assert not before or event.effective_on >= before[-1].effective_on
            given = {name: getattr(event, name) for name in GIVEN}
            self.held.append(EventEntry(**given, change=self.change, at=self.at, by=self.by, via=self.via))


class MemoryRecord:
    """The record: every event ever appended."""

    def __init__(self) -> None:
        self.entries: list[EventEntry] = []
        self.change = 0

    def write(self, work: Callable[[MemoryWriting], Result], *, by: str, via: str) -> tuple[Result, int]:
        writing = MemoryWriting(self.entries, self.change + 1, by, via)
        result = work(writing)
        if len(writing.held) > len(self.entries):
            self.entries = writing.held
            self.change += 1
        return result, self.change

    def events(self, subject: Subject) -> list[EventEntry]:
        return MemoryWriting(self.entries, 0, "", "").events(subject)

    def events_of(self, organisation: str, year: int, kind: str) -> list[EventEntry]:
        return MemoryWriting(self.entries, 0, "", "").events_of(organisation, year, kind)
