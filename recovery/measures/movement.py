"""What moved between two months: each line's variance then and now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.names import name_key
from recovery.rows import amount, number, of_kind, text

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Figure


@dataclass(frozen=True)
class Movement:
    """One line's variance last month and this month."""

    line: str
    before: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        """Return how far the variance has moved; better is positive."""
        return self.now - self.before


def movements(before: Figure, now: Figure, column: str) -> list[Movement]:
    """Return the movement of every line that both months have, in the order of this month's table."""
    then = {name_key(text(row, "line")): row for row in of_kind(before, "line")}
    return [
        Movement(text(row, "line"), amount(then[name_key(text(row, "line"))], column), amount(row, column))
        for row in of_kind(now, "line")
        if name_key(text(row, "line")) in then and number(row, column) is not None
    ]
