"""Whether an edit changes what approvers agreed to: the money, not the words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from recovery.programme.scheme import NOUGHT, Scheme

_MONEY: Final = (
    "net_value", "gross_saving", "investment", "recurrent_value", "non_recurrent_value", "full_year_effect",
)  # fmt: skip


def material(before: Scheme, after: Scheme) -> bool:
    """Return whether the value, its parts, the full-year effect or the planned profile changed; not the actuals."""
    return any(getattr(before, name) != getattr(after, name) for name in _MONEY) or _plan(before) != _plan(after)


def _plan(scheme: Scheme) -> dict[tuple[int, bool], Decimal]:
    """Return the planned profile by month and whether it recurs; a month with no plan is as one of nought."""
    return {(one.month, one.recurrent): one.plan for one in scheme.profile if one.plan != NOUGHT}
