"""Adding a load to the record: one transaction, one change number."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from recovery import __version__
from recovery.errors import RecordError
from recovery.findings import Finding
from recovery.problems import Problem
from recovery.record import digest as chain
from recovery.record import schema
from recovery.record.entries import Load, Receipt
from recovery.record.parquet import encode
from recovery.sources.table import Table

Row = dict[str, Any]


@dataclass(frozen=True)
class Prepared:
    """A load as rows of the record's tables, made before the write lock is taken; ids are still missing."""

    load: Row
    files: list[Row]
    load_files: list[Row]
    submissions: list[Row]
    findings: list[list[Row]]
    problems: list[Row]


def prepare(load: Load) -> Prepared:
    """Do all of a load's work that needs no lock: hashing and packing."""
    if len(load.findings) not in (0, len(load.tables)):
        raise RecordError("A load's findings are given table by table, or not at all.")
    files = [(file, chain.sha256(file.content)) for file in load.files]
    hashes = _hash_by_name([(file.name, sha256) for file, sha256 in files])
    given = {sha256: file.content for file, sha256 in files}
    findings = load.findings or ((),) * len(load.tables)
    return Prepared(
        load=_load_row(load),
        files=[{"sha256": sha256, "size": len(content), "content": content} for sha256, content in given.items()],
        load_files=[{"number": n, "sha256": sha256, "name": file.name} for n, (file, sha256) in enumerate(files)],
        submissions=[_submission_row(load, number, table, hashes) for number, table in enumerate(load.tables)],
        findings=[[_finding_row(*pair) for pair in enumerate(of_table)] for of_table in findings],
        problems=[_problem_row(number, problem) for number, problem in enumerate(load.problems)],
    )


def append(connection: sa.Connection, prepared: Prepared) -> Receipt:
    """Write the load under the next change number; whoever calls holds the write lock."""
    change, submissions = _change_row(connection, prepared)
    connection.execute(schema.change.insert(), change)
    number = change["id"]
    load_id = _new_id(connection, schema.load, {**prepared.load, "change": number, "at": change["at"]})
    _add_files(connection, prepared.files)
    _add(connection, schema.load_file, [{**row, "load": load_id} for row in prepared.load_files])
    _add(connection, schema.problem, [{**row, "load": load_id} for row in prepared.problems])
    ids = [_new_id(connection, schema.submission, {**row, "load": load_id, "change": number}) for row in submissions]
    _add(
        connection,
        schema.finding,
        [{**row, "submission": id_} for id_, rows in zip(ids, prepared.findings, strict=True) for row in rows],
    )
    return Receipt(load_id, number, tuple(ids))


def _change_row(connection: sa.Connection, prepared: Prepared) -> tuple[Row, list[Row]]:
    """Return the next change, chained to the last one: numbers without gaps, in the order in which they show."""
    last = connection.execute(
        sa.select(schema.change.c.id, schema.change.c.digest).order_by(schema.change.c.id.desc()).limit(1)
    ).first()
    at = dt.datetime.now(dt.UTC)
    change: Row = {"id": last.id + 1 if last else 1, "at": at, "by": prepared.load["by"], "kind": "load"}
    content = (
        (chain.LOAD, [{**prepared.load, "at": at}]),
        (chain.LOAD_FILE, prepared.load_files),
        (chain.PROBLEM, prepared.problems),
        (chain.SUBMISSION, prepared.submissions),
        *((chain.FINDING, rows) for rows in prepared.findings),
    )
    change["digest"] = chain.digest(last.digest if last else "", change, content)
    return change, prepared.submissions


def _add_files(connection: sa.Connection, files: list[Row]) -> None:
    """Keep each content once, however often it is loaded."""
    column = schema.file.c.sha256
    known = set(connection.execute(sa.select(column).where(column.in_([row["sha256"] for row in files]))).scalars())
    _add(connection, schema.file, [row for row in files if row["sha256"] not in known])


def _add(connection: sa.Connection, table: sa.Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _new_id(connection: sa.Connection, table: sa.Table, row: Row) -> int:
    key = connection.execute(table.insert().values(row)).inserted_primary_key
    if key is None:
        raise RecordError(f"The record gave no number to a new row of {table.name}.")
    return int(key[0])


def _hash_by_name(files: Sequence[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, sha256 in files:
        if found.setdefault(name, sha256) != sha256:
            raise RecordError(f"Two different files of one load are called {name}: rename one of them.")
    return found


def _load_row(load: Load) -> Row:
    return {
        "organisation": load.organisation,
        "organisation_name": load.organisation_name,
        "year": load.year.start,
        "month": load.month,
        "by": load.loaded_by,
        "illustrative": load.illustrative,
        "software": __version__,
    }


def _submission_row(load: Load, number: int, table: Table, hashes: dict[str, str]) -> Row:
    if table.file not in hashes:
        raise RecordError(f"The table {table.dataset} comes from {table.file}, which is not among the load's files.")
    rows = encode(table.rows)
    return {
        "number": number,
        "organisation": load.organisation,
        "year": load.year.start,
        "month": load.month if table.month is None else table.month,
        "dataset": table.dataset,
        "sha256": hashes[table.file],
        "file_name": table.file,
        "sheet": table.sheet,
        "unit": table.unit.value if table.unit else None,
        "unit_from": table.unit_from,
        "sign_from": table.sign_from,
        "title": table.title,
        "row_count": table.rows.num_rows,
        "illustrative": load.illustrative,
        "columns": json.dumps(dict(table.columns)),
        "quanta": json.dumps(dict(table.quanta)),
        "unused": json.dumps(table.unused),
        "rows": rows,
        "rows_sha256": chain.sha256(rows),
    }


def _finding_row(number: int, finding: Finding) -> Row:
    return {
        "number": number,
        "dataset": finding.dataset,
        "check": finding.check,
        "row_order": finding.row_order,
        "row_label": finding.row,
        "column_name": finding.column,
        "printed": finding.printed,
        "computed": finding.computed,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "explanation": finding.explanation,
    }


def _problem_row(number: int, problem: Problem) -> Row:
    names = ("rule", "message", "to_do", "file", "sheet", "cell", "value", "dataset")
    return {"number": number, **{name: getattr(problem, name) for name in names}, "weight": problem.weight.value}
