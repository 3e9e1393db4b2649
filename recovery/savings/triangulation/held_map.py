"""The map that holds for a view: the one that people have confirmed, else the one that names suggest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.savings.triangulation.area_map import SIDES, AreaMap, MapEntry
from recovery.savings.triangulation.proposing import proposed

if TYPE_CHECKING:
    from recovery.engine.queries import Asks, Judgement
    from recovery.savings.triangulation.items import Gathered
    from recovery.view import View

KIND: Final = "map"
"""The kind of judgement that an area of the map is kept as; its name is the area's."""


def map_of(engine: Asks, view: View, found: Gathered) -> AreaMap:
    """Return the map for what is there, its areas in the order of the tables."""
    held = confirmed_map(engine, view)
    if not held.is_confirmed:
        return proposed(found.names())
    places = {key: place for place, key in enumerate(found.items)}
    return replace(held, entries=tuple(sorted(held.entries, key=lambda entry: _first(entry, places))))


def confirmed_map(engine: Asks, view: View) -> AreaMap:
    """Return the map that people have confirmed, without an area where it is only a proposal."""
    kept = queries.judgements(engine, view, KIND)
    return AreaMap(
        tuple(map(entry_of, kept)),
        is_confirmed=bool(kept),
        is_illustrative=any(one.illustrative for one in kept),
    )


def entry_of(kept: Judgement) -> MapEntry:
    """Return one area of the map as it is kept."""
    return MapEntry(kept.key, **{side: tuple(kept.body[side]) for side in SIDES})


def versions(engine: Asks, view: View) -> dict[str, int]:
    """Return the newest version of every area that the map has ever had."""
    found: dict[str, int] = {}
    for kind, key, version, *_ in queries.judgement_history(engine, view):
        if kind == KIND:
            found[key] = max(version, found.get(key, 0))
    return found


def _first(entry: MapEntry, places: Mapping[tuple[str, str], int]) -> int:
    return min((places.get(key, len(places)) for key in entry.keys), default=len(places))
