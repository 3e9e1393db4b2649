"""Two versions of one list brought together: what one side changed is kept, what both changed is left to a choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from recovery.programme.scheme import NOUGHT, ActivityChange, ProfileMonth, Scheme

Cells = dict[Any, Any]
"""A list's items, or the cells of its items, each under what it is known by."""
MEASURES: Final = ("plan", "actual", "forecast")


def is_list(name: str) -> bool:
    """Return whether a field of a case is a list."""
    return name in _CELLS


def clashing(name: str, base: Scheme, theirs: Scheme, mine: Scheme) -> set[Any]:
    """Return what both sides changed, each in its own way, in a list of the case."""
    was, other, own = (_CELLS[name](getattr(case, name)) for case in (base, theirs, mine))
    return {key for key in {*was, *other, *own} if _differ(was.get(key), other.get(key), own.get(key))}


def _differ(was: object, other: object, own: object) -> bool:
    return was not in (other, own) and other != own


def together(name: str, base: Scheme, theirs: Scheme, mine: Scheme, *, take_mine: bool) -> tuple[Any, ...]:
    """Return a list with both sides' changes; where they clash, mine or theirs."""
    was, other, own = (_CELLS[name](getattr(case, name)) for case in (base, theirs, mine))
    found: Cells = {}
    for key in dict.fromkeys([*other, *own]):
        if was.get(key) == own.get(key):
            held = other.get(key)
        elif was.get(key) == other.get(key) or take_mine:
            held = own.get(key)
        else:
            held = other.get(key)
        if held is not None:
            found[key] = held
    return _LISTS.get(name, _items)(found)


def _named(by: str) -> Callable[[Iterable[Any]], Cells]:
    """Return how a list's items are known: by a name, and by which one of that name each is."""

    def cells(items: Iterable[Any]) -> Cells:
        found: Cells = {}
        for item in items:
            number = sum(1 for name, _ in found if name == getattr(item, by))
            found[getattr(item, by), number] = item
        return found

    return cells


def _profile_cells(profile: Iterable[ProfileMonth]) -> Cells:
    return {
        (one.month, one.recurrent, measure): value
        for one in profile
        for measure in MEASURES
        if (value := getattr(one, measure)) is not None and not (measure == "plan" and value == NOUGHT)
    }


def _profile(cells: Cells) -> tuple[ProfileMonth, ...]:
    lines: dict[tuple[int, bool], dict[str, Any]] = {}
    for (month, recurrent, measure), value in cells.items():
        lines.setdefault((month, recurrent), {})[measure] = value
    order = sorted(lines, key=lambda line: (line[0], not line[1]))
    return tuple(ProfileMonth(month, recurrent=recurrent, **lines[month, recurrent]) for month, recurrent in order)


def _activity_cells(activity: Iterable[ActivityChange]) -> Cells:
    return {(one.code, one.point_of_delivery, one.month): one.change for one in activity}


def _activity(cells: Cells) -> tuple[ActivityChange, ...]:
    return tuple(ActivityChange(code, place, month, change) for (code, place, month), change in cells.items())


def _items(cells: Cells) -> tuple[Any, ...]:
    return tuple(cells.values())


_CELLS: Final[Mapping[str, Callable[[Iterable[Any]], Cells]]] = {
    "profile": _profile_cells,
    "activity": _activity_cells,
    "milestones": _named("name"),
    "kpis": _named("name"),
    "risks": _named("title"),
    "assessments": _named("kind"),
}
_LISTS: Final[Mapping[str, Callable[[Cells], tuple[Any, ...]]]] = {"profile": _profile, "activity": _activity}
