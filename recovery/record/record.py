"""The record itself: append-only, and the truth."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from recovery.errors import RecordError
from recovery.record import appending, reading, reading_events, verifying
from recovery.record import connection as database
from recovery.record.entries import Changes
from recovery.record.migrations import bring_up_to_date
from recovery.record.preparing import prepare
from recovery.record.schema import submission
from recovery.record.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa

    from recovery.period import FinancialYear
    from recovery.record.entries import EventEntry, Heading, Load, LoadEntry, Receipt, Subject, Submission
    from recovery.sources.workbook import SourceFile

Result = TypeVar("Result")


class Record:
    """A record, by the path of its SQLite file or by a database URL; it is made where there is none."""

    def __init__(self, url_or_path: str) -> None:
        self._engine = database.connect(database.address(url_or_path))
        bring_up_to_date(self._engine)
        self._queue = threading.Lock()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def append(self, load: Load, *, allowed: Callable[[Writing], None] | None = None) -> Receipt:
        """Add a load: all of it or, whatever happens, none of it.

        `allowed` looks at the record inside the same transaction, before anything is written, and raises to refuse.
        """
        prepared = prepare(load)

        def work(connection: sa.Connection) -> Receipt:
            if allowed:
                writing = Writing(connection, by=load.loaded_by, via="")
                allowed(writing)
                if writing.appended:
                    raise RecordError("A load and events are two changes: write the events by themselves.")
            return appending.append(connection, prepared)

        return self._write(work)

    def write(self, work: Callable[[Writing], Result], *, by: str, via: str) -> tuple[Result, int]:
        """Do the work in one write transaction and return what it returns, and the newest change afterwards.

        What it appends is one change, or no change where it appends nothing.  Whatever it raises, nothing is written.
        Nobody else writes meanwhile; where the database asks for it, the work runs again from the beginning.
        """

        def whole(connection: sa.Connection) -> tuple[Result, int]:
            writing = Writing(connection, by=by, via=via)
            result = work(writing)
            return result, writing.finish()

        return self._write(whole)

    def events(self, subject: Subject) -> list[EventEntry]:
        """Return what happened to a subject, oldest first."""
        with database.reading(self._engine) as connection:
            return reading_events.of_subject(connection, subject)

    def events_of(self, organisation: str, year: int, kind: str) -> list[EventEntry]:
        """Return what happened to every subject of a kind in an organisation's year, by key then version."""
        with database.reading(self._engine) as connection:
            return reading_events.of_kind(connection, organisation, year, kind)

    def programmes(self) -> list[tuple[str, int]]:
        """Return the organisations, and the years by the year in which they begin, that keep schemes in the record."""
        with database.reading(self._engine) as connection:
            return reading_events.programmes(connection)

    def newest_change(self) -> int:
        """Return the number of the newest change, 0 for an empty record."""
        with database.reading(self._engine) as connection:
            return reading.newest_change(connection)

    def submissions_since(self, change: int) -> list[Submission]:
        """Return the submissions of every change after `change`, in the order in which they came."""
        with database.reading(self._engine) as connection:
            return reading.submissions(connection, submission.c.change > change)

    def next_changes(self, change: int, most_rows: int) -> Changes:
        """Return what the next changes brought, up to so many rows or events but at least one change."""
        with database.reading(self._engine) as connection:
            last = reading.last_within(connection, change, most_rows)
            between = (submission.c.change > change) & (submission.c.change <= last)
            return Changes(
                reading.submissions(connection, between), reading_events.of_changes(connection, change, last), last
            )

    def submissions(self, numbers: Sequence[int]) -> list[Submission]:
        """Return the submissions of these numbers, oldest first."""
        with database.reading(self._engine) as connection:
            return reading.submissions(connection, submission.c.id.in_(numbers))

    def submission(self, number: int) -> Submission:
        """Return one submission; a RecordError if there is none of that number."""
        found = self.submissions([number])
        if not found:
            raise RecordError(f"The record holds no submission {number}.")
        return found[0]

    def headings(self, organisation: str, year: FinancialYear) -> list[Heading]:
        """Return what an organisation submitted for a year, oldest first, without the rows."""
        with database.reading(self._engine) as connection:
            return reading.headings(connection, organisation, year)

    def file(self, sha256: str) -> SourceFile:
        """Return a file as it was loaded."""
        with database.reading(self._engine) as connection:
            return reading.file(connection, sha256)

    def loads(self) -> list[LoadEntry]:
        """Return every load, oldest first."""
        with database.reading(self._engine) as connection:
            return reading.loads(connection)

    def verify(self) -> list[str]:
        """Return what is no longer as it was written, in words; nothing where all is well."""
        with database.reading(self._engine) as connection:
            return list(verifying.verify(connection))

    def _write(self, work: Callable[[sa.Connection], Result]) -> Result:
        with database.in_turn(self._queue):
            return database.write(self._engine, work, one_at_a_time="change")
