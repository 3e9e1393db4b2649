"""Tidy rows as Parquet bytes and back."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

REPEATED: Final = ["kind", "flow", "section", "source_column"]
"""The row columns that hold few different words; only for these a dictionary saves space and time."""


def encode(rows: pa.Table) -> memoryview:
    """Return the rows as Parquet: a compression that costs less time than the bytes it saves cost to write."""
    sink = pa.BufferOutputStream()
    repeated = [name for name in REPEATED if name in rows.column_names]
    pq.write_table(rows, sink, compression="snappy", use_dictionary=repeated, write_statistics=False)
    return memoryview(sink.getvalue())


def decode(content: bytes) -> pa.Table:
    """Return the rows that `encode` wrote."""
    return pq.read_table(pa.BufferReader(content))
