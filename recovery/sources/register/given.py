"""A register as a file gives it: each scheme's fields that the file has, and everything that did not convert."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from recovery.problems import Problem, Weight

Months = Mapping[int, Decimal | None]
Value = str | int | bool | Decimal | dt.date | Months | None
Item = Mapping[str, Value]
"""One row of a sheet: the fields whose columns the sheet has; months by their number, 1 for April."""


@dataclass(frozen=True)
class GivenScheme:
    """One scheme as the file has it, and where.

    `fields` are those of its row on the sheet of schemes, `None` where there is no such row; a field without a column
    is not in it, an empty cell is '' or None.  `parts` are the rows of the other sheets by the sheet's key; a part that
    the file says nothing about is not in it, one whose sheet has no row of this scheme is empty.
    """

    ref: str
    sheet: str
    row: int
    fields: Item | None
    parts: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """Return the address of the row's first cell."""
        return f"A{self.row}"


@dataclass(frozen=True)
class GivenRegister:
    """The schemes that a file gives, and the problems, questions and notices of reading it."""

    file: str
    schemes: tuple[GivenScheme, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def in_the_way(self) -> tuple[Problem, ...]:
        """Return the errors to mend and the questions to answer before anything is brought in."""
        return tuple(problem for problem in self.problems if problem.weight is not Weight.NOTICE)
