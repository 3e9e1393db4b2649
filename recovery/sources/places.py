"""Problems with their place: the file, sheet and dataset said once, the cell each time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recovery.problems import Problem, Weight
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue, address

_LONGEST_VALUE = 80


@dataclass(frozen=True)
class Place:
    """Where problems are found: one file, sheet and dataset."""

    file: str
    sheet: str = ""
    dataset: str = ""

    def at(self, dataset: str) -> Place:
        """Return the same place, known to be of `dataset`."""
        return replace(self, dataset=dataset)

    def error(
        self, rule: str, message: str, to_do: str, cell: tuple[int, int] | None = None, value: CellValue = None
    ) -> Problem:
        """Return an error, at a cell (row and column from 0) where there is one."""
        return self._problem(rule, message, to_do, Weight.ERROR, cell, value)

    def notice(
        self, rule: str, message: str, to_do: str = "", cell: tuple[int, int] | None = None, value: CellValue = None
    ) -> Problem:
        """Return a notice."""
        return self._problem(rule, message, to_do, Weight.NOTICE, cell, value)

    def question(self, rule: str, message: str, to_do: str, option: str, choices: tuple[str, ...]) -> Problem:
        """Return a question that `option` answers with one of `choices`."""
        return replace(self._problem(rule, message, to_do, Weight.QUESTION, None, None), option=option, choices=choices)

    def _problem(  # noqa: PLR0913, PLR0917 - one Problem's parts
        self, rule: str, message: str, to_do: str, weight: Weight, cell: tuple[int, int] | None, value: CellValue
    ) -> Problem:
        return Problem(
            rule=rule,
            message=message,
            to_do=to_do,
            file=self.file,
            sheet=self.sheet,
            cell=address(*cell) if cell else "",
            value=_short(text_of(value)),
            dataset=self.dataset,
            weight=weight,
        )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
