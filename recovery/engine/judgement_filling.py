"""Judgements as the engine's table has them, a row for each event."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from recovery.programme.event_kinds import JUDGED

if TYPE_CHECKING:
    from recovery.engine.bulk import Rows
    from recovery.record import EventEntry

TABLE: Final = "judgement"


def judgement_rows(event: EventEntry) -> Rows:
    """Return what one event about a judgement adds; its key is the kind and the name with a stroke between."""
    kind, _, key = event.subject.key.partition("/")
    moment = event.at.astimezone(dt.UTC).replace(tzinfo=None)
    row = (
        event.subject.organisation, event.subject.year, kind, key, event.version, event.change, moment,
        event.effective_on, event.by, event.via, event.kind == JUDGED, event.reason, event.illustrative, event.body,
    )  # fmt: skip
    return {TABLE: [row]}
