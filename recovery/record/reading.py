"""Reading the record: what was added since a change, one submission, one file, the loads."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.findings import Finding, Severity
from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.problems import Problem, Weight
from recovery.record import schema
from recovery.record.entries import Heading, LoadEntry, Submission
from recovery.sources.workbook import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

load, submission = schema.load, schema.submission
ASKED_AT_ONCE: Final = 500
"""How many ids one question names, below what SQLite and PostgreSQL allow."""
_NEWEST: Final = sa.select(sa.func.max(schema.change.c.id))
_OF_LOAD: Final = (
    load.c.organisation_name,
    load.c.by.label("loaded_by"),
    load.c.at.label("loaded_at"),
)
_SAME: Final = (
    "id", "change", "load", "organisation", "organisation_name", "month", "dataset", "sha256", "file_name", "sheet",
    "unit_from", "sign_from", "title", "row_count", "illustrative", "loaded_by", "loaded_at",
)  # fmt: skip
_HEADING: Final = [column for column in submission.c if column.name not in {"rows", "rows_sha256"}]


def newest_change(connection: sa.Connection) -> int:
    """Return the number of the newest change, 0 where there is none."""
    return connection.execute(_NEWEST).scalar() or 0


def last_within(connection: sa.Connection, change: int, most_rows: int) -> int:
    """Return the last change after `change` up to which there are at most so many rows, but at least the next one.

    An event counts as one row.
    """
    number = schema.change.c.id
    rows = sa.select(sa.func.coalesce(sa.func.sum(submission.c.row_count), 0)).where(submission.c.change == number)
    events = sa.select(sa.func.count()).where(schema.event.c.change == number)
    query = sa.select(number, rows.scalar_subquery() + events.scalar_subquery()).where(number > change)
    last, total = change, 0
    for following, count in connection.execute(query.order_by(number)):
        total += count
        if total > most_rows and last > change:
            break
        last = following
    return last


def submissions(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Submission]:
    """Return submissions with rows and findings, in the order in which they came."""
    query = sa.select(submission, *_OF_LOAD).join(load, load.c.id == submission.c.load).where(condition)
    rows = connection.execute(query.order_by(submission.c.id)).mappings().all()
    findings = _findings(connection, [row["id"] for row in rows])
    return [
        Submission(
            **_heading(row), rows=row["rows"], rows_sha256=row["rows_sha256"], findings=tuple(findings[row["id"]])
        )
        for row in rows
    ]


def headings(connection: sa.Connection, organisation: str, year: FinancialYear) -> list[Heading]:
    """Return what submissions an organisation made for a year, without their rows."""
    query = sa.select(*_HEADING, *_OF_LOAD).join(load, load.c.id == submission.c.load)
    of_year = query.where(submission.c.organisation == organisation, submission.c.year == year.start)
    return [Heading(**_heading(row)) for row in connection.execute(of_year.order_by(submission.c.id)).mappings()]


def file(connection: sa.Connection, sha256: str) -> SourceFile:
    """Return a file's bytes under the name by which it was first loaded."""
    content = connection.execute(sa.select(schema.file.c.content).where(schema.file.c.sha256 == sha256)).scalar()
    if content is None:
        raise RecordError(f"The record holds no file with the SHA-256 {sha256}.")
    names = sa.select(schema.load_file.c.name).where(schema.load_file.c.sha256 == sha256)
    name = connection.execute(names.order_by(schema.load_file.c.load, schema.load_file.c.number).limit(1)).scalar_one()
    return SourceFile(name, bytes(content))


def loads(connection: sa.Connection) -> list[LoadEntry]:
    """Return every load, oldest first."""
    files: dict[int, list[tuple[str, str]]] = defaultdict(list)
    given = schema.load_file
    for row in connection.execute(sa.select(given).order_by(given.c.load, given.c.number)):
        files[row.load].append((row.name, row.sha256))
    problems: dict[int, list[Problem]] = defaultdict(list)
    said = schema.problem
    for entry in connection.execute(sa.select(said).order_by(said.c.load, said.c.number)).mappings():
        problems[entry["load"]].append(_problem(entry))
    rows = connection.execute(sa.select(load).order_by(load.c.id)).mappings()
    return [_load(row, files[row["id"]], problems[row["id"]]) for row in rows]


def _findings(connection: sa.Connection, ids: Sequence[int]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = defaultdict(list)
    table = schema.finding
    for start in range(0, len(ids), ASKED_AT_ONCE):
        asked = table.c.submission.in_(ids[start : start + ASKED_AT_ONCE])
        query = sa.select(table).where(asked).order_by(table.c.submission, table.c.number)
        for row in connection.execute(query).mappings():
            found[row["submission"]].append(_finding(row))
    return found


def _heading(row: sa.RowMapping) -> dict[str, Any]:
    return {
        **{name: row[name] for name in _SAME},
        "year": FinancialYear(row["year"]),
        "unit": Unit(row["unit"]) if row["unit"] else None,
        "columns": json.loads(row["columns"]),
        "quanta": json.loads(row["quanta"]),
        "unused": tuple(json.loads(row["unused"])),
    }


def _finding(row: sa.RowMapping) -> Finding:
    same = ("dataset", "check", "row_order", "printed", "computed", "kind", "explanation")
    return Finding(
        **{name: row[name] for name in same},
        row=row["row_label"],
        column=row["column_name"],
        severity=Severity(row["severity"]),
    )


def _problem(row: sa.RowMapping) -> Problem:
    same = ("rule", "message", "to_do", "file", "sheet", "cell", "value", "dataset")
    return Problem(**{name: row[name] for name in same}, weight=Weight(row["weight"]))


def _load(row: sa.RowMapping, files: Iterable[tuple[str, str]], problems: Iterable[Problem]) -> LoadEntry:
    same = ("id", "change", "organisation", "organisation_name", "month", "illustrative", "software")
    return LoadEntry(
        **{name: row[name] for name in same},
        year=FinancialYear(row["year"]),
        loaded_by=row["by"],
        loaded_at=row["at"],
        files=tuple(files),
        problems=tuple(problems),
    )
