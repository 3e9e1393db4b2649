"""What the person loading says where the file leaves a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recovery.money import Unit
from recovery.period import FinancialYear


@dataclass(frozen=True)
class Options:
    """Answers to what a file leaves open; all may be left out.

    `unit` is for money tables that state no plausible unit of their own; `units` names a dataset and always holds.
    `sheet_of` names, by dataset, the sheet to be read where the table stands on several.
    `variance_sign` is `favourable` or `adverse`: what a positive printed variance means.  `likelihood` is
    `score` or `percent`: what likelihoods that are whole numbers from 1 to 5 are.  `sheets` limits reading to
    the sheets named.  `year` and `month` are those of the load.  `only` is the code of the one organisation whose rows
    are kept of a table that holds those of many, such as the national activity return; all are where it is empty.
    """

    dataset: str = ""
    unit: Unit | None = None
    units: Mapping[str, Unit] = field(default_factory=dict)
    variance_sign: str = ""
    likelihood: str = ""
    sheets: tuple[str, ...] = ()
    sheet_of: Mapping[str, str] = field(default_factory=dict)
    year: FinancialYear | None = None
    month: int | None = None
    only: str = ""
