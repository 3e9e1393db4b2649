"""From what happened to what is: a scheme's events, oldest first, give its state after any of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, TypeVar

from recovery.errors import RecordError
from recovery.programme.event_kinds import Happened
from recovery.programme.scheme_json import from_data
from recovery.programme.state import Approval, Condition, Override, SchemeState, Status, Tick
from recovery.programme.weights import DatedWeight, weights_of
from recovery.record import EventEntry

__all__ = ["DatedWeight", "fold", "states", "step", "weights_of"]

Body = Mapping[str, Any]
Value = TypeVar("Value")


def fold(events: Iterable[EventEntry]) -> SchemeState:
    """Return the state of one scheme after its events, oldest first; a RecordError where there is none."""
    state: SchemeState | None = None
    for event in events:
        state = step(state, event)
    if state is None:
        raise RecordError("A scheme without events has no state.")
    return state


def states(events: Iterable[EventEntry]) -> dict[str, SchemeState]:
    """Return the state of each scheme by its reference; each scheme's events come oldest first."""
    found: dict[str, SchemeState] = {}
    for event in events:
        found[event.subject.key] = step(found.get(event.subject.key), event)
    return found


def step(state: SchemeState | None, event: EventEntry) -> SchemeState:
    """Return the state after one more event; a RecordError for an event that cannot stand there."""
    body: Body = json.loads(event.body)
    if event.kind in _BEGINS:
        changed = _begun(event, body)
    elif state is None or event.version != state.version + 1 or event.kind not in _CHANGES:
        where = f"{event.subject.key}, version {event.version}"
        raise RecordError(f"The history of {where} cannot be read: '{event.kind}' does not follow.")
    else:
        changed = _CHANGES[Happened(event.kind)](state, event, body)
    return replace(changed, version=event.version, changed_on=event.effective_on)


def _begun(event: EventEntry, body: Body) -> SchemeState:
    scheme = from_data(body["scheme"])
    return SchemeState(
        organisation=event.subject.organisation,
        year=event.subject.year,
        scheme=scheme,
        version=event.version,
        case_version=event.version,
        stage=body.get("stage", 0),
        status=Status(body.get("status", Status.LIVE)),
        entered_stage_on=event.effective_on,
        changed_on=event.effective_on,
        created_by=event.by,
        named=scheme.people,
        illustrative=event.illustrative,
    )


def _edited(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    scheme = from_data(body["scheme"])
    return replace(state, scheme=scheme, case_version=event.version, named=state.named | scheme.people)


def _ticked(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    tick = Tick(body["item"], event.by, event.effective_on, body["evidence"])
    return replace(state, ticks=_with(state.ticks, {tick.item: tick}))


def _unticked(state: SchemeState, _event: EventEntry, body: Body) -> SchemeState:
    return replace(state, ticks=_without(state.ticks, [body["item"]]))


def _approved(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    """An approval, the conditions it makes, and the items for which its evidence stands."""
    made = tuple(_condition(body["approval"], one) for one in body["conditions"])
    approval = Approval(
        approval=body["approval"],
        stage=state.stage,
        by=event.by,
        on=event.effective_on,
        evidence=body["evidence"],
        case_version=body["case_version"],
        conditions=tuple(one.number for one in made),
    )
    ticks = {item: Tick(item, event.by, event.effective_on, body["evidence"]) for item in body["ticks"]}
    return replace(
        state,
        approvals=_with(state.approvals, {approval.approval: approval}),
        ticks=_with(state.ticks, ticks),
        conditions=(*state.conditions, *made),
    )


def _condition(approval: str, one: Body) -> Condition:
    return Condition(one["number"], approval, one["text"], one["owner"], dt.date.fromisoformat(one["due"]))


def _moved(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    """To another stage, on or back: its approvals and ticks begin anew; its days too, unless it is the same stage."""
    since = state.entered_stage_on if body["to"] == state.stage else event.effective_on
    return replace(state, stage=body["to"], entered_stage_on=since, approvals=_none(), ticks=_none())


def _closed(state: SchemeState, _event: EventEntry, _body: Body) -> SchemeState:
    return replace(state, status=Status.CLOSED)


def _lapsed(state: SchemeState, _event: EventEntry, body: Body) -> SchemeState:
    return replace(state, approvals=_without(state.approvals, body["approvals"]))


def _condition_met(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    met = tuple(
        replace(one, met_on=event.effective_on, evidence=body["evidence"]) if one.number == body["number"] else one
        for one in state.conditions
    )
    return replace(state, conditions=met)


def _rated(state: SchemeState, event: EventEntry, body: Body) -> SchemeState:
    return replace(state, override=Override(body["rating"], event.reason, event.by, event.effective_on))


def _rating_cleared(state: SchemeState, _event: EventEntry, _body: Body) -> SchemeState:
    return replace(state, override=None)


def _withdrawn(state: SchemeState, _event: EventEntry, _body: Body) -> SchemeState:
    return replace(state, status=Status.WITHDRAWN)


def _restored(state: SchemeState, _event: EventEntry, _body: Body) -> SchemeState:
    return replace(state, status=Status.LIVE)


def _none() -> Mapping[str, Any]:
    return MappingProxyType({})


def _with(held: Mapping[str, Value], more: Mapping[str, Value]) -> Mapping[str, Value]:
    return MappingProxyType({**held, **more})


def _without(held: Mapping[str, Value], keys: Iterable[str]) -> Mapping[str, Value]:
    gone = set(keys)
    return MappingProxyType({key: value for key, value in held.items() if key not in gone})


_BEGINS: Final = frozenset({Happened.CREATED, Happened.BROUGHT_IN})
_CHANGES: Final[Mapping[Happened, Callable[[SchemeState, EventEntry, Body], SchemeState]]] = {
    Happened.EDITED: _edited,
    Happened.TICKED: _ticked,
    Happened.UNTICKED: _unticked,
    Happened.APPROVED: _approved,
    Happened.MOVED: _moved,
    Happened.CLOSED: _closed,
    Happened.SENT_BACK: _moved,
    Happened.LAPSED: _lapsed,
    Happened.CONDITION_MET: _condition_met,
    Happened.RATED: _rated,
    Happened.RATING_CLEARED: _rating_cleared,
    Happened.WITHDRAWN: _withdrawn,
    Happened.RESTORED: _restored,
}
