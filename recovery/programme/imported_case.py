"""A scheme's case out of what a file gives: what the file has goes in, what it lacks stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, Final

from recovery.errors import UsageError
from recovery.programme.scheme import (
    NOUGHT,
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)
from recovery.sources.register.given import GivenScheme, Item
from recovery.sources.register.texts import cell_text

_STANDING: Final = frozenset({"stage", "status"})
"""What a row of the register says beside the case."""

_LISTS: Final[Mapping[str, tuple[type[Any], str]]] = {
    "milestones": (Milestone, "name"),
    "kpis": (Kpi, "name"),
    "risks": (SchemeRisk, "title"),
    "assessments": (Assessment, "kind"),
}
_MEASURES: Final = ("plan", "actual", "forecast")
Cells = dict[str, dict[int, Decimal | None]]
"""A profile's line as a sheet has it: measure, month, amount."""


def imported_case(given: GivenScheme, present: Scheme | None) -> Scheme:
    """Return the case that a file gives a scheme; a field that says what the present one says stays as it is.

    A UsageError where the file's profile cannot be told apart into the scheme's recurrent and other lines.
    """
    base = present or Scheme(given.ref, "", "")
    changed: dict[str, Any] = {}
    for name, value in (given.fields or {}).items():
        if name not in _STANDING:
            changed[name] = _default(Scheme, name) if value is None else value
    for key, rows in given.parts.items():
        changed[key] = _PARTS[key](rows, replace(base, **changed))
    kept = {name: value for name, value in changed.items() if not _says_the_same(name, getattr(base, name), value)}
    return replace(base, **kept)


def _says_the_same(name: str, before: object, after: object) -> bool:
    """Return whether a field, written to a workbook and read again, would be what it is now."""
    return bool(_tidied(name, before) == _tidied(name, after))


def _tidied(name: str, value: Any) -> Any:  # noqa: ANN401 - any field of a case
    """Return a field as a workbook can hold it, with what has no order of its own in order."""
    if isinstance(value, str):
        return cell_text(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _tidied(one.name, getattr(value, one.name)) for one in fields(value)})
    if not isinstance(value, tuple):
        return value
    items = [_tidied("", item) for item in value]
    return sorted(items, key=_ORDERS[name]) if name in _ORDERS else items


_ORDERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "profile": lambda month: (month.month, not month.recurrent),
    "activity": lambda one: (one.code, one.point_of_delivery, one.month),
    "actuals": lambda pair: pair[0],
}


def _default(kind: type[Any], name: str) -> Any:  # noqa: ANN401 - any field of a case
    """Return what a blank cell makes of a field."""
    default = next(one.default for one in fields(kind) if one.name == name)
    return "" if default is MISSING else default


def _list(key: str) -> Callable[[Sequence[Item], Scheme], tuple[Any, ...]]:
    """Return how the rows of a list become its items."""
    kind, label = _LISTS[key]

    def read(rows: Sequence[Item], base: Scheme) -> tuple[Any, ...]:
        present = _numbered(getattr(base, key), label)
        seen: Counter[str] = Counter()
        items = []
        for row in rows:
            named = cell_text(str(row.get(label) or ""))
            seen[named] += 1
            items.append(_item(kind, label, row, present.get((named, seen[named]))))
        return tuple(items)

    return read


def _numbered(items: Sequence[Any], label: str) -> dict[tuple[str, int], Any]:
    """Return items by their name and which one of that name each is."""
    seen: Counter[str] = Counter()
    found = {}
    for item in items:
        named = cell_text(getattr(item, label))
        seen[named] += 1
        found[named, seen[named]] = item
    return found


def _item(kind: type[Any], label: str, row: Item, present: Any) -> Any:  # noqa: ANN401 - any item of a case
    base = present or kind(**{label: ""})
    names = {one.name for one in fields(kind)} & row.keys()
    values = {name: _default(kind, name) if row[name] is None else row[name] for name in names}
    if "actuals" in values:
        values["actuals"] = _months_over(dict(base.actuals), _months(row, "actuals"))
    return replace(base, **values)


