"""What a decision is made in: whose programme, by whom, from which day; and how its outcome is written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from recovery.errors import UsageError
from recovery.programme.configuration import Programme
from recovery.programme.people import Person
from recovery.programme.scheme_json import canonical
from recovery.record import Event, Subject
from recovery.sources.characters import clean


@dataclass(frozen=True)
class Context:
    """Everything beside the state that a decision depends on.

    `names` is what the person is known by, made comparable; `on` the day from which the decision holds; `people`
    everyone whom the record knows.
    """

    organisation: str
    year: int
    programme: Programme
    by: str
    names: frozenset[str]
    on: dt.date
    illustrative: bool = False
    people: Mapping[str, Person] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """Something that is to have happened: what it was, its content, the reason given."""

    kind: str
    body: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""


def events_from(
    drafts: Iterable[Draft], subject: Subject, version: int, *, on: dt.date, illustrative: bool
) -> list[Event]:
    """Return drafts as the events that follow a subject's version, holding from a day."""
    return [
        Event(
            subject=subject,
            version=number,
            kind=str(draft.kind),
            effective_on=on,
            reason=tidied(draft.reason),
            body=canonical(draft.body),
            illustrative=illustrative,
        )
        for number, draft in enumerate(drafts, start=version + 1)
    ]


def tidied(text: str) -> str:
    """Return a text without control characters and without spaces around it."""
    return clean(text).strip()


def on_one_line(text: str) -> str:
    """Return a text tidied and with single spaces, whatever stood between its words."""
    return " ".join(tidied(text).split())


def required(text: str, what: str) -> str:
    """Return a text tidied; a UsageError that says what is missing where it is empty."""
    words = tidied(text)
    if not words:
        raise UsageError(what)
    return words
