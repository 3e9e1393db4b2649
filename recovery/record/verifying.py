"""Looking through the whole record for anything that is no longer what was written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from recovery.record import digest as chain
from recovery.record import schema
from recovery.record.parquet import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    Names = tuple[str, ...]
    Content = list[tuple[Names, list[Any]]]


CHANGES_AT_ONCE: Final = 1000
"""The events of how many changes are read in one question."""


def verify(connection: sa.Connection) -> Iterator[str]:
    """Name everything that is wrong: file bytes, rows, the chain of changes."""
    yield from _files(connection)
    yield from _rows(connection)
    yield from _chain(connection)


def _files(connection: sa.Connection) -> Iterator[str]:
    for row in connection.execute(sa.select(schema.file).execution_options(yield_per=1)):
        if len(row.content) != row.size or chain.sha256(row.content) != row.sha256:
            yield f"File {row.sha256} does not hold the bytes that were loaded."


def _rows(connection: sa.Connection) -> Iterator[str]:
    columns = (schema.submission.c[name] for name in ("id", "dataset", "row_count", "rows", "rows_sha256"))
    for row in connection.execute(sa.select(*columns).execution_options(yield_per=1)):
        if chain.sha256(row.rows) != row.rows_sha256:
            yield f"Submission {row.id} ({row.dataset}) does not hold the rows that were loaded."
        elif decode(row.rows).num_rows != row.row_count:
            yield f"Submission {row.id} ({row.dataset}) does not have the {row.row_count} rows it says."


def _chain(connection: sa.Connection) -> Iterator[str]:
    changes = connection.execute(sa.select(schema.change).order_by(schema.change.c.id)).all()
    loads = set(connection.execute(sa.select(schema.load.c.change)).scalars())
    before = ""
    contents = _contents(connection, len(changes), loads)
    for number, (row, content) in enumerate(zip(changes, contents, strict=True), start=1):
        change = row._asdict()
        if change["id"] != number:
            yield f"Change {number} is missing."
            return
        if not content:
            yield f"Change {number} has no {change['kind']}."
        elif chain.digest(before, change, content) != change["digest"]:
            yield f"Change {number} is not what was written."
        before = change["digest"]
    events = connection.execute(sa.select(schema.event.c.change).where(schema.event.c.change > len(changes)).distinct())
    beyond = {number for number in loads if number > len(changes)} | set(events.scalars())
    yield from (f"Change {number} is missing." for number in sorted(beyond))


def _contents(connection: sa.Connection, count: int, loads: set[int]) -> Iterator[Content]:
    """Give what each of so many changes added, as its digest covers it: a load or events, nothing where neither."""
    for start in range(0, count, CHANGES_AT_ONCE):
        end = min(start + CHANGES_AT_ONCE, count)
        events = _events(connection, start, end)
        for number in range(start + 1, end + 1):
            of_load = _load(connection, number) if number in loads else []
            yield of_load + ([(chain.EVENT, events[number])] if number in events else [])


def _events(connection: sa.Connection, after: int, last: int) -> dict[int, list[Any]]:
    """Return the events of some changes by change."""
    table = schema.event
    columns = (table.c.change, *(table.c[name] for name in chain.EVENT))
    query = sa.select(*columns).where(table.c.change > after, table.c.change <= last)
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(table.c.change, table.c.number)).mappings():
        found[row["change"]].append(row)
    return found


def _load(connection: sa.Connection, change: int) -> Content:
    load = connection.execute(sa.select(schema.load).where(schema.load.c.change == change)).mappings().one()
    key: int = load["id"]
    of_load = schema.submission.c.load == key
    ids = connection.execute(sa.select(schema.submission.c.id).where(of_load).order_by(schema.submission.c.number))

    def rows(table: sa.Table, names: Names, condition: sa.ColumnElement[bool]) -> tuple[Names, list[Any]]:
        query = sa.select(*(table.c[name] for name in names)).where(condition).order_by(table.c.number)
        return names, list(connection.execute(query).mappings())

    return [
        (chain.LOAD, [load]),
        rows(schema.load_file, chain.LOAD_FILE, schema.load_file.c.load == key),
        rows(schema.problem, chain.PROBLEM, schema.problem.c.load == key),
        rows(schema.submission, chain.SUBMISSION, of_load),
        *(rows(schema.finding, chain.FINDING, schema.finding.c.submission == id_) for id_ in ids.scalars().all()),
    ]
