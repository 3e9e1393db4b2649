"""The map of areas: which plan lines, target areas, position lines and activity codes are one area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

SIDES: Final[Mapping[str, str]] = {
    "plan_lines": "plan line",
    "target_areas": "target area",
    "position_lines": "position line",
    "activity_codes": "activity code",
}
"""The kinds of thing that a map brings together, by the field that holds them, with what one of them is called."""


@dataclass(frozen=True)
class MapEntry:
    """One area of the map with what belongs to it, by the names that the tables use."""

    area: str
    plan_lines: tuple[str, ...] = ()
    target_areas: tuple[str, ...] = ()
    position_lines: tuple[str, ...] = ()
    activity_codes: tuple[str, ...] = ()

    def names(self, side: str) -> tuple[str, ...]:
        """Return what belongs to the area on one side."""
        held: tuple[str, ...] = getattr(self, side)
        return held

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Return everything that belongs to the area once, by side and key."""
        return list(dict.fromkeys((side, name_key(name)) for side in SIDES for name in self.names(side)))


@dataclass(frozen=True)
class AreaMap:
    """The entries of a map, in order; one that nobody has confirmed is only a proposal."""

    entries: tuple[MapEntry, ...] = ()
    is_confirmed: bool = False
    is_illustrative: bool = False

    def __post_init__(self) -> None:
        """Refuse a map in which something belongs to two areas."""
        refuse_doubles(self.entries)

    def area_of(self, side: str, name: str) -> str:
        """Return the area to which something belongs, '' where it is not mapped."""
        return self.areas.get((side, name_key(name)), "")

    @cached_property
    def areas(self) -> Mapping[tuple[str, str], str]:
        """Return the area of everything that is mapped, by side and key."""
        return {key: entry.area for entry in self.entries for key in entry.keys}

    @property
    def standing(self) -> str:
        """Return in words whether figures may build on it."""
        return "confirmed" if self.is_confirmed else "proposed, not confirmed"


def refuse_doubles(entries: Sequence[MapEntry]) -> None:
    """Raise a UsageError that names whatever belongs to more than one area."""
    wrong = [text for side in SIDES for text in _doubles(side, entries)]
    if wrong:
        raise UsageError(" ".join(wrong))


def _doubles(side: str, entries: Iterable[MapEntry]) -> list[str]:
    held: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        for name in {name_key(one): one for one in entry.names(side)}.values():
            held.setdefault(name_key(name), []).append((name, entry.area))
    return [
        f"The {SIDES[side]} '{found[0][0]}' belongs to '{found[0][1]}' and to '{found[1][1]}': "
        "it can belong to one area only."
        for found in held.values()
        if len(found) > 1
    ]
