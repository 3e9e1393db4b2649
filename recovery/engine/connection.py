"""The way to DuckDB: in memory, shut off from files and network, and safe to ask from several threads."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "enable_external_access": False,
    "autoload_known_extensions": False,
    "autoinstall_known_extensions": False,
    "python_enable_replacements": False,
}


def open_connection() -> duckdb.DuckDBPyConnection:
    """Return a new empty database whose settings nobody can change any more."""
    connection = duckdb.connect(":memory:", config=SETTINGS)
    connection.execute("SET lock_configuration = true")
    return connection


@contextmanager
def cursor(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give one caller a cursor of its own: shared ones hand a thread the rows of another."""
    own = connection.cursor()
    try:
        yield own
    finally:
        own.close()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a cursor whose work shows to others all at once, or not at all where it fails."""
    with cursor(connection) as own:
        own.execute("BEGIN")
        try:
            yield own
        except BaseException:
            own.execute("ROLLBACK")
            raise
        own.execute("COMMIT")
