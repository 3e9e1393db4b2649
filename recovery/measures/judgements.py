"""Everything that people have decided about the figures: what, by whom, when and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from recovery.engine import queries
from recovery.figure import Cell, Column, Figure
from recovery.programme.judgement_kinds import JudgementField, judgement_kind

if TYPE_CHECKING:
    from recovery.measures.request import Request

COLUMNS: Final = (
    Column("recorded_at", "Recorded at (UTC)"),
    Column("kind", "Kind"),
    Column("key", "Name"),
    Column("version", "Version", "number"),
    Column("by", "By"),
    Column("what", "What"),
    Column("reason", "Reason"),
    Column("via", "Via"),
)
TAKEN_BACK: Final = "Taken back"


def judgements(request: Request) -> Figure:
    """Return every judgement about a view's organisation and year, the newest first, a row for each version."""
    rows = queries.judgement_history(request.engine, request.view)
    found = request.figure(COLUMNS, [_cells(row) for row in rows])
    return replace(found, illustrative=any(row[-1] for row in rows))


def in_words(fields: Iterable[JudgementField], body: Mapping[str, Any]) -> str:
    """Return a judgement's content in words: Line: Acute; Amount: 5000; Month it fell in: 2."""
    return "; ".join(f"{field.heading}: {_worded(field, body[field.name])}" for field in fields if field.name in body)


def _worded(field: JudgementField, value: Any) -> str:  # noqa: ANN401 - as the field's kind has it
    if field.fields:
        return " / ".join(in_words(field.fields, row) for row in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(value)


def _cells(row: queries.Row) -> list[Cell]:
    kind, key, version, stands, body, by, via, at, reason, _ = row
    about = judgement_kind(kind)
    what = in_words(about.fields, json.loads(body)) if stands else TAKEN_BACK
    return [at.isoformat(sep=" ", timespec="seconds"), about.title, key, version, by, what, reason, via]
