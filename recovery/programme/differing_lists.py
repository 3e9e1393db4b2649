"""What differs between two lists of a case: months by month and measure, everything else by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from recovery.period import month_name
from recovery.programme.scheme import ActivityChange, ProfileMonth
from recovery.programme.telling_values import in_words


@dataclass(frozen=True)
class Difference:
    """One thing that differs: the case's `field`, what it is called, and what it was and is in words ('': nothing)."""

    field: str
    heading: str
    before: str
    after: str


MEASURES: Final = ("plan", "actual", "forecast")
_WORDS: Final[Mapping[str, str]] = {
    "due": "due",
    "forecast": "forecast",
    "done": "done",
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "direction": "better is",
    "actuals": "actuals",
    "likelihood": "likelihood",
    "consequence": "consequence",
    "mitigation": "mitigation",
    "owner": "owner",
    "is_open": "open",
    "stage_1_score": "stage 1 score",
    "stage_2_needed": "stage 2 needed",
    "stage_2_score": "stage 2 score",
    "outcome": "outcome",
    "assessor": "assessor",
    "on": "date",
}
"""What the parts of a list's item are called, after its name."""
_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "milestones": ("name", "Milestone '{}'"),
    "kpis": ("name", "KPI '{}'"),
    "risks": ("title", "Risk '{}'"),
    "assessments": ("kind", "{} impact assessment"),
}
"""The field by which a list's items are known, and what one is called."""


def profile_months(before: Sequence[ProfileMonth], after: Sequence[ProfileMonth]) -> list[Difference]:
    """Return the months that differ, by measure, each line (recurrent or not) by itself."""
    return _pairs("profile", _amounts(before), _amounts(after), money=True)


def activity_changes(before: Sequence[ActivityChange], after: Sequence[ActivityChange]) -> list[Difference]:
    """Return the planned changes of activity that differ, by measure, point of delivery and month."""
    was, now = ({(one.month, _activity_heading(one)): one.change for one in side} for side in (before, after))
    return _pairs("activity", was, now, money=False)


def items(field: str, before: Sequence[Any], after: Sequence[Any]) -> list[Difference]:
    """Return the milestones, KPIs, risks or assessments that differ: part by part, or as a whole where new or gone."""
    was, now = _by_name(field, before), _by_name(field, after)
    found: list[Difference] = []
    for heading in dict.fromkeys([*was, *now]):
        if heading not in now:
            found.append(Difference(field, heading, _whole(was[heading]), "taken out"))
        elif heading not in was:
            found.append(Difference(field, heading, "", _whole(now[heading])))
        else:
            found.extend(_parts(field, heading, was[heading], now[heading]))
    return found


def _amounts(profile: Iterable[ProfileMonth]) -> dict[tuple[int, str], Any]:
    """Return the amounts of each month; a plan of nought counts only where the month has nothing else."""
    return {
        (one.month, f"{month_name(one.month)} {measure}{'' if one.recurrent else ' (non-recurrent)'}"): amount
        for one in profile
        for measure in MEASURES
        if (amount := getattr(one, measure)) is not None
        and not (measure == "plan" and not amount and _is_reported(one))
    }


def _is_reported(one: ProfileMonth) -> bool:
    return one.actual is not None or one.forecast is not None


def _activity_heading(one: ActivityChange) -> str:
    return " ".join(filter(None, (one.code, one.point_of_delivery, "in", month_name(one.month))))


def _pairs(
    field: str, was: Mapping[tuple[int, str], Any], now: Mapping[tuple[int, str], Any], *, money: bool
) -> list[Difference]:
    return [
        Difference(field, key[1], in_words(was.get(key), money=money), in_words(now.get(key), money=money))
        for key in sorted({**was, **now}, key=lambda key: key[0])
        if was.get(key) != now.get(key)
    ]


def _by_name(field: str, side: Sequence[Any]) -> dict[str, Any]:
    """Return items by what they are called; the second of a name is numbered."""
    label, words = _NAMES[field]
    seen: Counter[str] = Counter()
    found = {}
    for item in side:
        name = str(getattr(item, label))
        seen[name] += 1
        heading = words.format(name.capitalize() if field == "assessments" else name)
        found[heading if seen[name] == 1 else f"{heading} ({seen[name]})"] = item
    return found


def _whole(item: Any) -> str:  # noqa: ANN401 - any item of a case
    parts = [
        f"{_WORDS[one.name]} {words}"
        for one in fields(item)
        if one.name in _WORDS and (words := _words(item, one.name))
    ]
    return ", ".join(parts) or "named"


def _parts(field: str, heading: str, was: Any, now: Any) -> Iterator[Difference]:  # noqa: ANN401 - any item of a case
    for one in fields(was):
        if getattr(was, one.name) != getattr(now, one.name):
            label = f"{heading} {_WORDS.get(one.name, one.name)}"
            yield Difference(field, label, _words(was, one.name), _words(now, one.name))


def _words(item: Any, name: str) -> str:  # noqa: ANN401 - any item of a case
    value = getattr(item, name)
    if name == "actuals":
        return ", ".join(f"{month_name(month)} {in_words(number)}" for month, number in value)
    return in_words(value)
