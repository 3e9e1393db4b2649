"""Beginning a scheme, bringing one in, giving one a new case."""

from __future__ import annotations

from recovery.errors import Conflict, NotReady, UsageError
from recovery.programme.commands import BringIn, CreateScheme, EditScheme
from recovery.programme.context import Context, Draft, tidied
from recovery.programme.event_kinds import Happened
from recovery.programme.lapsing import lapsing
from recovery.programme.scheme import Scheme
from recovery.programme.scheme_json import to_data
from recovery.programme.soundness import sound
from recovery.programme.standing import as_seen, must_be_live
from recovery.programme.state import SchemeState, Status


def create(command: CreateScheme, state: SchemeState | None, context: Context) -> list[Draft]:
    """Begin a scheme in the first stage."""
    scheme = sound(command.scheme, context.programme)
    if state:
        raise Conflict(
            f"{scheme.ref} is in the register already, as '{state.scheme.title}': choose another reference.",
            key=scheme.ref,
            newest=state.version,
        )
    return [Draft(Happened.CREATED, {"scheme": to_data(scheme), "stage": 0, "status": Status.LIVE.value})]


def bring_in(command: BringIn, state: SchemeState | None, context: Context) -> list[Draft]:
    """Bring a scheme in where a register has it, or give one that is kept the register's case."""
    scheme = sound(command.scheme, context.programme)
    stage, status = command.stage, _status(command, scheme.ref)
    if not 0 <= stage < len(context.programme.stages):
        raise UsageError(f"{scheme.ref}: the {context.programme.name} programme has no stage {stage}.")
    if state is None:
        return [Draft(Happened.BROUGHT_IN, {"scheme": to_data(scheme), "stage": stage, "status": status.value})]
    if stage != state.stage:
        here, there = (f"{number} {context.programme.stage(number).name}" for number in (state.stage, stage))
        raise NotReady(
            f"{scheme.ref} is at {here} and the register has it at {there}: approvals move schemes, imports do not."
        )
    if status is not state.status:
        raise NotReady(
            f"{scheme.ref} is {state.status} and the register has it as {status}: withdraw, restore or close it here."
        )
    if scheme != state.scheme:
        as_seen(state, command.seen)
    return _edited(scheme, state, "", context)


def edit(command: EditScheme, state: SchemeState, context: Context) -> list[Draft]:
    """Give a scheme a new case; approvals that stand lapse where its money changes or it names who gave them."""
    if tidied(command.scheme.ref) != state.scheme.ref:
        raise UsageError(f"The reference of {state.scheme.ref} cannot be changed.")
    must_be_live(state)
    as_seen(state, command.seen)
    return _edited(sound(command.scheme, context.programme), state, command.reason, context)


def _edited(scheme: Scheme, state: SchemeState, reason: str, context: Context) -> list[Draft]:
    if scheme == state.scheme:
        return []
    must_be_live(state)
    edited = Draft(Happened.EDITED, {"scheme": to_data(scheme)}, reason)
    keys, why = lapsing(state, scheme, context.people)
    return [edited, Draft(Happened.LAPSED, {"approvals": keys, "stage": state.stage}, why)] if keys else [edited]


def _status(command: BringIn, ref: str) -> Status:
    try:
        return Status(command.status.strip().casefold())
    except ValueError:
        raise UsageError(f"{ref}: '{command.status}' is not a status: write {', '.join(Status)}.") from None
