"""Rows into DuckDB's tables, many at once: as Arrow columns in the table's own types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

Rows = dict[str, list[tuple[Any, ...]]]
"""Rows by table, each with a value for every column of the table in its order."""
FEW: Final = 15
"""Up to how many rows of a table are handed over as parameters."""


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Add the rows of an Arrow table, column by column of the same name."""
    if not rows.num_rows:
        return
    columns = ", ".join(f'"{name}"' for name in rows.column_names)
    connection.register("incoming", rows)
    connection.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM incoming')  # noqa: S608 - own names
    connection.unregister("incoming")


def insert_all(connection: duckdb.DuckDBPyConnection, rows: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """Add rows to several tables: many through Arrow, a few as parameters, which each is quicker for."""
    for table, members in rows.items():
        if len(members) > FEW:
            insert(connection, table, _typed(members, _schema(connection, table)))
        elif members:
            _insert_few(connection, table, members)


def _insert_few(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    marks = ", ".join(f"({', '.join('?' for _ in row)})" for row in rows)
    connection.execute(f'INSERT INTO "{table}" VALUES {marks}', [value for row in rows for value in row])  # noqa: S608


def _typed(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    columns = zip(*rows, strict=True)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _schema(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Schema:
    """Return a table's columns as Arrow has them, so that each type stands in the table's SQL alone; looked up once."""
    if table not in _SCHEMAS:
        empty = connection.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608 - own names
        _SCHEMAS[table] = empty.to_arrow_table().schema
    return _SCHEMAS[table]


_SCHEMAS: Final[dict[str, pa.Schema]] = {}
