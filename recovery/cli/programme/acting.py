"""What is done to one scheme: the command it comes to, and one sentence for what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.output import say
from recovery.cli.programme import telling
from recovery.cli.programme.case_values import case_with
from recovery.errors import UsageError
from recovery.programme.commands import (
    Approve,
    CreateScheme,
    EditScheme,
    MeetCondition,
    NewCondition,
    OverrideRating,
    Restore,
    SendBack,
    Tick,
    Untick,
    Withdraw,
)
from recovery.programme.scheme import Scheme
from recovery.sources.words import plain

if TYPE_CHECKING:
    import argparse

    from recovery.cli.programme.asking import Asked
    from recovery.programme.configuration import ChecklistItem
    from recovery.programme.state import SchemeState

NO_RATING: Final = "none"
_PARTS: Final = 3


def create(asked: Asked, arguments: argparse.Namespace) -> int:
    """Begin a scheme in the first stage."""
    scheme = case_with(Scheme(given.text(arguments.ref), "", ""), arguments.set, arguments.month, asked.programme)
    asked.perform(CreateScheme(scheme))
    return _said(f"{scheme.ref}: begun in {telling.stage(asked.programme, asked.state(scheme.ref))}.")


def edit(asked: Asked, arguments: argparse.Namespace) -> int:
    """Change a scheme's case."""
    before = asked.state(arguments.ref)
    if not arguments.set and not arguments.month:
        raise UsageError("Nothing to change was given: write --set field=value, or --month 3 actual=1200.")
    scheme = case_with(before.scheme, arguments.set, arguments.month, asked.programme)
    asked.perform(EditScheme(before.scheme.ref, scheme, _seen(arguments, before), given.text(arguments.reason)))
    return _said(telling.edited(asked.programme, before, asked.state(before.scheme.ref)))


def advance(asked: Asked, arguments: argparse.Namespace) -> int:
    """Give an approval."""
    before, approval = asked.state(arguments.ref), asked.programme.approval_named(arguments.approval)
    conditions = tuple(map(_condition, arguments.condition))
    evidence = given.text(arguments.evidence)
    asked.perform(Approve(before.scheme.ref, approval.key, evidence, conditions, _seen(arguments, before)))
    after = asked.state(before.scheme.ref)
    return _said(telling.approved(asked.programme, approval, asked.actor.name, before, after))


def send_back(asked: Asked, arguments: argparse.Namespace) -> int:
    """Send a scheme back."""
    before = asked.state(arguments.ref)
    to = asked.programme.stage_named(arguments.to).number if arguments.to else None
    asked.perform(SendBack(before.scheme.ref, given.text(arguments.reason), to, _seen(arguments, before)))
    return _said(telling.sent_back(asked.programme, asked.actor.name, before, asked.state(before.scheme.ref)))


def tick(asked: Asked, arguments: argparse.Namespace) -> int:
    """Tick an item of the checklist."""
    state = asked.state(arguments.ref)
    item = _item(asked, state, arguments.item)
    asked.perform(Tick(state.scheme.ref, item.key, given.text(arguments.evidence)))
    return _said(f"{state.scheme.ref}: '{item.words}' ticked by {asked.actor.name}.")


def untick(asked: Asked, arguments: argparse.Namespace) -> int:
    """Take a tick back."""
    state = asked.state(arguments.ref)
    item = _item(asked, state, arguments.item)
    asked.perform(Untick(state.scheme.ref, item.key, given.text(arguments.reason)))
    return _said(f"{state.scheme.ref}: the tick of '{item.words}' taken back by {asked.actor.name}.")


def rate(asked: Asked, arguments: argparse.Namespace) -> int:
    """Set a rating by hand, or take it back."""
    ref, reason = asked.state(arguments.ref).scheme.ref, given.text(arguments.reason)
    if plain(arguments.rating) == NO_RATING:
        asked.perform(OverrideRating(ref, None, reason))
        return _said(f"{ref}: the rating set by hand taken back by {asked.actor.name}; the computed one holds.")
    rating = asked.programme.rating_named(arguments.rating)
    asked.perform(OverrideRating(ref, rating.name, reason))
    return _said(f"{ref}: rated {rating.name} by {asked.actor.name}, over the computed rating.")


def meet(asked: Asked, arguments: argparse.Namespace) -> int:
    """Say that a condition is met."""
    ref, number = asked.state(arguments.ref).scheme.ref, given.whole(arguments.condition, "condition's number")
    asked.perform(MeetCondition(ref, number, given.text(arguments.evidence)))
    left = sum(one.met_on is None for one in asked.state(ref).conditions)
    return _said(f"{ref}: condition {number} met; {left or 'none'} {'is' if left == 1 else 'are'} still open.")


def withdraw(asked: Asked, arguments: argparse.Namespace) -> int:
    """Take a scheme out of the programme."""
    ref = asked.state(arguments.ref).scheme.ref
    asked.perform(Withdraw(ref, given.text(arguments.reason)))
    return _said(f"{ref}: withdrawn by {asked.actor.name}; it is in no total any more.")


def restore(asked: Asked, arguments: argparse.Namespace) -> int:
    """Bring a withdrawn scheme back."""
    ref = asked.state(arguments.ref).scheme.ref
    asked.perform(Restore(ref, given.text(arguments.reason)))
    return _said(f"{ref}: restored at {telling.stage(asked.programme, asked.state(ref))} by {asked.actor.name}.")


def _said(sentence: str) -> int:
    say(sentence)
    return 0


def _seen(arguments: argparse.Namespace, state: SchemeState) -> int:
    """Return the version that the person says they have read, else the one that is read now."""
    return given.whole(arguments.seen, "version") if arguments.seen else state.case_version


def _condition(text: str) -> NewCondition:
    parts = [part.strip() for part in given.text(text).rsplit(";", _PARTS - 1)]
    if len(parts) != _PARTS or not all(parts):
        raise UsageError(f"'{text}' is not a condition: write \"TEXT; OWNER; YYYY-MM-DD\".")
    return NewCondition(parts[0], parts[1], given.day(parts[2]))


def _item(asked: Asked, state: SchemeState, text: str) -> ChecklistItem:
    """Return an item of the present gateway's checklist by its key or its words."""
    items = asked.programme.stage(state.stage).checklist
    for item in items:
        if plain(text) in {plain(item.key), plain(item.words)}:
            return item
    keys = ", ".join(item.key for item in items)
    raise UsageError(
        f"'{text}' is not on the checklist of {telling.stage(asked.programme, state)}: choose one of {keys}."
    )
