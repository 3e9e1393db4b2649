"""The engine: everything that is shown is a question to it; it follows the record by change number."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from recovery.engine import connection as database
from recovery.engine.filling import set_up, take_over
from recovery.engine.kept import kept_register
from recovery.engine.kept_table import DATASET, kept_table
from recovery.engine.scheme_filling import SCHEME, take_over_events
from recovery.engine.sql_files import queries
from recovery.errors import RecordError, UsageError
from recovery.record import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.state import SchemeState
    from recovery.record import Record
    from recovery.sources.table import Table
    from recovery.view import View

ROWS_AT_ONCE: Final = 250_000
"""About how many rows are taken over in one transaction, so that a long record never stands in memory twice."""


class Engine:
    """A rebuildable copy of a record in DuckDB; one for the whole process, asked from any thread."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._connection = database.open_connection()
        self._lock = threading.Lock()
        self._change = 0
        self._states: Mapping[Subject, SchemeState] = {}
        with database.transaction(self._connection) as cursor:
            set_up(cursor)
        self.catch_up()

    def catch_up(self) -> int:
        """Take over what the record has gained and return its newest change; quick where there is nothing new."""
        newest = self._record.newest_change()
        if newest == self._change:
            return newest
        with self._lock:
            while self._change < newest:
                self._take_over_next()
            if newest < self._change and self._record.newest_change() < self._change:  # not just another thread's haste
                raise RecordError("The record is older than what was read from it before: start the application again.")
            return self._change

    def ask(self, query_name: str, **parameters: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what SQL takes and gives
        """Return the rows that the question of `sql/queries` gives for these parameters."""
        if query_name not in queries():
            raise UsageError(f"'{query_name}' is not a question that the engine knows.")
        return self._rows(queries()[query_name], parameters)

    def tables(self, view: View) -> Mapping[str, Table]:
        """Return by dataset the tables that hold in a view, as they were loaded; a kept register goes first."""
        rows = self._rows(
            "SELECT id FROM current_submission($organisation, $year, $month)",
            {"organisation": view.organisation, "year": view.year.start, "month": view.month},
        )
        found = self._record.submissions([number for (number,) in rows])
        tables = {submission.dataset: submission.table() for submission in found}
        kept = kept_register(self, view)
        return tables | ({DATASET: kept_table(self, kept)} if kept else {})

    def states(self, organisation: str, year: int) -> Mapping[str, SchemeState]:
        """Return by reference every scheme of a programme as it stands now, the withdrawn ones too."""
        return {
            subject.key: state
            for subject, state in self._states.items()
            if (subject.organisation, subject.year) == (organisation, year)
        }

    def state(self, organisation: str, year: int, ref: str) -> SchemeState | None:
        """Return one scheme as it stands now, None where there is none of that reference."""
        return self._states.get(Subject(organisation, year, SCHEME, ref))

    def submission_table(self, submission: int) -> Table:
        """Return one submission as the table that was loaded, superseded or not."""
        return self._record.submission(submission).table()

    def _take_over_next(self) -> None:
        changes = self._record.next_changes(self._change, ROWS_AT_ONCE)
        with database.transaction(self._connection) as cursor:
            take_over(cursor, changes.submissions)
            changed = take_over_events(cursor, self._states, changes.events)
        self._states = {**self._states, **changed}
        self._change = changes.last

    def _rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        with database.cursor(self._connection) as cursor:
            rows: list[tuple[Any, ...]] = cursor.execute(sql, dict(parameters)).fetchall()
            return rows
