"""What stands in the way of a load: problems to mend, questions to answer, notices to read."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Weight(enum.StrEnum):
    """How much a problem weighs: an ERROR rejects the load, a QUESTION waits for an answer, a NOTICE is only said."""

    ERROR = "error"
    QUESTION = "question"
    NOTICE = "notice"


@dataclass(frozen=True)
class Problem:
    """One thing found in a file, where it stands, and what to do about it.

    `cell` is an address such as C7, or empty where the whole sheet or file is meant.  `rule` is a short stable name
    (`text-in-number`, `unit-not-stated`, ...).  A question names the `option` that answers it (`unit`,
    `variance_sign`, `likelihood`, `sheet`, `month`, `dataset`) and its `choices`.
    """

    rule: str
    message: str
    to_do: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    value: str = ""
    dataset: str = ""
    weight: Weight = Weight.ERROR
    option: str = ""
    choices: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return file, sheet and cell as one phrase."""
        return " ".join(part for part in (self.file, self.sheet and f"[{self.sheet}]", self.cell) if part)
