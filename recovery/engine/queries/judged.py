"""What people have decided about the figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recovery.engine.queries.asking import Asks, Row
from recovery.programme.judgement_kinds import judgement_kind
from recovery.programme.judgement_values import typed

if TYPE_CHECKING:
    from recovery.view import View


@dataclass(frozen=True)
class Judgement:
    """One thing decided, as it stands: `body` has every field of its kind (exact numbers as Decimal, nil as None)."""

    key: str
    body: Mapping[str, Any]
    version: int
    by: str
    at: dt.datetime
    reason: str
    illustrative: bool


def judgements(engine: Asks, view: View, kind: str) -> list[Judgement]:
    """Return what stands of a kind for a view's organisation and year, by name: as at its day, where it has one."""
    rows = engine.ask("judgements", kind=kind, **_as_at(view))
    fields = judgement_kind(kind).fields
    return [Judgement(key, typed(fields, json.loads(body)), *rest) for key, body, *rest in rows]


def judgement_history(engine: Asks, view: View) -> list[Row]:
    """Return every judgement of an organisation and year, the newest first: kind, key, version, stands, body, …."""
    return engine.ask("judgement_history", **_as_at(view))


def _as_at(view: View) -> dict[str, Any]:
    return {"organisation": view.organisation, "year": view.year.start, "as_at": view.as_at}
