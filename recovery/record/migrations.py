"""How a new record is made and an older one is brought up to the schema of today, in place and in one transaction."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from recovery.errors import RecordError
from recovery.record.connection import reading, use_write_ahead_log, write
from recovery.record.schema import APPENDED, VERSION, metadata, schema_version

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REFUSAL: Final = "the record is only ever added to"


def bring_up_to_date(engine: sa.Engine) -> None:
    """Make the tables of a new record or upgrade an older one; refuse a newer one and what is no record."""
    with reading(engine) as connection:
        found = _version(connection)
    if found == VERSION:
        return
    if found == 0:
        use_write_ahead_log(engine)
    try:
        write(engine, _upgrade, one_at_a_time="schema_version" if found else "")
    except RecordError:
        with reading(engine) as connection:
            if _version(connection) != VERSION:  # else another process made or upgraded it first
                raise


def _version(connection: sa.Connection) -> int:
    """Return the version found: 0 for an empty database."""
    if not sa.inspect(connection).get_table_names():
        return 0
    if not sa.inspect(connection).has_table("schema_version"):
        raise RecordError(f"{connection.engine.url.database} is a database, but not a record.")
    found = connection.execute(sa.select(sa.func.max(schema_version.c.version))).scalar_one()
    if found is None or found > VERSION:
        raise RecordError(
            f"The record has version {found}, this application knows versions up to {VERSION}: "
            "start the newer application that wrote it."
        )
    return int(found)


def _upgrade(connection: sa.Connection) -> None:
    found = _version(connection)  # another process may have been first
    if found == 0:
        _create(connection)
        found = VERSION
        _note(connection, VERSION)
    for version in range(found + 1, VERSION + 1):
        STEPS[version](connection)
        _note(connection, version)


def _note(connection: sa.Connection, version: int) -> None:
    connection.execute(schema_version.insert().values(version=version, at=dt.datetime.now(dt.UTC)))


def _create(connection: sa.Connection) -> None:
    metadata.create_all(connection)
    refuse_changes(connection, APPENDED)


def refuse_changes(connection: sa.Connection, tables: tuple[str, ...]) -> None:
    """Let the database itself refuse to change or take away what these tables hold."""
    postgresql = connection.dialect.name == "postgresql"
    if postgresql:
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
    for table in tables:
        for event in ("UPDATE", "DELETE"):
            head = f'CREATE TRIGGER "{table}_no_{event.lower()}" BEFORE {event} ON "{table}"'
            connection.exec_driver_sql(
                f"{head} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
                if postgresql
                else f"{head} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _to_2(connection: sa.Connection) -> None:
    """Say which release of the software made a load, and find a change's submissions by index."""
    connection.exec_driver_sql("ALTER TABLE load ADD COLUMN software VARCHAR(40) NOT NULL DEFAULT ''")
    connection.exec_driver_sql("CREATE INDEX submission_by_change ON submission (change)")


def _to_3(connection: sa.Connection) -> None:
    """Keep events beside the loads."""
    connection.exec_driver_sql("""
        CREATE TABLE event (
            change INTEGER NOT NULL REFERENCES change (id),
            number INTEGER NOT NULL,
            organisation VARCHAR(40) NOT NULL,
            year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 1948 AND 2199),
            subject_kind VARCHAR(40) NOT NULL CHECK (length(subject_kind) > 0),
            subject_key VARCHAR(320) NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            kind VARCHAR(40) NOT NULL CHECK (length(kind) > 0),
            effective_on DATE NOT NULL,
            via TEXT NOT NULL,
            reason TEXT NOT NULL,
            body TEXT NOT NULL,
            illustrative BOOLEAN NOT NULL,
            PRIMARY KEY (change, number),
            CONSTRAINT event_by_subject UNIQUE (organisation, year, subject_kind, subject_key, version)
        )
    """)
    refuse_changes(connection, ("event",))


STEPS: Final[Mapping[int, Callable[[sa.Connection], None]]] = MappingProxyType({2: _to_2, 3: _to_3})
"""One step a version, each from the version before; a step is never edited once records have passed it."""
