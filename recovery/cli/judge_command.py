"""`judge`: decide something about the figures, with the reason; or take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say
from recovery.cli.programme.asking import asked
from recovery.engine import Engine
from recovery.errors import UsageError
from recovery.measures.one_offs import KIND as ONE_OFF
from recovery.measures.one_offs import must_have_line
from recovery.programme.commands import Judge, TakeBack
from recovery.programme.judgement_kinds import judgement_kind
from recovery.view import View

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def run(arguments: argparse.Namespace) -> int:
    """Keep one judgement, or take it back."""
    about, kind, key = asked(arguments), judgement_kind(arguments.kind), given.text(arguments.key)
    seen = given.whole(arguments.seen, "version") if arguments.seen else None
    reason = given.text(arguments.reason)
    if arguments.take_back:
        about.perform(TakeBack(kind.name, key, reason, seen))
        say(f"{kind.title}: {key} is taken back by {about.actor.name}.")
        return 0
    body = _fields(arguments.given)
    if kind.name == ONE_OFF and body.get("line"):
        must_have_line(Engine(about.record), View(about.organisation, about.year, 0), body["line"])
    about.perform(Judge(kind.name, key, body, reason, seen))
    say(f"{kind.title}: {key} is kept, set by {about.actor.name}.")
    return 0


def _fields(pairs: Sequence[str]) -> dict[str, str]:
    """Return FIELD=VALUE pairs by field; a field given twice has both values, with a semicolon between."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"'{pair}' gives no value: write it as FIELD=VALUE.")
        name = name.strip().replace("-", "_")
        found[name] = f"{found[name]};{value}" if name in found else value
    return found