def _months_over(
    present: Mapping[int, Decimal], given: Mapping[int, Decimal | None]
) -> tuple[tuple[int, Decimal], ...]:
    """Return months' values, those given in place of the present ones, blank ones left out."""
    return tuple(sorted((month, value) for month, value in {**present, **given}.items() if value is not None))


def _activity(rows: Sequence[Item], base: Scheme) -> tuple[ActivityChange, ...]:
    found: list[ActivityChange] = []
    for row in rows:
        code, point = cell_text(str(row.get("code") or "")), cell_text(str(row.get("point_of_delivery") or ""))
        present = {
            one.month: one.change
            for one in base.activity
            if (cell_text(one.code), cell_text(one.point_of_delivery)) == (code, point)
        }
        months = _months_over(present, _months(row, "changes"))
        found += [ActivityChange(code, point, month, change) for month, change in months]
    return tuple(found)


def _profile(rows: Sequence[Item], base: Scheme) -> tuple[ProfileMonth, ...]:
    """Return the profile: lines on which the file has no row are taken out, measures without a row stay."""
    lines: dict[bool, Cells] = {}
    for row in rows:
        said = row.get("recurrent")
        recurrent = said if isinstance(said, bool) else _only_line(rows, base)
        if recurrent is None:
            return base.profile
        line = lines.setdefault(recurrent, _cells(base.profile, recurrent=recurrent))
        line[_measure(row)].update(_months(row, "months"))
    return tuple(
        month
        for number in range(1, 13)
        for recurrent in (True, False)
        if recurrent in lines and (month := _month(lines[recurrent], number, recurrent=recurrent))
    )


def _measure(row: Item) -> str:
    return str(row.get("measure") or _MEASURES[0])


def _months(row: Item, name: str) -> Mapping[int, Decimal | None]:
    """Return the months of a row, none where it has no such column."""
    value = row.get(name)
    return value if isinstance(value, Mapping) else {}


def _cells(profile: Sequence[ProfileMonth], *, recurrent: bool) -> Cells:
    own = [month for month in profile if month.recurrent == recurrent]
    return {measure: {month.month: getattr(month, measure) for month in own} for measure in _MEASURES}


def _month(cells: Cells, number: int, *, recurrent: bool) -> ProfileMonth | None:
    plan, actual, forecast = (cells[measure].get(number) for measure in _MEASURES)
    if plan is None and actual is None and forecast is None:
        return None
    return ProfileMonth(number, plan if plan is not None else NOUGHT, actual, forecast, recurrent)


def _only_line(rows: Sequence[Item], base: Scheme) -> bool | None:
    """Return which line a row means that does not say; None where both are meant and they add up to it already."""
    present = {month.recurrent for month in base.profile}
    if len(present) == 1:
        return next(iter(present))
    if not present:
        return not (base.non_recurrent_value and base.non_recurrent_value == base.net_value)
    if all(_adds_up(row, base.profile) for row in rows):
        return None
    raise UsageError(
        f"{base.ref} has recurrent and non-recurrent months, and the file does not say which of them it gives: "
        "use the sheet Profiles of the exported register."
    )


def _adds_up(row: Item, profile: Sequence[ProfileMonth]) -> bool:
    """Return whether the two lines of a profile add up to a row, month by month."""

    def total(number: int) -> Decimal:
        own = [getattr(month, _measure(row)) for month in profile if month.month == number]
        return sum((amount for amount in own if amount is not None), NOUGHT)

    return all((value or NOUGHT) == total(number) for number, value in _months(row, "months").items())


_PARTS: Final[Mapping[str, Callable[[Sequence[Item], Scheme], tuple[Any, ...]]]] = {
    "profile": _profile,
    "activity": _activity,
    **{key: _list(key) for key in _LISTS},
}
