"""An organisation's own risk weights: what was set, from which day, by whom and why."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from recovery.errors import UsageError
from recovery.programme.commands import ChangeWeights, Weight
from recovery.programme.configuration import Programme
from recovery.programme.context import Draft, required
from recovery.programme.event_kinds import WEIGHTS_CHANGED
from recovery.record import EventEntry

BY_STAGE: Final = "stage"
BY_RATING: Final = "rag"
BY_BOTH: Final = "stage and rag"
_SMALLEST_STEP: Final = Decimal("0.000001")


@dataclass(frozen=True)
class DatedWeight:
    """A weight from a day on; of two from the same day the one set later (`at`) holds."""

    basis: str
    key: str
    weight: Decimal
    effective_from: dt.date
    reason: str
    by: str
    at: dt.datetime


def weights_of(events: Iterable[EventEntry]) -> tuple[DatedWeight, ...]:
    """Return every weight that was ever set, in the order in which they were."""
    return tuple(weight for event in events for weight in _weights(event))


def decide_weights(command: ChangeWeights, held: Iterable[EventEntry], programme: Programme) -> list[Draft]:
    """Return what a change of weights makes; nothing where they are all so already from that day.

    A UsageError that lists all that is wrong: a weight outside 0 to 1, a stage or rating that is not the programme's.
    """
    reason = required(command.reason, "Say why the risk weights are changed.")
    if not command.weights:
        raise UsageError("Say which risk weights are to be changed.")
    wrong = [why for one in command.weights if (why := _wrong(one, programme))]
    if wrong:
        raise UsageError(" ".join(wrong))
    meant = [Weight(one.basis, key_of(one, programme), one.weight) for one in command.weights]
    same_day = [one for one in weights_of(held) if one.effective_from == command.effective_from]
    stand = {(one.basis, one.key): one.weight for one in same_day}
    if all(stand.get((one.basis, one.key)) == one.weight for one in meant):
        return []
    weights = [{"basis": one.basis, "key": one.key, "weight": f"{one.weight.normalize() + 0:f}"} for one in meant]
    body = {"effective_from": command.effective_from.isoformat(), "weights": weights}
    return [Draft(WEIGHTS_CHANGED, body, reason)]


def key_of(weight: Weight, programme: Programme) -> str:
    """Return a weight's key in the programme's own names; a UsageError where it is none of them."""
    if weight.basis == BY_STAGE:
        return programme.stage_named(weight.key).name
    if weight.basis == BY_RATING:
        return programme.rating_named(weight.key).name
    stage, _, rating = weight.key.rpartition(",")
    return f"{programme.stage_named(stage).name}, {programme.rating_named(rating).name}"


def _wrong(weight: Weight, programme: Programme) -> str:
    if weight.basis not in {BY_STAGE, BY_RATING, BY_BOTH}:
        return f"'{weight.basis}' is not what a weight goes by: write {BY_STAGE}, {BY_RATING} or {BY_BOTH}."
    number = weight.weight
    if not number.is_finite() or not 0 <= number <= 1:
        return f"The weight of {weight.key} is {number}: it has to be between 0 and 1."
    if number != number.quantize(_SMALLEST_STEP):
        return f"The weight of {weight.key} has more than six decimals."
    try:
        key_of(weight, programme)
    except UsageError as error:
        return str(error)
    return ""


def _weights(event: EventEntry) -> list[DatedWeight]:
    body = json.loads(event.body)
    effective_from = dt.date.fromisoformat(body["effective_from"])
    return [
        DatedWeight(one["basis"], one["key"], Decimal(one["weight"]), effective_from, event.reason, event.by, event.at)
        for one in body["weights"]
    ]
