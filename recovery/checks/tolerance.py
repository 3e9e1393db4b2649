"""How far a printed figure may stand from its parts: as far as the rounding of printed figures explains, no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.findings import Severity
from recovery.sources.table import SCALES, Table

if TYPE_CHECKING:
    from fractions import Fraction


def printed_step(table: Table, field: str) -> int:
    """Return the rounding step of a column's printed figures, scaled like its values."""
    return max(table.quanta.get(field, 1), 1)


def rounding_step(table: Table, field: str) -> int:
    """Return the step by which a column's figures were rounded: none where things were counted one by one."""
    step = printed_step(table, field)
    counted = table.definition.field_named(field).exact and step == 10 ** SCALES["count"]
    return 0 if counted else step


def judge(printed: int, computed: int | Fraction, step: int, parts_step: int | Fraction) -> Severity | None:
    """Return how a printed figure stands to the computed one; None where it is the computed one, rounded half up.

    `step` is that of the printed figure and `parts_step` the sum of its parts' steps.  Each figure can be half its own
    step off, so n parts printed to the same unit can explain n/2 units, and parts that did not round explain nothing.
    """
    twice = apart(printed, computed) * 2
    rounded_up = printed > computed if computed > 0 else printed < computed
    if twice < step or (twice == step and rounded_up):
        return None
    return Severity.ROUNDING if twice - step < parts_step else Severity.DIFFERENCE


def apart(printed: int, computed: int | Fraction) -> int | Fraction:
    """Return how far two scaled figures are apart."""
    gap = computed - printed
    return gap if gap >= 0 else -gap
