"""A first map, proposed from names alone: equal names, then names that are much alike.

Two names are alike when, without the words that say nothing, one has all the words of the other, or the same letters
but for a few (rapidfuzz's token set ratio; the least that counts is data).  A proposal is shown as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from re import findall
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from recovery.names import name_key
from recovery.savings.triangulation.area_map import SIDES, AreaMap, MapEntry
from recovery.savings.triangulation.rules import rules

if TYPE_CHECKING:
    from recovery.savings.triangulation.rules import Rules


@dataclass
class _Proposal:
    """Areas that are being put together: what is in each by side, and every name so far with the area it went to."""

    areas: list[dict[str, list[str]]] = field(default_factory=list)
    by_key: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    went_to: list[int] = field(default_factory=list)
    called: list[str] = field(default_factory=list)

    def take(self, side: str, name: str, words: str) -> None:
        """Put a name to the area with the name most alike, or begin one with it."""
        place = self._nearest(words)
        if place is None:
            place = len(self.areas)
            self.areas.append({})
            self.called.append(words)
        self.areas[place].setdefault(side, []).append(name)
        self.by_key.setdefault(name_key(words), place)
        self.said.append(said_by(words))
        self.went_to.append(place)

    def _nearest(self, words: str) -> int | None:
        """Return the area of the name most alike, the first of several; None where none is alike enough."""
        equal = self.by_key.get(name_key(words))
        if equal is not None:
            return equal
        found = process.extractOne(said_by(words), self.said, scorer=fuzz.token_set_ratio, score_cutoff=rules().alike)
        return self.went_to[found[2]] if found else None


def proposed(names: Mapping[str, Mapping[str, str]]) -> AreaMap:
    """Return the map that names suggest; what resembles nothing on another side stays unmapped.

    `names` gives for each side what there is, each with the words by which it is compared (a code's title, else its
    own name).  An area is called as its first plan line, else as its first target area or position line.
    """
    found = _Proposal()
    for side in SIDES:
        for name, words in names.get(side, {}).items():
            found.take(side, name, words)
    return AreaMap(
        tuple(
            MapEntry(called, **{side: tuple(held) for side, held in sides.items()})
            for called, sides in zip(found.called, found.areas, strict=True)
            if len(sides) > 1
        )
    )


@lru_cache(maxsize=4096)
def said_by(name: str) -> str:
    """Return the words of a name that say which area it is, abbreviations written out."""
    return _said(" ".join(findall(r"\w+", name.casefold())), rules())


def _said(plain: str, known: Rules) -> str:
    for phrase, meaning in known.same.items():
        plain = f" {plain} ".replace(f" {phrase} ", f" {meaning} ").strip()
    return " ".join(word for word in plain.split() if word not in known.little)
