"""Looking back: which events count as at a day, or as at the moment at which the record had them."""

from __future__ import annotations

import datetime as dt

from recovery.record import EventEntry


def counts(event: EventEntry, as_at: dt.date | None) -> bool:
    """Return whether an event counts: by the day it holds from, or for a moment (UTC) by when it was recorded.

    None is now, when every event counts.
    """
    if isinstance(as_at, dt.datetime):
        return event.at <= as_at
    return as_at is None or event.effective_on <= as_at


def day_of(as_at: dt.date) -> dt.date:
    """Return the day of a day or a moment."""
    return as_at.date() if isinstance(as_at, dt.datetime) else as_at


def told(as_at: dt.date) -> str:
    """Return a day or a moment in figures: 30/07/2018, 24/11/2026 10:15 UTC."""
    return f"{as_at:%d/%m/%Y %H:%M} UTC" if isinstance(as_at, dt.datetime) else f"{as_at:%d/%m/%Y}"
