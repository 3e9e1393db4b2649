"""An engine filled from tables that a test writes down, without a record."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recovery.engine.connection import open_connection
from recovery.engine.dataset_tables import insert_statement, typed
from recovery.engine.filling import set_up, work_out
from recovery.engine.kept import kept_register
from recovery.engine.kept_table import kept_table
from recovery.engine.scheme_filling import take_over_events
from recovery.engine.sql_files import queries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.findings import Finding
    from recovery.programme.state import SchemeState
    from recovery.record import EventEntry, Subject
    from recovery.sources.table import Table
    from recovery.view import View


@dataclass(frozen=True)
class Loaded:
    """A table as one submission: for which year and month, and what was found in it."""

    table: Table
    month: int | None = None
    year: int = 2018
    organisation: str = "X01"
    findings: Sequence[Finding] = ()
    illustrative: bool = False


class FilledEngine:
    """Answers the same questions as the engine, over what `load` has given it."""

    def __init__(self, *loads: Loaded) -> None:
        self.connection = open_connection()
        set_up(self.connection)
        self.loads: list[Loaded] = []
        self.states: dict[Subject, SchemeState] = {}
        for load in loads:
            self.load(load)

    def ask(self, query_name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        return self.connection.execute(queries()[query_name], parameters).fetchall()

    def tables(self, view: View) -> Mapping[str, Table]:
        rows = self.ask("current_submissions", organisation=view.organisation, year=view.year.start, month=view.month)
        kept = kept_register(self, view)
        held = {row[1]: self.loads[row[0] - 1].table for row in rows}
        return held | ({"schemes": kept_table(self, kept)} if kept else {})

    def submission_table(self, submission: int) -> Table:
        return self.loads[submission - 1].table

    def happen(self, *events: EventEntry) -> None:
        """Take over events, oldest first."""
        self.states |= take_over_events(self.connection, self.states, events)

    def load(self, load: Loaded) -> int:
        """Add one submission and return its id."""
        self.loads.append(load)
        number = len(self.loads)
        definition = load.table.definition
        self.connection.register("incoming", typed(load.table.rows, definition, number))
        self.connection.execute(insert_statement(definition, "incoming"))
        self.connection.unregister("incoming")
        self._insert("submission", _submission(load, number))
        for finding in load.findings:
            self._insert("finding", _finding(finding, number))
        work_out(self.connection, definition)
        return number

    def _insert(self, table: str, row: Mapping[str, object]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608 - own names


def _submission(load: Loaded, number: int) -> dict[str, object]:
    table = load.table
    return {
        "id": number, "change": number, "load": number, "organisation": load.organisation,
        "organisation_name": f"Organisation {load.organisation}", "year": load.year, "month": load.month,
        "dataset": table.dataset, "file_name": table.file, "sha256": f"{number:064x}", "sheet": table.sheet,
        "unit": table.unit and table.unit.value, "unit_from": table.unit_from, "sign_from": table.sign_from,
        "title": table.title, "row_count": table.rows.num_rows, "illustrative": load.illustrative,
        "loaded_by": "analyst", "loaded_at": dt.datetime(2018, 7, 10, 9, number % 60, tzinfo=dt.UTC),
        "columns": json.dumps(dict(table.columns)), "quanta": json.dumps(dict(table.quanta)),
    }  # fmt: skip


def _finding(finding: Finding, number: int) -> dict[str, object]:
    return {
        "submission": number, "dataset": finding.dataset, "check": finding.check, "row_order": finding.row_order,
        "row_label": finding.row, "column_name": finding.column, "printed": finding.printed,
        "computed": finding.computed, "difference": finding.difference, "severity": finding.severity.value,
        "kind": finding.kind, "explanation": finding.explanation,
    }  # fmt: skip
