"""What the demonstration's people decided about the figures, as commands: each line of `judgements.csv` is one."""

from __future__ import annotations

import datetime as dt
import json
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from recovery.demo.acts import Act
from recovery.demo.tables import Row, pairs, read
from recovery.programme.commands import Judge

FILE: Final = "judgements.csv"
ROWS: Final = ("[", "{")


def judged(folder: Path) -> list[Act]:
    """Return what was decided, in order, those of a person and a day together; nothing where there is no file."""
    path = folder / FILE
    if not path.exists():
        return []
    return [
        Act(dt.date.fromisoformat(day), by, tuple(map(_command, rows)))
        for (day, by), rows in groupby(read(path), key=lambda row: (row["date"], row["by"]))
    ]


def _command(row: Row) -> Judge:
    body = {name: _value(text) for name, text in pairs(row["fields"]).items()}
    return Judge(row["kind"], row["name"], body, row["reason"])


def _value(text: str) -> Any:  # noqa: ANN401 - several rows are written as JSON, all else as people type it
    return json.loads(text) if text.startswith(ROWS) else text
