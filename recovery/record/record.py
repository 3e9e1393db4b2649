"""The record itself: append-only, and the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.errors import RecordError
from recovery.record import appending, reading, verifying
from recovery.record import connection as database
from recovery.record.migrations import bring_up_to_date
from recovery.record.preparing import prepare
from recovery.record.schema import submission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.period import FinancialYear
    from recovery.record.entries import Heading, Load, LoadEntry, Receipt, Submission
    from recovery.sources.workbook import SourceFile


class Record:
    """A record, by the path of its SQLite file or by a database URL; it is made where there is none."""

    def __init__(self, url_or_path: str) -> None:
        self._engine = database.connect(database.address(url_or_path))
        bring_up_to_date(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def append(self, load: Load) -> Receipt:
        """Add a load: all of it or, whatever happens, none of it."""
        prepared = prepare(load)
        return database.write(
            self._engine, lambda connection: appending.append(connection, prepared), one_at_a_time="change"
        )

    def newest_change(self) -> int:
        """Return the number of the newest change, 0 for an empty record."""
        with database.reading(self._engine) as connection:
            return reading.newest_change(connection)

    def submissions_since(self, change: int) -> list[Submission]:
        """Return the submissions of every change after `change`, in the order in which they came."""
        with database.reading(self._engine) as connection:
            return reading.submissions(connection, submission.c.change > change)

    def next_changes(self, change: int, most_rows: int) -> tuple[list[Submission], int]:
        """Return the submissions of the next changes, up to so many rows but at least one change, and the last one."""
        with database.reading(self._engine) as connection:
            last = reading.last_within(connection, change, most_rows)
            between = (submission.c.change > change) & (submission.c.change <= last)
            return reading.submissions(connection, between), last

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
