"""What if: risks, mitigations and schemes with other probabilities and values, left out or delayed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.risk.counting import held
from recovery.measures.risk.items import NOUGHT, RiskItem
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.risk.schemes_to_come import SchemeToCome
    from recovery.programme.what_ifs import WhatIf


def changed_items(items: Sequence[RiskItem], what_if: WhatIf) -> list[RiskItem]:
    """Return risks and mitigations with other probabilities and values; a dropped one has no chance to happen.

    The forecast goes on holding of each what it holds, so that one which is in the position and does not come gives it
    back.
    """
    values = {name_key(ref): value for ref, value in what_if.values.items()}
    chances = {name_key(ref): chance for ref, chance in what_if.probabilities.items()}
    chances |= {name_key(ref): NOUGHT for ref in what_if.dropped}
    return [_changed(item, values.get(name_key(item.ref)), chances.get(name_key(item.ref))) for item in items]


def _changed(item: RiskItem, value: Decimal | None, probability: Decimal | None) -> RiskItem:
    if value is None and probability is None:
        return item
    item = replace(item, in_forecast=held(item))
    if value is not None:
        item = replace(item, gross=abs(value) if item.is_mitigation else -abs(value), span=None)
    return item if probability is None else replace(item, probability=probability)


def changed_schemes(schemes: Sequence[SchemeToCome], what_if: WhatIf) -> list[SchemeToCome]:
    """Return schemes with those that are delayed so many months later."""
    delays = {name_key(ref): months for ref, months in what_if.delays.items()}
    return [one.delayed(delays[name_key(one.ref)]) if name_key(one.ref) in delays else one for one in schemes]
