"""Reading events: one subject's, all of a kind, all of some changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from recovery.record import schema
from recovery.record.entries import EventEntry, Subject

if TYPE_CHECKING:
    import datetime as dt

    Newest = tuple[int, dt.date | None]
    """A subject's newest version and the day it holds from; 0 and None before its first event."""

event = schema.event
_ENTRY: Final = sa.select(event, schema.change.c.at, schema.change.c.by).join(schema.change)
_SAME: Final = ("version", "kind", "effective_on", "reason", "body", "illustrative", "change", "at", "by", "via")


def of_subject(connection: sa.Connection, subject: Subject) -> list[EventEntry]:
    """Return what happened to one subject, oldest first."""
    return _entries(connection, _is(subject), event.c.version)


def of_kind(connection: sa.Connection, organisation: str, year: int, kind: str) -> list[EventEntry]:
    """Return what happened to every subject of a kind, by key, then oldest first."""
    found = _entries(
        connection,
        sa.and_(event.c.organisation == organisation, event.c.year == year, event.c.subject_kind == kind),
        event.c.version,
    )
    return sorted(found, key=by_key)


def by_key(entry: EventEntry) -> tuple[str, int]:
    """Return what events of a kind are put in order by: in Python, because databases differ in how they sort text."""
    return entry.subject.key, entry.version


def of_changes(connection: sa.Connection, after: int, last: int) -> list[EventEntry]:
    """Return the events of the changes after one and up to another, in the order in which they came."""
    return _entries(connection, sa.and_(event.c.change > after, event.c.change <= last), event.c.change, event.c.number)


def newest(connection: sa.Connection, subject: Subject) -> Newest:
    """Return the version of a subject's newest event and the day it holds from."""
    query = sa.select(event.c.version, event.c.effective_on).where(_is(subject)).order_by(event.c.version.desc())
    found = connection.execute(query.limit(1)).first()
    return (found.version, found.effective_on) if found else (0, None)


def programmes(connection: sa.Connection) -> list[tuple[str, int]]:
    """Return the organisations and years that have events of schemes, in order."""
    query = sa.select(event.c.organisation, event.c.year).where(event.c.subject_kind == "scheme").distinct()
    return sorted((row.organisation, row.year) for row in connection.execute(query))


def _is(subject: Subject) -> sa.ColumnElement[bool]:
    return sa.and_(
        event.c.organisation == subject.organisation,
        event.c.year == subject.year,
        event.c.subject_kind == subject.kind,
        event.c.subject_key == subject.key,
    )


def _entries(
    connection: sa.Connection, condition: sa.ColumnElement[bool], *order: sa.ColumnElement[int]
) -> list[EventEntry]:
    rows = connection.execute(_ENTRY.where(condition).order_by(*order)).mappings()
    return [_entry(row) for row in rows]


def _entry(row: sa.RowMapping) -> EventEntry:
    subject = Subject(row["organisation"], row["year"], row["subject_kind"], row["subject_key"])
    return EventEntry(subject=subject, **{name: row[name] for name in _SAME})
