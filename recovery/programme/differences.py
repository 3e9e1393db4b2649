"""What differs between two versions of a case, in plain words; and one case out of two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from recovery.errors import UsageError
from recovery.programme.differing_lists import Difference, activity_changes, items, profile_months
from recovery.programme.material import material
from recovery.programme.scheme import Scheme
from recovery.programme.scheme_json import MONEY
from recovery.programme.telling_values import in_words

__all__ = ["HEADINGS", "Difference", "differences", "material", "merged"]

HEADINGS: Final[Mapping[str, str]] = {
    "ref": "Reference",
    "title": "Title",
    "area": "Area",
    "workstream": "Workstream",
    "description": "Description",
    "lead": "Lead",
    "sro": "SRO",
    "clinical_lead": "Clinical lead",
    "start": "Start",
    "end": "End",
    "gross_saving": "Gross saving",
    "investment": "Investment",
    "net_value": "Net value",
    "recurrent_value": "Recurrent value",
    "non_recurrent_value": "Non-recurrent value",
    "full_year_effect": "Full-year effect",
    "dependencies": "Dependencies",
    "slippage_reason": "Reason for slippage",
    "reported_rag": "Reported rating",
    "comment": "Comment",
    "profile": "Monthly profile",
    "milestones": "Milestones",
    "kpis": "KPIs",
    "risks": "Risks",
    "assessments": "Impact assessments",
    "activity": "Activity changes",
}
"""What each field of a case is called, in the order of a form."""
_LISTS: Final[Mapping[str, Callable[[Any, Any], list[Difference]]]] = {
    "profile": profile_months,
    "activity": activity_changes,
}


def differences(before: Scheme | None, after: Scheme) -> tuple[Difference, ...]:
    """Return everything that differs, by the field of the case; `before` None is a case in which nothing is said.

    Fields that differ have at least one difference each, those that are equal none.
    """
    base = before or Scheme("", "", "")
    changed = [name for name in HEADINGS if getattr(base, name) != getattr(after, name)]
    return tuple(one for name in changed for one in _of_field(name, base, after))


def merged(base: Scheme, mine: Scheme, theirs: Scheme, take_mine: Collection[str]) -> Scheme:
    """Return their case with the fields in `take_mine` as I have them; a UsageError where they are not one scheme's."""
    names = {one.name for one in fields(Scheme)}
    if not base.ref == mine.ref == theirs.ref:
        raise UsageError("Only versions of one scheme can be brought together.")
    if unknown := sorted(set(take_mine) - names):
        raise UsageError(f"A scheme has no field {', '.join(unknown)}.")
    return replace(theirs, **{name: getattr(mine, name) for name in take_mine})


def _of_field(name: str, before: Scheme, after: Scheme) -> list[Difference]:
    was, now = getattr(before, name), getattr(after, name)
    if not isinstance(was, tuple):
        money = name in MONEY[Scheme]
        return [Difference(name, HEADINGS[name], in_words(was, money=money), in_words(now, money=money))]
    found = _LISTS[name](was, now) if name in _LISTS else items(name, was, now)
    return found or [Difference(name, HEADINGS[name], _count(was), f"{_count(now)}, in another order")]


def _count(items_: tuple[object, ...]) -> str:
    return f"{len(items_)} line{'' if len(items_) == 1 else 's'}"
