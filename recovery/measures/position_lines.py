"""A position's own lines, and which of them a name means that people or another table give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.checks.labels import place_of
from recovery.engine import queries
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from recovery.engine.queries import Asks

POSITION: Final = "position"
INCOME: Final = "income"


@dataclass(frozen=True)
class PositionLine:
    """One line of a position: where it stands in its table, whether it is income or spend, its label."""

    row_order: int
    flow: str
    label: str

    def effect(self, in_actual: Decimal) -> Decimal:
        """Return what an amount in the line's actual does to the net position, favourable positive."""
        return in_actual if self.flow == INCOME else -in_actual

    def in_actual(self, effect: Decimal) -> Decimal:
        """Return what of the line's actual an effect on the net position is: extra spend if it is adverse."""
        return effect if self.flow == INCOME else -effect


def position_lines(engine: Asks, submission: int) -> list[PositionLine]:
    """Return the lines of one position: expenditure before income, in their order."""
    rows = queries.reported(engine, dataset_named(POSITION), submission)
    lines = [PositionLine(row[0], row[2], row[4] or "") for row in rows if row[1] == "line"]
    return sorted(lines, key=lambda line: line.flow == INCOME)


def line_named(name: str, lines: Sequence[PositionLine]) -> PositionLine | None:
    """Return the line that a name means: expenditure before income, of several of one name the first; else None."""
    place = place_of(name, [line.label for line in lines])
    return None if place is None else lines[place]
