"""The chain: each change's digest covers the change, what it added and the digest before, so nothing can go unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

Row = Mapping[str, Any]

CHANGE: Final = ("id", "at", "by", "kind")
LOAD: Final = ("organisation", "organisation_name", "year", "month", "by", "at", "illustrative")
LOAD_FILE: Final = ("number", "sha256", "name")
SUBMISSION: Final = (
    "number", "organisation", "year", "month", "dataset", "sha256", "file_name", "sheet", "unit", "unit_from",
    "sign_from", "title", "row_count", "illustrative", "columns", "quanta", "unused", "rows_sha256",
)  # fmt: skip
PROBLEM: Final = ("number", "rule", "message", "to_do", "file", "sheet", "cell", "value", "dataset", "weight")
FINDING: Final = (
    "number", "dataset", "check", "row_order", "row_label", "column_name", "printed", "computed", "kind", "severity",
    "explanation",
)  # fmt: skip
EVENT: Final = (
    "number", "organisation", "year", "subject_kind", "subject_key", "version", "kind", "effective_on", "via", "reason",
    "body", "illustrative",
)  # fmt: skip


def sha256(content: bytes | memoryview) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def digest(before: str, change: Row, content: Iterable[tuple[tuple[str, ...], Iterable[Row]]]) -> str:
    """Return a change's digest from the one before it ('' for the first) and all that the change added."""
    sum_so_far = hashlib.sha256(before.encode())
    for names, rows in ((CHANGE, [change]), *content):
        for row in rows:
            sum_so_far.update(json.dumps([_word(row[name]) for name in names]).encode())
        sum_so_far.update(b"\n")
    return sum_so_far.hexdigest()


def _word(value: object) -> str | None:
    """Return a value as it is written down: the same before it went into a database and after it came out."""
    if value is None or isinstance(value, str):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
