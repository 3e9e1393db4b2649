"""The record: every load and every event; only ever added to."""

from recovery.record.entries import (
    Changes,
    Event,
    EventEntry,
    Heading,
    Load,
    LoadEntry,
    Receipt,
    Subject,
    Submission,
)
from recovery.record.record import Record
from recovery.record.writing import Writing

__all__ = [
    "Changes",
    "Event",
    "EventEntry",
    "Heading",
    "Load",
    "LoadEntry",
    "Receipt",
    "Record",
    "Subject",
    "Submission",
    "Writing",
]
