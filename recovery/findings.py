"""What reconciliation finds: a printed figure beside the figure that its parts give."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal


class Severity(enum.StrEnum):
    """How a printed figure stands to the computed one."""

    ROUNDING = "rounding"
    DIFFERENCE = "difference"
    CANNOT_BE_CHECKED = "cannot be checked"


@dataclass(frozen=True)
class Finding:
    """One printed figure that its parts do not give, or that cannot be checked.

    `row` is the row's label, `row_order` its place in the table (None for a finding between tables), `column` the
    field's name.  Amounts are pounds, counts or percentage points, by the field's kind; difference is printed less
    computed.
    """

    dataset: str
    check: str
    row: str
    column: str
    printed: Decimal | None
    computed: Decimal | None
    severity: Severity
    row_order: int | None = None
    kind: str = "money"
    explanation: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Return printed less computed, or None where either is missing."""
        if self.printed is None or self.computed is None:
            return None
        return self.printed - self.computed
