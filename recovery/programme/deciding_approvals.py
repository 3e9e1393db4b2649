"""The gateways: giving an approval, which moves a scheme on once all are given, and sending a scheme back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from recovery.errors import NotAllowed, NotReady, UsageError
from recovery.programme.checklist import approvals_needed, stands_in_the_way
from recovery.programme.commands import Approve, NewCondition, SendBack
from recovery.programme.configuration import Programme, ProgrammeStage, RequiredApproval
from recovery.programme.context import Context, Draft, required, tidied
from recovery.programme.event_kinds import Happened
from recovery.programme.own_scheme import is_named
from recovery.programme.permissions import APPROVE, Asked, own_refusal
from recovery.programme.standing import as_seen, must_be_live
from recovery.programme.state import SchemeState, Tick
from recovery.programme.wording import day


def approve(command: Approve, state: SchemeState, context: Context) -> list[Draft]:
    """Give an approval of the present gateway; the last one needed moves the scheme on, or closes it."""
    must_be_live(state)
    approval = approval_meant(command.approval, state, context.programme)
    if is_named(context.names, state.named):
        raise NotAllowed(own_refusal(context.by, Asked(APPROVE, context.organisation, state, approval, context.people)))
    as_seen(state, command.seen)
    if given := state.approvals.get(approval.key):
        raise NotReady(f"{approval.name} of {state.scheme.ref} was given by {given.by} on {day(given.on)} already.")
    evidence = tidied(command.evidence)
    conditions = _conditions(command.conditions, state, context)
    is_last = _is_last(approval, state, context.programme)
    ticks = _ticks(state, context.programme) if is_last and evidence else ()
    if not conditions:
        _must_be_ready(state, ticks, evidence, context)
    body = {
        "approval": approval.key,
        "name": approval.name,
        "stage": state.stage,
        "evidence": evidence,
        "case_version": state.case_version,
        "conditions": conditions,
        "ticks": list(ticks),
    }
    return [Draft(Happened.APPROVED, body), *(_onward(state, context.programme) if is_last else ())]


def send_back(command: SendBack, state: SchemeState, context: Context) -> list[Draft]:
    """Send a scheme back to an earlier stage, or to be worked over in its own; its approvals there begin anew."""
    must_be_live(state)
    as_seen(state, command.seen)
    reason = required(command.reason, f"Say why {state.scheme.ref} is sent back.")
    to = max(state.stage - 1, 0) if command.to is None else command.to
    if not 0 <= to <= state.stage:
        present = context.programme.stage(state.stage)
        raise UsageError(
            f"{state.scheme.ref} is at {present.number} {present.name}: it can only be sent back from there."
        )
    body = {"from": state.stage, "to": to, "approvals": sorted(state.approvals), "case_version": state.case_version}
    return [Draft(Happened.SENT_BACK, body, reason)]


def approval_meant(text: str, state: SchemeState, programme: Programme) -> RequiredApproval:
    """Return the approval of the present gateway that goes by a key or name; a NotReady where it is another's."""
    stage = programme.stage(state.stage)
    here = replace(programme, stages=(stage,))
    approval = programme.approval_named(text)
    if approval in stage.approvals:
        return approval
    try:
        return here.approval_named(text)
    except UsageError:
        names = "; ".join(one.name for one in stage.approvals)
        raise NotReady(
            f"{approval.name} is not given at {_called(stage)}, where {state.scheme.ref} is; needed there: {names}."
        ) from None


def _is_last(approval: RequiredApproval, state: SchemeState, programme: Programme) -> bool:
    stand = {*state.approvals, approval.key}
    return all(one.key in stand for one in approvals_needed(programme, state))


def _ticks(state: SchemeState, programme: Programme) -> tuple[str, ...]:
    """Return the items that only a tick can meet and that have none."""
    checklist = programme.stage(state.stage).checklist
    return tuple(item.key for item in checklist if not item.test and item.key not in state.ticks)


def _must_be_ready(state: SchemeState, ticks: Collection[str], evidence: str, context: Context) -> None:
    ticked = {item: Tick(item, context.by, context.on, evidence) for item in ticks}
    lacking = stands_in_the_way(context.programme, replace(state, ticks={**state.ticks, **ticked}))
    if lacking:
        stage = context.programme.stage(state.stage)
        reasons = "; ".join(why[:1].lower() + why[1:] if why[1:2].islower() else why for why in lacking)
        raise NotReady(f"{state.scheme.ref} cannot leave {_called(stage)} yet: {reasons}.")


def _conditions(given: Collection[NewCondition], state: SchemeState, context: Context) -> list[Mapping[str, Any]]:
    if given and state.stage == len(context.programme.stages) - 1:
        raise UsageError(f"{state.scheme.ref} would be closed with conditions that nobody could meet: give none.")
    return [_condition(one, number, context) for number, one in enumerate(given, start=len(state.conditions) + 1)]


def _condition(one: NewCondition, number: int, context: Context) -> Mapping[str, Any]:
    text = required(one.text, "A condition needs a text: what has to be done.")
    owner = required(one.owner, f"The condition '{text}' needs an owner.")
    if one.due < context.on:
        raise UsageError(f"The condition '{text}' is due on {day(one.due)}, before the approval of {day(context.on)}.")
    return {"number": number, "text": text, "owner": owner, "due": one.due.isoformat()}


def _onward(state: SchemeState, programme: Programme) -> tuple[Draft]:
    here, to = state.stage, state.stage + 1
    if to == len(programme.stages):
        return (Draft(Happened.CLOSED, {"from": here, "case_version": state.case_version}),)
    return (Draft(Happened.MOVED, {"from": here, "to": to, "case_version": state.case_version}),)


def _called(stage: ProgrammeStage) -> str:
    return f"{stage.number} {stage.name}"
