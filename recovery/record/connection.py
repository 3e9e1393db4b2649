"""Where the record is and how it is opened: the only place that knows one database from the other."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from recovery.errors import RecordError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

PAGE_BYTES: Final = 16_384
"""The page of a new SQLite file: files and tables of megabytes go in and out twice as fast as with small pages."""
BUSY_SECONDS: Final = 30
"""How long a writer waits for another one."""
ATTEMPTS: Final = 12
"""How often a write is tried where the database asks for it to be tried again."""
TRY_AGAIN: Final = frozenset({"40001", "40P01"})
"""PostgreSQL's words for a write that lost against another: serialisation failure, deadlock."""
Result = TypeVar("Result")


def address(url_or_path: str) -> sa.URL:
    """Return the database's address from a URL or the path of a SQLite file."""
    if "://" not in url_or_path:
        return sa.URL.create("sqlite", database=str(Path(url_or_path).expanduser()))
    try:
        url = sa.make_url(url_or_path)
    except ArgumentError:
        raise RecordError(
            "The record's address is not a database URL: write sqlite:///path or postgresql+psycopg://…"
        ) from None
    if url.drivername == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise RecordError(f"The record cannot be kept in {url.drivername}: use sqlite or postgresql+psycopg.")
    return url


def connect(url: sa.URL) -> sa.Engine:
    """Return the way to the database; for SQLite its folder is made first."""
    if url.get_backend_name() == "sqlite":
        _make_folder(url)
        engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return sa.create_engine(url, isolation_level="SERIALIZABLE", pool_pre_ping=True)
    except (ImportError, NoSuchModuleError):
        raise RecordError("PostgreSQL needs the package psycopg: install psycopg[binary].") from None


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection that sees one state of the record throughout, whatever others write meanwhile."""
    with told_plainly(engine.url), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        yield connection


def write(engine: sa.Engine, work: Callable[[sa.Connection], Result], *, one_at_a_time: str = "") -> Result:
    """Do the work in one transaction, alone among writers, and again where the database asks for that.

    `one_at_a_time` is the table whose lock writers queue for in PostgreSQL, taken before anything is read; SQLite
    has one lock for the whole file.
    """
    for attempt in range(ATTEMPTS):
        try:
            with told_plainly(engine.url), engine.connect() as connection:
                writer = connection.execution_options(writes=True)
                with writer.begin():
                    if one_at_a_time and writer.dialect.name == "postgresql":
                        writer.execute(sa.text(f'LOCK TABLE "{one_at_a_time}" IN EXCLUSIVE MODE'))
                    return work(writer)
        except _LostRaceError:
            time.sleep(random.uniform(0, 0.01 * 2 ** min(attempt, 6)))  # noqa: S311 - spreads the writers out
    raise RecordError("The record is being written by too many at once: try again in a minute.")


@contextmanager
def in_turn(queue: threading.Lock) -> Iterator[None]:
    """Let the writers of one process wait here, where they hold no connection that readers could use meanwhile."""
    if not queue.acquire(timeout=BUSY_SECONDS):
        raise RecordError("The record is being written by another for too long: try again.")
    try:
        yield
    finally:
        queue.release()


class _LostRaceError(RecordError):
    """Another writer was first; the same work can be done again."""


@contextmanager
def told_plainly(url: sa.URL) -> Iterator[None]:
    """Turn the database's own errors into a RecordError that says what is meant and hides the password."""
    where = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    try:
        yield
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in TRY_AGAIN:
            raise _LostRaceError from error
        if "database is locked" in str(error.orig):
            raise RecordError(f"The record {where} is being written by another for too long: try again.") from error
        reason = str(error.orig).strip().partition("\n")[0]
        raise RecordError(f"The record {where} could not be read or written: {reason}.") from error


def use_write_ahead_log(engine: sa.Engine) -> None:
    """Let readers and a writer of a SQLite file work at the same time; the file remembers it."""
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + BUSY_SECONDS
    connection = engine.raw_connection()  # outside any transaction, where alone this can be set
    try:
        while not _switched(connection.driver_connection, until):
            time.sleep(random.uniform(0.001, 0.02))  # noqa: S311 - only spreads out those who try at once
    finally:
        connection.close()


def _switched(connection: Any, until: float) -> bool:  # noqa: ANN401 - the driver's own connection
    """Try to switch; SQLite does not wait for others here by itself."""
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")  # holds only for a file that is still empty
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
    except sqlite3.OperationalError as error:
        if time.monotonic() > until:
            raise RecordError(f"The record could not be made: {error}.") from error
        return False
    return True


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _make_folder(url: sa.URL) -> None:
    """Make the file's folder; the file itself is left to SQLite, whose locks end when anyone else closes it."""
    if not url.database or url.database == ":memory:":
        raise RecordError("The record needs a file: write sqlite:///path/to/record.sqlite.")
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
    if path.is_dir():
        raise RecordError(f"{path} is a folder: name a file in it.")
