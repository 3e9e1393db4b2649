"""The key financial duties: what each is called and by which rule it is rated (data/reference/duties.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from recovery.settings import settings

STATUTORY: Final = "statutory"
_LISTS: Final = ("words", "besides", "rated_on", "lines")
_NUMBERS: Final = ("green", "amber", "target", "not_below")


@dataclass(frozen=True)
class Duty:
    """One duty and its rule from a day on.

    `words` name it, beside one of `besides` where there are any.  `unit` is money or percent; `kind` statutory or size;
    `better` lower or higher; `green` and `amber` how far beyond the target a value may be, in per cent `of` target or
    allocation or in points; `target` what holds where none is given; `not_below` what is red below.  `rated_on` are the
    periods that count; `derived` says how it follows from the position, '' where it has to be loaded; `lines` name the
    position's line.  One that is not `expected` is not missed where no table has it; a `standing` target holds every
    month, any other is the year's.
    """

    key: str
    name: str
    effective_from: dt.date
    words: tuple[str, ...]
    unit: str
    kind: str
    better: str
    rated_on: tuple[str, ...]
    says: str
    besides: tuple[str, ...] = ()
    of: str = "target"
    green: Decimal = Decimal(0)
    amber: Decimal = Decimal(0)
    target: Decimal | None = None
    not_below: Decimal | None = None
    derived: str = ""
    lines: tuple[str, ...] = ()
    expected: bool = True
    standing: bool = False

    @property
    def rule(self) -> str:
        """Return the rule in words, with its own numbers."""
        return self.says.format(green=self.green, amber=self.amber)

    @property
    def is_statutory(self) -> bool:
        """Return whether any excess is red, however small."""
        return self.kind == STATUTORY


@cache
def duties() -> tuple[Duty, ...]:
    """Return every duty with every rule that it ever had, in the order in which people report them."""
    return tuple(_duty(entry) for entry in _text()["duties"])


def duties_on(day: dt.date) -> dict[str, Duty]:
    """Return the duties by key with the rules of a day: the newest that holds then, else the oldest there is."""
    found: dict[str, Duty] = {}
    for duty in sorted(duties(), key=lambda one: one.effective_from):
        if duty.key not in found or duty.effective_from <= day:
            found[duty.key] = duty
    return {duty.key: found[duty.key] for duty in duties()}


def kind_name(duty: Duty) -> str:
    """Return what people call a duty's kind of rule."""
    name: str = _text()["kinds"][duty.kind]
    return name


@cache
def _text() -> dict[str, Any]:
    return tomllib.loads((settings().reference_folder / "duties.toml").read_text(encoding="utf-8"))


def _duty(entry: dict[str, Any]) -> Duty:
    values: dict[str, Any] = dict(entry)
    values |= {name: tuple(entry[name]) for name in _LISTS if name in entry}
    values |= {name: Decimal(str(entry[name])) for name in _NUMBERS if name in entry}
    return Duty(**values)
