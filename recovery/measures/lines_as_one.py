"""Lines that another year calls otherwise: which of them are one, by the map of areas, else by their names."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from recovery.checks.labels import same_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from recovery.engine.queries import LineKey
    from recovery.savings.triangulation.area_map import AreaMap


def lines_as_one(now: Collection[LineKey], then: Collection[LineKey], area_map: AreaMap) -> dict[LineKey, LineKey]:
    """Return which lines of another year are which of now, of those that it calls otherwise.

    Two are one where each is the only line of its year that belongs to an area of the map; else where they alone share
    a name but for spaces, "&" and the word services.  A line that has a counterpart by its own name is no other's.
    """
    found: dict[LineKey, LineKey] = {}
    for label in (partial(_area, area_map), same_name):
        mine, theirs = _alone(now, label), _alone(then, label)
        for shared in mine.keys() & theirs.keys():
            new, old = mine[shared], theirs[shared]
            if new not in then and old not in now and new not in found.values():
                found.setdefault(old, new)
    return found


def _area(area_map: AreaMap, name: str) -> str:
    return area_map.area_of("position_lines", name) or area_map.area_of("plan_lines", name)


def _alone(lines: Iterable[LineKey], label: Callable[[str], str]) -> dict[tuple[str, str], LineKey]:
    """Return by flow and label the lines that are the only ones with theirs."""
    found = defaultdict[tuple[str, str], list["LineKey"]](list)
    for line in lines:
        _, flow, name, _ = line
        found[flow, label(name)].append(line)
    return {shared: held[0] for shared, held in found.items() if shared[1] and len(held) == 1}
