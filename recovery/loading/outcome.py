"""What came of a load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.problems import Problem, Weight

if TYPE_CHECKING:
    from recovery.findings import Finding
    from recovery.record import Receipt
    from recovery.sources.table import Table


@dataclass(frozen=True)
class Outcome:
    """What came of a load: the receipt where it is in the record, else what stands in the way.

    `findings_by_table` has one entry a table, each with its own findings and those between it and other tables.
    """

    receipt: Receipt | None
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    findings_by_table: tuple[tuple[Finding, ...], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding, table by table."""
        return tuple(finding for findings in self.findings_by_table for finding in findings)

    @property
    def in_the_way(self) -> tuple[Problem, ...]:
        """Return the errors to mend and the questions to answer before anything is written."""
        return tuple(problem for problem in self.problems if problem.weight is not Weight.NOTICE)
