"""The figure `triangulation-map`: everything that can be mapped, with its amount, its area, and whether that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.names import name_key
from recovery.savings.triangulation.area_map import SIDES, AreaMap
from recovery.savings.triangulation.figure import compared, labelled

if TYPE_CHECKING:
    from recovery.measures.request import Request
    from recovery.savings.triangulation.items import Gathered

COLUMNS: Final = (
    Column("side", "What it is"),
    Column("item", "Name"),
    Column("about", "What it counts"),
    Column("saving", "Its saving", "money"),
    Column("area", "Area"),
    Column("map", "Map"),
)
SAVINGS: Final = ("budget_qipp", "target", "identified", "activity_value")
"""The columns of which the first that an item has is its saving."""
GONE: Final = "mapped, but in no table now"


def triangulation_map(request: Request) -> Figure:
    """Return every plan line, target area, position line and activity code, in the order of the tables."""
    held, found = compared(request)
    rows = [*_items(held, found), *_gone(held, found)]
    return labelled(request.figure(COLUMNS, rows, used=found.used), held)


def _items(held: AreaMap, found: Gathered) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for item in sorted(found.items.values(), key=lambda item: list(SIDES).index(item.side)):
        area = held.area_of(item.side, item.name)
        saving = next((amount for name in SAVINGS if (amount := item.amounts.get(name)) is not None), None)
        about = "" if item.name.startswith(item.words) else item.words
        rows.append([SIDES[item.side], item.name, about, saving, area, held.standing if area else "not mapped"])
    return rows


def _gone(held: AreaMap, found: Gathered) -> list[list[Cell]]:
    """Return what the map names and no table has now: a line that was renamed, an area without a scheme."""
    return [
        [SIDES[side], name, "", None, entry.area, GONE]
        for entry in held.entries
        for side in SIDES
        for name in entry.names(side)
        if (side, name_key(name)) not in found.items
    ]
