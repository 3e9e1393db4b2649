"""What if: other probabilities and values, mitigations dropped, schemes delayed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.measures.risk.items import HUNDRED, NOUGHT, RiskItem
from recovery.period import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery.measures.risk.schemes_to_come import SchemeToCome

MAY_BE: Final = "a probability from 0 to 100 %"


@dataclass(frozen=True)
class WhatIf:
    """What is changed, by reference: probabilities in points, values in pounds (of any sign), delays in months."""

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

    def missing(self, items: Iterable[RiskItem], schemes: Iterable[SchemeToCome]) -> list[str]:
        """Return the references that it changes and that are not there (any more)."""
        known, own = {item.ref for item in items}, {scheme.ref for scheme in schemes}
        return sorted(({*self.probabilities, *self.values, *self.dropped} - known) | (set(self.delays) - own))


NOTHING: Final = WhatIf()


def changed_items(items: Sequence[RiskItem], what_if: WhatIf) -> list[RiskItem]:
    """Return risks and mitigations with other probabilities and values; a dropped one has no chance to happen."""
    return [_changed(item, what_if) for item in items]


def _changed(item: RiskItem, what_if: WhatIf) -> RiskItem:
    if item.ref in what_if.values:
        size = abs(what_if.values[item.ref])
        item = replace(item, gross=size if item.is_mitigation else -size, span=None)
    if item.ref in what_if.dropped:
        return replace(item, probability=NOUGHT)
    return replace(item, probability=what_if.probabilities.get(item.ref, item.probability))


def changed_schemes(schemes: Sequence[SchemeToCome], what_if: WhatIf) -> list[SchemeToCome]:
    """Return schemes with those that are delayed so many months later."""
    return [one.delayed(what_if.delays[one.ref]) if one.ref in what_if.delays else one for one in schemes]
