"""A scheme's case as the record keeps it: canonical JSON, money in whole pence, dates as ISO, other numbers as text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from types import UnionType
from typing import Any, Final, TypeVar, get_args, get_type_hints

from recovery.errors import UsageError
from recovery.money import PENCE_PER_POUND
from recovery.programme.scheme import (
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)

Part = TypeVar("Part", Scheme, ProfileMonth, Milestone, Kpi, SchemeRisk, Assessment, ActivityChange)

MONEY: Final[Mapping[type, frozenset[str]]] = {
    Scheme: frozenset(
        {
            "gross_saving",
            "investment",
            "net_value",
            "recurrent_value",
            "non_recurrent_value",
            "full_year_effect",
        }
    ),
    ProfileMonth: frozenset({"plan", "actual", "forecast"}),
}
"""The fields that are money, by the class that has them."""
_PARTS: Final[Mapping[str, type[Any]]] = {
    "profile": ProfileMonth,
    "milestones": Milestone,
    "kpis": Kpi,
    "risks": SchemeRisk,
    "assessments": Assessment,
    "activity": ActivityChange,
}
_KINDS: Final[frozenset[type]] = frozenset(_PARTS.values())


def to_json(scheme: Scheme) -> str:
    """Return a case as canonical JSON: the same case always gives the same text."""
    return canonical(to_data(scheme))


def from_json(text: str) -> Scheme:
    """Return the case that `to_json` wrote; what an older text does not have is as if nobody had said."""
    return from_data(json.loads(text))


def canonical(data: object) -> str:
    """Return data as JSON with sorted keys and nothing between."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def to_data(scheme: Scheme) -> dict[str, Any]:
    """Return a case as what JSON can hold; a UsageError where an amount is not to the penny."""
    return _written(scheme)


def from_data(data: Mapping[str, Any]) -> Scheme:
    """Return a case from what `to_data` gave."""
    parts = {name: tuple(_read(kind, one) for one in data.get(name, ())) for name, kind in _PARTS.items()}
    return _read(Scheme, {**data, **parts})


def _written(part: object) -> dict[str, Any]:
    money = MONEY.get(type(part), frozenset())
    return {name: _value(getattr(part, name), money=name in money) for name in _READERS[type(part)]}


def _value(value: object, *, money: bool = False) -> object:
    if isinstance(value, Decimal):
        return _pence(value) if money else f"{value.normalize() + 0:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return _written(value) if type(value) in _KINDS else value


def _pence(pounds: Decimal) -> int:
    pence = pounds * PENCE_PER_POUND
    if not pence.is_finite() or pence != pence.to_integral_value():
        raise UsageError(f"£{pounds} is not an amount to the penny.")
    return int(pence)


def _read(kind: type[Part], data: Mapping[str, Any]) -> Part:
    readers = _READERS[kind]
    found: Any = {name: read(data[name]) for name, read in readers.items() if name in data}
    return kind(**found)


def _readers(kind: type) -> Mapping[str, Callable[[Any], Any]]:
    """Return how each field of a class comes back from JSON: only dates, numbers and a KPI's actuals look different."""
    hints = get_type_hints(kind)
    money = MONEY.get(kind, frozenset())
    return {one.name: _pounds if one.name in money else _reader(hints[one.name]) for one in fields(kind)}


def _reader(hint: object) -> Callable[[Any], Any]:
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if Decimal in kinds:
        return _number
    if dt.date in kinds:
        return _day
    return _months if hint == tuple[tuple[int, Decimal], ...] else _as_it_is


def _pounds(pence: int | None) -> Decimal | None:
    return None if pence is None else Decimal(pence).scaleb(-2)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _months(pairs: list[tuple[int, str]]) -> tuple[tuple[int, Decimal], ...]:
    return tuple((month, Decimal(number)) for month, number in pairs)


def _as_it_is(value: object) -> object:
    return value


_READERS: Final[Mapping[Any, Mapping[str, Callable[[Any], Any]]]] = {kind: _readers(kind) for kind in {Scheme, *_KINDS}}
