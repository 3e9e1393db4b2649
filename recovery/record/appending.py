"""Adding a load to the record: one transaction, one change number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.record import digest as chain
from recovery.record import schema
from recovery.record.entries import Receipt

if TYPE_CHECKING:
    from recovery.record.preparing import Prepared, Row


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
