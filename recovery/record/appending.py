"""Adding a load to the record: one transaction, one change number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.record import changes, schema
from recovery.record import digest as chain
from recovery.record.entries import Receipt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from recovery.record.preparing import Prepared, Row


def append(connection: sa.Connection, prepared: Prepared) -> Receipt:
    """Write the load under the next change number; whoever calls holds the write lock."""
    place = changes.next_place(connection)
    changes.add(connection, place, by=prepared.load["by"], kind="load", content=_content(prepared, place.at))
    load_id = _new_id(connection, schema.load, {**prepared.load, "change": place.number, "at": place.at})
    of_load = {"load": load_id, "change": place.number}
    _add_files(connection, prepared.files)
    _add(connection, schema.load_file, [{**row, "load": load_id} for row in prepared.load_files])
    _add(connection, schema.problem, [{**row, "load": load_id} for row in prepared.problems])
    ids = [_new_id(connection, schema.submission, {**row, **of_load}) for row in prepared.submissions]
    _add(
        connection,
        schema.finding,
        [{**row, "submission": id_} for id_, rows in zip(ids, prepared.findings, strict=True) for row in rows],
    )
    return Receipt(load_id, place.number, tuple(ids))


def _content(prepared: Prepared, at: dt.datetime) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Give what the change's digest covers, in the order in which `verifying` reads it again."""
    yield chain.LOAD, [{**prepared.load, "at": at}]
    yield chain.LOAD_FILE, prepared.load_files
    yield chain.PROBLEM, prepared.problems
    yield chain.SUBMISSION, prepared.submissions
    for rows in prepared.findings:
        yield chain.FINDING, rows


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
