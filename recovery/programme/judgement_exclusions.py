"""What may stand in one judgement of a kind only: a plan line is part of one area of the map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from recovery.errors import UsageError
from recovery.names import name_key
from recovery.programme.event_kinds import JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery.programme.context import Draft
    from recovery.programme.judgement_kinds import JudgementKind
    from recovery.record import EventEntry, Subject


def refuse_taken(kind: JudgementKind, subject: Subject, drafts: Sequence[Draft], every: Iterable[EventEntry]) -> None:
    """Raise a UsageError where what is to be judged has something that another judgement of its kind has already.

    `every` is all that happened to judgements of the organisation and year.
    """
    exclusive = [field for field in kind.fields if field.exclusive]
    wanted = next((draft.body for draft in drafts if draft.kind == JUDGED), None)
    if not exclusive or wanted is None:
        return
    others = _standing(every, f"{kind.name}/", subject.key)
    wrong = [
        f"{field.heading}: '{name}' belongs to {holder} already; take it out there first."
        for field in exclusive
        for name in wanted.get(field.name, [])
        if (holder := _holder(others, field.name, name))
    ]
    if wrong:
        raise UsageError(" ".join(wrong))


def _standing(every: Iterable[EventEntry], prefix: str, own: str) -> dict[str, Mapping[str, Any]]:
    """Return what stands of the other judgements of a kind, by name."""
    newest = {entry.subject.key: entry for entry in sorted(every, key=lambda entry: entry.version)}
    return {
        key.removeprefix(prefix): json.loads(entry.body)
        for key, entry in newest.items()
        if key.startswith(prefix) and key != own and entry.kind == JUDGED
    }


def _holder(others: Mapping[str, Mapping[str, Any]], field: str, name: str) -> str:
    wanted = name_key(name)
    return next((key for key, body in others.items() if wanted in map(name_key, body.get(field, []))), "")
