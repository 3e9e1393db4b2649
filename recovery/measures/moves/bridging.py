"""A bridge from one amount to another: what it was, the steps with their causes, what it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NOUGHT: Final = Decimal(0)
Key = tuple[str, ...]
"""What two months' rows are compared by: names without case, and which of the same name it is."""


@dataclass(frozen=True)
class Step:
    """One step: its cause, what it is of, its amount in pounds (favourable positive)."""

    cause: str
    name: str
    amount: Decimal


@dataclass(frozen=True)
class Moved:
    """One measure's bridge; opening and steps come to closing exactly."""

    measure: str
    opening: Decimal
    steps: tuple[Step, ...]
    closing: Decimal


def bridged(measure: str, opening: Decimal, closing: Decimal, steps: Iterable[Step], left: str) -> Moved:
    """Return a bridge of the steps that are not nought; what they leave is a step of its own, called `left`."""
    told = [step for step in steps if step.amount]
    unexplained = closing - opening - sum((step.amount for step in told), NOUGHT)
    last = [Step(left, left, unexplained)] if unexplained else []
    return Moved(measure, opening, (*told, *last), closing)


def changes(
    cause: str, before: Mapping[Key, tuple[str, Decimal]], now: Mapping[Key, tuple[str, Decimal]]
) -> dict[Key, Step]:
    """Return how each row moved, in the order of now; one that is new or gone is told so."""
    found = {
        key: Step(cause, name if key in before else f"{name} (new)", amount - before.get(key, ("", NOUGHT))[1])
        for key, (name, amount) in now.items()
    }
    gone = {
        key: Step(cause, f"{name} (no longer shown)", -amount)
        for key, (name, amount) in before.items()
        if key not in now
    }
    return found | gone


def less(steps: Mapping[Key, Step], taken: Mapping[Key, Decimal]) -> dict[Key, Step]:
    """Return steps with what another step already tells of the same rows taken off."""
    return {key: replace(step, amount=step.amount - taken.get(key, NOUGHT)) for key, step in steps.items()}


def keyed(names: Iterable[Sequence[str]]) -> list[Key]:
    """Return a key for each row's names: without case, with single spaces, and numbered where names stand twice."""
    met: Counter[Key] = Counter()
    keys = []
    for row in names:
        key = tuple(name_key(name) for name in row)
        met[key] += 1
        keys.append((*key, str(met[key])))
    return keys
