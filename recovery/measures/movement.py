"""What moved between two months: each line's variance then and now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.measures.moves.bridging import keyed
from recovery.rows import Row, amount, number, text

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Figure
    from recovery.measures.moves.bridging import Key


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
    then = _lines(before)
    return [
        Movement(text(row, "line"), amount(then[key], column), amount(row, column))
        for key, row in _lines(now).items()
        if key in then and number(row, column) is not None
    ]


def _lines(figure: Figure) -> dict[Key, Row]:
    """Return a month's lines by what they are compared by: their flow and name, and which of several they are."""
    flows = figure.flows or ("",) * len(figure.rows)
    lines = [
        (row, flow) for row, kind, flow in zip(figure.records(), figure.kinds, flows, strict=True) if kind == "line"
    ]
    keys = keyed([(flow, text(row, "line")) for row, flow in lines])
    return dict(zip(keys, (row for row, _ in lines), strict=True))
