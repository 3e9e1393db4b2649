"""The map that holds for a view: the one that people have confirmed, else the one that names suggest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.savings.triangulation.area_map import SIDES, AreaMap, MapEntry, name_key
from recovery.savings.triangulation.proposing import proposed

if TYPE_CHECKING:
    from recovery.engine.queries import Asks, Judgement
    from recovery.savings.triangulation.gathering import Gathered
    from recovery.view import View

KIND: Final = "map"
"""The kind of judgement that an area of the map is kept as; its name is the area's."""


def map_of(engine: Asks, view: View, found: Gathered) -> AreaMap:
    """Return the map for what is there, its areas in the order of the tables."""
    kept = queries.judgements(engine, view, KIND)
    if not kept:
        return proposed(found.names())
    places = {key: place for place, key in enumerate(found.items)}
    entries = sorted(map(entry_of, kept), key=lambda entry: _first(entry, places))
    return AreaMap(tuple(entries), is_confirmed=True, is_illustrative=any(one.illustrative for one in kept))


def entry_of(kept: Judgement) -> MapEntry:
    """Return one area of the map as it is kept."""
    return MapEntry(kept.key, **{side: tuple(kept.body[side]) for side in SIDES})


def _first(entry: MapEntry, places: Mapping[tuple[str, str], int]) -> int:
    return min(
        (places.get((side, name_key(name)), len(places)) for side in SIDES for name in entry.names(side)),
        default=len(places),
    )
