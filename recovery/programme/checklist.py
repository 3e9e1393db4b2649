"""A gateway's checklist: each item tested by the data where it can be, else by whether somebody has ticked it."""

from __future__ import annotations

from dataclasses import dataclass

from recovery.programme.checklist_tests import TESTS
from recovery.programme.configuration import ChecklistItem, Programme, RequiredApproval
from recovery.programme.state import SchemeState, Status, Tick


@dataclass(frozen=True)
class Checked:
    """An item of the present gateway: whether it is met and why; `tick` is there where somebody ticked it."""

    item: ChecklistItem
    met: bool
    why: str
    tick: Tick | None


def checked(programme: Programme, state: SchemeState) -> tuple[Checked, ...]:
    """Return the present gateway's items in their order, tested or ticked."""
    return tuple(_checked(item, state) for item in programme.stage(state.stage).checklist)


def stands_in_the_way(programme: Programme, state: SchemeState) -> tuple[str, ...]:
    """Return in plain words why a live scheme's items are not met; nothing where all are."""
    if state.status is not Status.LIVE:
        return ()
    return tuple(one.why for one in checked(programme, state) if not one.met)


def approvals_outstanding(programme: Programme, state: SchemeState) -> tuple[RequiredApproval, ...]:
    """Return the approvals that a live scheme still needs to leave its stage."""
    if state.status is not Status.LIVE:
        return ()
    return tuple(one for one in approvals_needed(programme, state) if one.key not in state.approvals)


def approvals_needed(programme: Programme, state: SchemeState) -> tuple[RequiredApproval, ...]:
    """Return the approvals needed to leave the present stage; a short path never leaves a gateway without any."""
    short = programme.approvals_needed(state.stage, state.scheme.net_value)
    return short or programme.stage(state.stage).approvals


def _checked(item: ChecklistItem, state: SchemeState) -> Checked:
    if item.test:
        met, why = TESTS[item.test](state)
        return Checked(item, met, why, None)
    tick = state.ticks.get(item.key)
    why = f"Ticked by {tick.by}: {tick.evidence}" if tick else f"Not ticked: {item.words}"
    return Checked(item, tick is not None, why, tick)
