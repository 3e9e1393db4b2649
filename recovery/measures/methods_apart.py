"""How far the methods of a forecast stand apart, and where the reported one stands among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.measures.forecast import HIGHER, METHODS
from recovery.rows import number

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.rows import Row


@dataclass(frozen=True)
class Spread:
    """The reported forecast among all methods that give one; rank 1 is the best, which others may share."""

    reported: Decimal
    methods: int
    rank: int
    best_other: Decimal
    worst_other: Decimal

    @property
    def is_same(self) -> bool:
        """Return whether every method gives what is reported."""
        return self.best_other == self.worst_other == self.reported


def spread(row: Row | None) -> Spread | None:
    """Return where a row's reported forecast stands; None where it or any other method is missing.

    A higher net position or income is better; a higher spend is worse.
    """
    if row is None:
        return None
    higher_is_better = row["better_when"] == HIGHER
    reported = number(row, METHODS[0].name)
    given = [number(row, method.name) for method in METHODS[1:]]
    others = sorted((one for one in given if one is not None), reverse=higher_is_better)
    if reported is None or not others:
        return None
    better = sum(1 for one in others if (one > reported if higher_is_better else one < reported))
    return Spread(reported, len(others) + 1, better + 1, others[0], others[-1])
