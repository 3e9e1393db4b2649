"""What a chart means: whether its latest point is better or worse by more than chance, and whether a target is met."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recovery.measures.spc.chart import Point
    from recovery.measures.spc.limits import Number


class Direction(enum.StrEnum):
    """Which way is better; neutral where neither is."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Variation(enum.StrEnum):
    """What a point says: a change for the better, for the worse, a change that is neither, or chance."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"
    COMMON_CAUSE = "common cause"


class Assurance(enum.StrEnum):
    """Whether a process as it stands meets a target: always, never, or now and then."""

    PASS = "pass"  # noqa: S105 - a word, not a password
    FAIL = "fail"
    HIT_OR_MISS = "hit or miss"


WANTED = {Direction.INCREASE: 1, Direction.DECREASE: -1, Direction.NEUTRAL: 0}


def variation(point: Point, direction: Direction) -> Variation:
    """Return what a point says, given which way is better."""
    if not point.way:
        return Variation.COMMON_CAUSE
    if direction is Direction.NEUTRAL:
        return Variation.NEUTRAL
    return Variation.IMPROVEMENT if point.way == WANTED[direction] else Variation.CONCERN


def assurance(
    target: Number | None, lower: Number | None, upper: Number | None, direction: Direction
) -> Assurance | None:
    """Return whether the limits lie wholly on the good side of a target, wholly on the bad side, or about it.

    None without a target or limits, or where neither way is better.
    """
    if target is None or lower is None or upper is None or direction is Direction.NEUTRAL:
        return None
    if lower <= target <= upper:
        return Assurance.HIT_OR_MISS
    side = 1 if lower > target else -1
    return Assurance.PASS if side == WANTED[direction] else Assurance.FAIL
