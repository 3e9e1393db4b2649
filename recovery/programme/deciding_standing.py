"""Ticks, conditions, ratings by hand, withdrawing and restoring."""

from __future__ import annotations

from recovery.errors import NotReady, UsageError
from recovery.programme.commands import MeetCondition, OverrideRating, Restore, Tick, Untick, Withdraw
from recovery.programme.context import Context, Draft, required
from recovery.programme.event_kinds import Happened
from recovery.programme.standing import must_be_live
from recovery.programme.state import SchemeState, Status
from recovery.programme.wording import day


def tick(command: Tick, state: SchemeState, context: Context) -> list[Draft]:
    """Say that an item which the data cannot test is met, on some evidence."""
    must_be_live(state)
    stage = context.programme.stage(state.stage)
    item = next((one for one in stage.checklist if one.key == command.item), None)
    if item is None:
        raise UsageError(f"'{command.item}' is not on the checklist of {stage.number} {stage.name}.")
    if item.test:
        raise UsageError(f"'{item.words}' is tested by the data and cannot be ticked: change the case instead.")
    evidence = required(command.evidence, f"Say on what evidence '{item.words}' is met.")
    return [Draft(Happened.TICKED, {"item": item.key, "words": item.words, "evidence": evidence})]


def untick(command: Untick, state: SchemeState, _context: Context) -> list[Draft]:
    """Take a tick back."""
    must_be_live(state)
    if command.item not in state.ticks:
        raise UsageError(f"'{command.item}' is not ticked in {state.scheme.ref}.")
    reason = required(command.reason, "Say why the tick is taken back.")
    return [Draft(Happened.UNTICKED, {"item": command.item}, reason)]


def meet_condition(command: MeetCondition, state: SchemeState, _context: Context) -> list[Draft]:
    """Say that a condition of an approval is met, on some evidence."""
    must_be_live(state)
    condition = next((one for one in state.conditions if one.number == command.number), None)
    if condition is None:
        raise UsageError(f"{state.scheme.ref} has no condition {command.number}.")
    if condition.met_on:
        raise NotReady(f"Condition {command.number} of {state.scheme.ref} is met since {day(condition.met_on)}.")
    evidence = required(command.evidence, f"Say on what evidence condition {command.number} is met.")
    return [Draft(Happened.CONDITION_MET, {"number": condition.number, "text": condition.text, "evidence": evidence})]


def override_rating(command: OverrideRating, state: SchemeState, context: Context) -> list[Draft]:
    """Set a rating by hand, or take it back."""
    must_be_live(state)
    reason = required(command.reason, "Say why the rating is set by hand, or taken back.")
    before = state.override.rating if state.override else ""
    if command.rating is not None:
        rating = context.programme.rating_named(command.rating).name
        return [Draft(Happened.RATED, {"rating": rating, "before": before}, reason)]
    if not before:
        raise UsageError(f"The rating of {state.scheme.ref} is not set by hand.")
    return [Draft(Happened.RATING_CLEARED, {"before": before}, reason)]


def withdraw(command: Withdraw, state: SchemeState, _context: Context) -> list[Draft]:
    """Take a scheme out of the programme."""
    must_be_live(state)
    return [Draft(Happened.WITHDRAWN, {}, required(command.reason, f"Say why {state.scheme.ref} is withdrawn."))]


def restore(command: Restore, state: SchemeState, _context: Context) -> list[Draft]:
    """Bring a withdrawn scheme back."""
    if state.status is not Status.WITHDRAWN:
        raise NotReady(f"{state.scheme.ref} is {state.status}, not withdrawn: there is nothing to restore.")
    return [Draft(Happened.RESTORED, {}, required(command.reason, f"Say why {state.scheme.ref} is restored."))]
