"""A first map, proposed from names alone: equal names, then names that are much alike.

Two names are alike when, without the words that say nothing, one has all the words of the other, or the same letters
but for a few (rapidfuzz's token set ratio; the least that counts is data).  A proposal is shown as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from re import findall
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from recovery.savings.triangulation.area_map import SIDES, AreaMap, MapEntry, name_key
from recovery.savings.triangulation.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.savings.triangulation.rules import Rules

EQUAL = 101.0
"""The likeness of equal names, above whatever letters alone can give."""


@dataclass
class _Area:
    """An area that is being put together: what each thing in it is called, by side."""

    held: dict[str, list[str]] = field(default_factory=dict)
    known_as: list[str] = field(default_factory=list)


def proposed(names: Mapping[str, Mapping[str, str]]) -> AreaMap:
    """Return the map that names suggest; what resembles nothing on another side stays unmapped.

    `names` gives for each side what there is, each with the words by which it is compared (a code's title, else its
    own name).  An area is called as its first plan line, else as its first target area or position line.
    """
    areas: list[_Area] = []
    for side in SIDES:
        for name, words in names.get(side, {}).items():
            place = _nearest(words, areas)
            area = _Area() if place is None else areas[place]
            areas += [area] if place is None else []
            area.held.setdefault(side, []).append(name)
            area.known_as.append(words)
    return AreaMap(tuple(_entries(area for area in areas if len(area.held) > 1)))


def _nearest(words: str, areas: Sequence[_Area]) -> int | None:
    """Return the area with the name most alike, the first of several; None where none is alike enough."""
    found = ((_likeness(words, one), -place) for place, area in enumerate(areas) for one in area.known_as)
    best = max(found, default=None)
    return -best[1] if best and best[0] >= rules().alike else None


def _likeness(name: str, other: str) -> float:
    if name_key(name) == name_key(other):
        return EQUAL
    return fuzz.token_set_ratio(said_by(name), said_by(other))


@lru_cache(maxsize=4096)
def said_by(name: str) -> str:
    """Return the words of a name that say which area it is, abbreviations written out."""
    return _said(" ".join(findall(r"\w+", name.casefold())), rules())


def _said(plain: str, known: Rules) -> str:
    for phrase, meaning in known.same.items():
        plain = f" {plain} ".replace(f" {phrase} ", f" {meaning} ").strip()
    return " ".join(word for word in plain.split() if word not in known.little)


def _entries(areas: Iterable[_Area]) -> list[MapEntry]:
    return [MapEntry(area.known_as[0], **{side: tuple(names) for side, names in area.held.items()}) for area in areas]
