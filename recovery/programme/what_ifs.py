"""What if: which changes there are to risks, mitigations and schemes, and what is kept of them as a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from recovery.errors import UsageError
from recovery.names import name_key
from recovery.period import MONTHS_IN_YEAR

SCENARIO: Final = "scenario"
"""The kind of judgement under which a what-if is kept."""
BASE: Final = "Base: nothing changed"
"""What stands beside the scenarios, so that none may be called so."""
PROBABILITY, VALUE, DROP, DELAY = "probability", "value", "drop", "delay"
HUNDRED: Final = Decimal(100)
MAY_BE: Final = "a probability from 0 to 100 %"


@dataclass(frozen=True)
class WhatIf:
    """What is changed, by reference: probabilities in points, values in pounds (of any sign), delays in months.

    References are compared as names are, and kept as they were given.
    """

    probabilities: Mapping[str, Decimal] = field(default_factory=dict)
    values: Mapping[str, Decimal] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    delays: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be: a probability outside 0 to 100, a delay of no months or more than a year."""
        for ref, probability in self.probabilities.items():
            if not 0 <= probability <= HUNDRED:
                raise UsageError(f"{ref}: {probability} is not {MAY_BE}.")
        for ref, months in self.delays.items():
            if not 1 <= months <= MONTHS_IN_YEAR:
                raise UsageError(f"{ref}: a scheme can be delayed by 1 to {MONTHS_IN_YEAR} months, not by {months}.")

    def __bool__(self) -> bool:
        """Return whether anything is changed."""
        return bool(self.probabilities or self.values or self.dropped or self.delays)

    @property
    def of_items(self) -> list[str]:
        """Return the references of the risks and mitigations that it changes, each once."""
        return sorted({*self.probabilities, *self.values, *self.dropped})


NOTHING: Final = WhatIf()


def what_if_of(changes: Iterable[Mapping[str, Any]]) -> WhatIf:
    """Return a what-if from rows of what is changed, how, and to what; a UsageError names what makes no sense."""
    found: dict[str, dict[str, Any]] = {PROBABILITY: {}, VALUE: {}, DROP: {}, DELAY: {}}
    for row in changes:
        what, change, to = str(row["what"]), str(row["change"]).strip().casefold(), row.get("to")
        if change not in found:
            raise UsageError(f"{what}: '{change}' is not a change: choose one of {', '.join(found)}.")
        if to is None and change != DROP:
            raise UsageError(f"{what}: say to what its {change} is changed.")
        if name_key(what) in map(name_key, found[change]):
            raise UsageError(f"{what}: its {change} is changed twice: say it once.")
        found[change][what] = to
    delays = {ref: whole_months(ref, months) for ref, months in found[DELAY].items()}
    return WhatIf(found[PROBABILITY], found[VALUE], frozenset(found[DROP]), delays)


def whole_months(ref: str, months: Decimal | int) -> int:
    """Return by how many months a scheme is delayed; a UsageError where they are no whole ones."""
    if months != int(months):
        raise UsageError(f"{ref}: a scheme is delayed by whole months, not by {months}.")
    return int(months)


def changes_of(what_if: WhatIf) -> list[dict[str, Any]]:
    """Return a what-if as rows of what is changed, how, and to what: as a scenario is kept."""
    return [
        *({"what": ref, "change": PROBABILITY, "to": to} for ref, to in what_if.probabilities.items()),
        *({"what": ref, "change": VALUE, "to": to} for ref, to in what_if.values.items()),
        *({"what": ref, "change": DROP} for ref in sorted(what_if.dropped)),
        *({"what": ref, "change": DELAY, "to": months} for ref, months in what_if.delays.items()),
    ]


def in_words(what_if: WhatIf) -> str:
    """Return what is changed in a few words."""
    return "; ".join(_WORDS[row["change"]](row["what"], row.get("to")) for row in changes_of(what_if))


def check_scenario(name: str, body: Mapping[str, Any]) -> None:
    """Raise a UsageError where a scenario of this name and content could not be drawn beside the base."""
    if name_key(name) == name_key(BASE):
        raise UsageError(f"'{BASE}' is what scenarios are compared with: give it another name.")
    what_if_of(body["changes"])


_WORDS: Final[Mapping[str, Callable[[str, Any], str]]] = {
    PROBABILITY: lambda ref, to: f"{ref} at {_plain(to)} %",
    VALUE: lambda ref, to: f"{ref} at £{abs(to):,.0f}",
    DROP: lambda ref, _: f"{ref} left out",
    DELAY: lambda ref, to: f"{ref} {to} {'month' if to == 1 else 'months'} later",
}


def _plain(number: Decimal) -> str:
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
