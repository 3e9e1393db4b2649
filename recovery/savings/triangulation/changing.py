"""Changing the map: from where each thing is put to the judgements that keep it, one area each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.names import name_key
from recovery.programme.commands import Judge, TakeBack
from recovery.savings.triangulation.area_map import SIDES, MapEntry
from recovery.savings.triangulation.held_map import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Thing = tuple[str, str]
"""What can be mapped: its side and its name."""


def entries_of(places: Mapping[Thing, str], known: Iterable[str] = ()) -> list[MapEntry]:
    """Return the map that puts each thing in the area named for it ('' is in none), in the order of the things.

    An area is written as it is `known` already, else as it was written first.
    """
    spelt = {name_key(area): area for area in reversed([*known, *filter(None, places.values())])}
    found: dict[str, dict[str, list[str]]] = {}
    for (side, name), area in places.items():
        if name_key(area):
            found.setdefault(spelt[name_key(area)].strip(), {}).setdefault(side, []).append(name)
    return [MapEntry(area, **{side: tuple(names) for side, names in sides.items()}) for area, sides in found.items()]


def map_commands(
    kept: Sequence[MapEntry], versions: Mapping[str, int], wanted: Sequence[MapEntry], reason: str
) -> list[Judge | TakeBack]:
    """Return what turns the kept map into the wanted one, as one write.

    `versions` are those that the reader had before them, of every area there has ever been.  What moves between areas
    is taken out of the one before it is put into the other, so that it never belongs to two.
    """
    before, after = ({entry.area: entry for entry in entries} for entries in (kept, wanted))
    commands: list[Judge | TakeBack] = []
    seen = dict(versions)
    for area, entry in before.items():
        left = _within(entry, after[area]) if area in after else None
        if left is None:
            commands.append(TakeBack(KIND, area, reason, seen.get(area, 0)))
        elif not _same(left, entry):
            commands.append(_judge(left, reason, seen))
            before[area] = left
    commands += [
        _judge(entry, reason, seen)
        for area, entry in after.items()
        if area not in before or not _same(entry, before[area])
    ]
    return commands


def _judge(entry: MapEntry, reason: str, seen: dict[str, int]) -> Judge:
    version = seen.get(entry.area, 0)
    seen[entry.area] = version + 1
    return Judge(KIND, entry.area, {side: list(entry.names(side)) for side in SIDES}, reason, version)


def _within(entry: MapEntry, other: MapEntry) -> MapEntry:
    """Return an area with those of its things that another version of it has as well."""
    sides = {}
    for side in SIDES:
        held = set(map(name_key, other.names(side)))
        sides[side] = tuple(name for name in entry.names(side) if name_key(name) in held)
    return MapEntry(entry.area, **sides)


def _same(entry: MapEntry, other: MapEntry) -> bool:
    return all({*map(name_key, entry.names(side))} == {*map(name_key, other.names(side))} for side in SIDES)
