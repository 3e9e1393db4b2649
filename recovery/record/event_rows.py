"""An event as a row of the record's table, and what its texts must be to be kept for good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from recovery.errors import RecordError

if TYPE_CHECKING:
    from recovery.record.entries import Event, EventEntry

KEY_CHARACTERS: Final = 320
"""The longest key of a subject: that of the longest e-mail address."""


def event_row(number: int, entry: EventEntry) -> dict[str, Any]:
    """Return the event as a row, the change's `number`-th; the body stays the text that it is."""
    return {
        "change": entry.change,
        "number": number,
        "organisation": entry.subject.organisation,
        "year": entry.subject.year,
        "subject_kind": entry.subject.kind,
        "subject_key": entry.subject.key,
        "version": entry.version,
        "kind": entry.kind,
        "effective_on": entry.effective_on,
        "via": entry.via,
        "reason": entry.reason,
        "body": entry.body,
        "illustrative": entry.illustrative,
    }


def refuse_unsound(event: Event) -> None:
    """Raise a RecordError where the body is no JSON object or a text holds what a database cannot keep."""
    try:
        body = json.loads(event.body, parse_constant=_refuse_no_number)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise RecordError(f"The body of '{event.kind}' is not a JSON object.")
    if len(event.subject.key) > KEY_CHARACTERS:
        raise RecordError(f"{event.subject.key[:40]}… is too long: {KEY_CHARACTERS} characters are the most.")
    for text in (event.subject.key, event.kind, event.reason, event.body):
        if "\0" in text or not _can_be_written(text):
            raise RecordError(f"A text of '{event.kind}' holds a character that cannot be kept.")


def _refuse_no_number(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads but JSON does not know."""
    raise ValueError(name)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
