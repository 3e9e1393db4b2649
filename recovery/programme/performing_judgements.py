"""Doing a judgement: what somebody decides about the figures, kept with who, when and why; or taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Never

from recovery.errors import Conflict, UsageError
from recovery.names import name_key
from recovery.programme.commands import Judge, TakeBack
from recovery.programme.context import Draft, events_from, on_one_line, required
from recovery.programme.event_kinds import JUDGED, JUDGEMENT, TAKEN_BACK
from recovery.programme.judgement_exclusions import refuse_taken
from recovery.programme.judgement_kinds import JudgementKind, judgement_kind
from recovery.programme.judgement_values import sound, typed
from recovery.programme.transaction import Transaction
from recovery.programme.what_ifs import SCENARIO, check_scenario
from recovery.record import EventEntry, Subject

CONTENT: Final[Mapping[str, Callable[[str, Mapping[str, Any]], None]]] = {SCENARIO: check_scenario}
"""What checks the name and content of a kind beyond its fields, where anything does."""
LONGEST: Final = 200
"""Characters of a judgement's name."""


def change_judgement(command: Judge | TakeBack, transaction: Transaction) -> None:
    """Take a judgement into a write; whoever acts has to be allowed to, and nobody's newer one is written over."""
    kind = judgement_kind(command.kind)
    if not transaction.organisation:
        raise UsageError("Say which organisation it is about.")
    transaction.must_be_allowed(kind.permission, transaction.organisation)
    subject = _subject(kind, command.key, transaction)
    held = transaction.entries(subject)
    _as_seen(held, command, kind)
    on = transaction.holds_from(held[-1].effective_on if held else None, of_year=False)
    drafts = _decided(command, kind, held)
    refuse_taken(kind, subject, drafts, transaction.every(JUDGEMENT, subject.year))
    transaction.add(
        subject,
        command.key.strip(),
        events_from(drafts, subject, len(held), on=on, illustrative=transaction.illustrative),
    )


def subject_key(kind: str, key: str) -> str:
    """Return under which key the record keeps a judgement."""
    return f"{kind}/{key}"


def _subject(kind: JudgementKind, key: str, transaction: Transaction) -> Subject:
    """Return what a judgement is about, under the name as it was written first, whatever its case and spaces."""
    name = on_one_line(required(key, f"{kind.title}: give it a name."))
    if len(name) > LONGEST:
        raise UsageError(f"{kind.title}: a name has at most {LONGEST} characters.")
    year = transaction.year.start if kind.of_year else 0
    wanted = subject_key(kind.name, name)
    held = (entry.subject.key for entry in transaction.every(JUDGEMENT, year))
    own = next((key for key in held if name_key(key) == name_key(wanted)), wanted)
    return Subject(transaction.organisation, year, JUDGEMENT, own)


def _as_seen(held: Sequence[EventEntry], command: Judge | TakeBack, kind: JudgementKind) -> None:
    """Raise a Conflict where somebody has changed it since the version that was seen (None: it was not looked at).

    Whoever looked at one that was taken back saw nothing standing, which is version 0 as much as its own number.
    """
    newest = held[-1].version if held else 0
    if command.seen is not None and command.seen not in ({newest} if _stands(held) else {newest, 0}):
        by = held[-1].by if held else "nobody"
        raise Conflict(
            f"{kind.title}: {command.key.strip()} has been changed since it was looked at: it was at version "
            f"{command.seen} then and is at {newest} now, by {by}. Nothing was written.",
            key=command.key.strip(),
            seen=command.seen,
            newest=newest,
        )


def _decided(command: Judge | TakeBack, kind: JudgementKind, held: Sequence[EventEntry]) -> list[Draft]:
    reason = required(command.reason, f"{kind.title}: say why.")
    stands = _stands(held)
    if isinstance(command, TakeBack):
        if not stands:
            raise UsageError(f"{kind.title}: there is no {command.key.strip()} that could be taken back.")
        return [Draft(TAKEN_BACK, {}, reason)]
    body = sound(kind.fields, command.body)
    if kind.needs_content and not body:
        raise UsageError(f"{kind.title}: say at least one of {', '.join(field.name for field in kind.fields)}.")
    if kind.name in CONTENT:
        CONTENT[kind.name](command.key, typed(kind.fields, body))
    if stands and (json.loads(held[-1].body), held[-1].reason) == (body, reason):
        return []
    if stands and command.seen is None:
        _refuse_unseen(command, kind, held[-1])
    return [Draft(JUDGED, body, reason)]


def _refuse_unseen(command: Judge, kind: JudgementKind, newest: EventEntry) -> Never:
    """Raise a Conflict: what stands is changed only by whoever has looked at it."""
    raise Conflict(
        f"{kind.title}: there is a {command.key.strip()} already, set by {newest.by}, at version {newest.version}. "
        "Give another name, or change it as of that version. Nothing was written.",
        key=command.key.strip(),
        newest=newest.version,
    )


def _stands(held: Sequence[EventEntry]) -> bool:
    return bool(held) and held[-1].kind == JUDGED
