"""Looking through the whole record for anything that is no longer what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from recovery.record import digest as chain
from recovery.record import schema
from recovery.record.parquet import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    Names = tuple[str, ...]
    Content = list[tuple[Names, list[Any]]]


def verify(connection: sa.Connection) -> Iterator[str]:
    """Name everything that is wrong: file bytes, rows, the chain of changes."""
    yield from _files(connection)
    yield from _rows(connection)
    yield from _chain(connection)


def _files(connection: sa.Connection) -> Iterator[str]:
    for row in connection.execution_options(yield_per=1).execute(sa.select(schema.file)):
        if len(row.content) != row.size or chain.sha256(row.content) != row.sha256:
            yield f"File {row.sha256} does not hold the bytes that were loaded."


def _rows(connection: sa.Connection) -> Iterator[str]:
    columns = (schema.submission.c[name] for name in ("id", "dataset", "row_count", "rows", "rows_sha256"))
    for row in connection.execution_options(yield_per=1).execute(sa.select(*columns)):
        if chain.sha256(row.rows) != row.rows_sha256:
            yield f"Submission {row.id} ({row.dataset}) does not hold the rows that were loaded."
        elif decode(row.rows).num_rows != row.row_count:
            yield f"Submission {row.id} ({row.dataset}) does not have the {row.row_count} rows it says."


def _chain(connection: sa.Connection) -> Iterator[str]:
    before = ""
    changes = connection.execute(sa.select(schema.change).order_by(schema.change.c.id)).all()
    for number, row in enumerate(changes, start=1):
        change = row._asdict()
        if change["id"] != number:
            yield f"Change {number} is missing."
            return
        content = _content(connection, number)
        if not content:
            yield f"Change {number} has no {change['kind']}."
        elif chain.digest(before, change, content) != change["digest"]:
            yield f"Change {number} is not what was written."
        before = change["digest"]


def _content(connection: sa.Connection, change: int) -> Content:
    """Return what a change added, as its digest covers it: a load or events; nothing where it has neither."""
    events = _rows_of(connection, schema.event, chain.EVENT, schema.event.c.change == change)
    return _load(connection, change) + ([(chain.EVENT, events)] if events else [])


def _load(connection: sa.Connection, change: int) -> Content:
    load = connection.execute(sa.select(schema.load).where(schema.load.c.change == change)).mappings().first()
    if load is None:
        return []
    key: int = load["id"]
    of_load = schema.submission.c.load == key
    ids = connection.execute(sa.select(schema.submission.c.id).where(of_load).order_by(schema.submission.c.number))

    def rows(table: sa.Table, names: tuple[str, ...], condition: sa.ColumnElement[bool]) -> tuple[Names, list[Any]]:
        return names, _rows_of(connection, table, names, condition)

    return [
        (chain.LOAD, [load]),
        rows(schema.load_file, chain.LOAD_FILE, schema.load_file.c.load == key),
        rows(schema.problem, chain.PROBLEM, schema.problem.c.load == key),
        rows(schema.submission, chain.SUBMISSION, of_load),
        *(rows(schema.finding, chain.FINDING, schema.finding.c.submission == id_) for id_ in ids.scalars().all()),
    ]


def _rows_of(connection: sa.Connection, table: sa.Table, names: Names, condition: sa.ColumnElement[bool]) -> list[Any]:
    query = sa.select(*(table.c[name] for name in names)).where(condition).order_by(table.c.number)
    return list(connection.execute(query).mappings())
