"""The map that holds for a view: the one that people have confirmed, else the one that names suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.savings.triangulation.proposing import proposed

if TYPE_CHECKING:
    from recovery.savings.triangulation.area_map import AreaMap
    from recovery.savings.triangulation.gathering import Gathered


def map_of(found: Gathered) -> AreaMap:
    """Return the map for what is there."""
    return proposed(found.names())
