"""Where two versions of a case differ, field by field, and the one case that comes of the choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from recovery.programme.differences import HEADINGS, differences, merged
from recovery.programme.scheme import Scheme
from recovery.ui.programme.together import clashing, is_list, together

MINE: Final = "Mine"
THEIRS: Final = "Theirs"
BOTH: Final = "Both brought together"


@dataclass(frozen=True)
class Clash:
    """One field in which two versions differ: rows of (what, was, theirs, mine), and the choices there are.

    `usual` is the choice that loses nothing, '' where the reader has to choose.
    """

    field: str
    heading: str
    rows: tuple[tuple[str, str, str, str], ...]
    choices: tuple[str, ...]
    usual: str
    who: str


def clashes(base: Scheme, theirs: Scheme, mine: Scheme) -> list[Clash]:
    """Return the fields in which mine and theirs differ, those that need a choice first."""
    names = [name for name in HEADINGS if getattr(theirs, name) != getattr(mine, name)]
    found = [_clash(name, base, theirs, mine) for name in names]
    return sorted(found, key=lambda clash: bool(clash.usual))


def _clash(name: str, base: Scheme, theirs: Scheme, mine: Scheme) -> Clash:
    was, other, own = (getattr(case, name) for case in (base, theirs, mine))
    rows = _rows(base, theirs, mine, name)
    if own == was:
        return Clash(name, HEADINGS[name], rows, (THEIRS, MINE), THEIRS, "Changed by them alone")
    if other == was:
        return Clash(name, HEADINGS[name], rows, (THEIRS, MINE), MINE, "Changed by you alone")
    if not is_list(name):
        return Clash(name, HEADINGS[name], rows, (THEIRS, MINE), "", "Changed by both of you")
    if clashing(name, base, theirs, mine):
        who = "Changed by both of you; your choice is for what both changed, the rest of both is kept"
        return Clash(name, HEADINGS[name], rows, (THEIRS, MINE), "", who)
    who = "Changed by both of you, in different places"
    return Clash(name, HEADINGS[name], rows, (BOTH, THEIRS, MINE), BOTH, who)


def _rows(base: Scheme, theirs: Scheme, mine: Scheme, name: str) -> tuple[tuple[str, str, str, str], ...]:
    """Return each thing of one field that either has changed: what it was, what it is with them, with me."""
    sides = [
        {one.heading: one for one in differences(base, replace(base, **{name: getattr(case, name)}))}
        for case in (theirs, mine)
    ]
    found = []
    for heading in dict.fromkeys([*sides[0], *sides[1]]):
        was = next(side[heading].before for side in sides if heading in side)
        other, own = (side[heading].after if heading in side else was for side in sides)
        found.append((heading, was, other, own))
    return tuple(found)


def chosen(base: Scheme, theirs: Scheme, mine: Scheme, picked: Mapping[str, str]) -> Scheme:
    """Return their case with what was picked of mine; lists that both changed are brought together."""
    lists: dict[str, Any] = {}
    for clash in clashes(base, theirs, mine):
        side = picked[clash.field]
        both = base_differs(clash.field, base, theirs, mine) and is_list(clash.field)
        if both and (side == BOTH or not clash.usual):
            lists[clash.field] = together(clash.field, base, theirs, mine, take_mine=side == MINE)
    take = {name for name, side in picked.items() if side == MINE} | set(lists)
    return merged(base, replace(mine, **lists), theirs, take)


def base_differs(name: str, base: Scheme, theirs: Scheme, mine: Scheme) -> bool:
    """Return whether both sides have changed a field."""
    return getattr(base, name) not in (getattr(theirs, name), getattr(mine, name))
