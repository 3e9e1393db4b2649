"""What the child process says: one line of JSON a message, on standard output.

["sheet", name, hidden, kind], then of that sheet ["merged", ranges] and ["rows", rows]; ["marks", sheet number,
errors, error count, missing, missing count, valued formulas, merged]; ["refused", rule, sheet name, count]; ["done"],
which ends a file.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import Any

from recovery.sources.characters import UNWANTED, clean

ESCAPES = ("\\u00", "\\r", "\\b", "\\f", "\x7f")
"""How a control character shows in a line of JSON."""


def say_chunk(rows: list[list[Any]]) -> None:
    """Say some rows, cleaned only if there is anything to clean."""
    line = encoded("rows", rows)
    if any(escape in line for escape in ESCAPES) or (not line.isascii() and UNWANTED.search(line)):
        line = encoded("rows", [[clean(cell) or None if type(cell) is str else cell for cell in row] for row in rows])
    write(line)


def refuse(rule: str, sheet: str = "", count: int = 0) -> None:
    """Say that the file, or one sheet of it, is not read."""
    say("refused", rule, clean(sheet), count)


def say(*message: object) -> None:
    """Say one message."""
    write(encoded(*message))


def encoded(*message: object) -> str:
    """Return a message as one line; dates in an object of their own, as JSON has none."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"), check_circular=False, default=dated)


def dated(value: object) -> object:
    """Return a date in a form that comes back as one, and a time of day or a duration as its text."""
    if isinstance(value, dt.datetime):
        return {"moment": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, dt.date) else str(value)


def write(line: str) -> None:
    """Write one line."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
