"""What the rules of the duties say of a table's rows: which no rule rates, and which targets look the other way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from recovery.duties import duties
from recovery.problems import Problem
from recovery.sources.amounts import Amounts, Flags
from recovery.sources.body import Rows
from recovery.sources.mixed_units import shared
from recovery.sources.source import Source
from recovery.sources.telling_rows import duty_of
from recovery.sources.words import text_of
from recovery.sources.workbook import CellValue

_OTHER_WAY: Final = {
    "lower": re.compile(r"^\s*(?:≥|>|=>|at least|min|over|not? less)", re.IGNORECASE),
    "higher": re.compile(r"^\s*(?:≤|<|=<|at most|max|up to|under|not? more)", re.IGNORECASE),
}
"""By the side that a rule takes for the better: how a target begins that takes the other."""


def rows_without_rule(source: Source, kept: Rows, labels: Sequence[str], figures: Flags) -> list[Problem]:
    """Return a notice for each row with figures that no rule rates."""
    if not shared(source.dataset):
        return []
    where = source.where(source.dataset.label, kept)
    message = "No rule rates '{}': it will be shown as it is, without a rating."
    return [
        source.place.notice("no-rule", message.format(label), "", where(row), label)
        for row, label in enumerate(labels)
        if figures[row] and label and not duty_of(label)
    ]


def without_other_way(
    source: Source, amounts: Mapping[str, Amounts], labels: Sequence[str]
) -> tuple[dict[str, Amounts], list[Problem]]:
    """Return the amounts without targets that look the other way than their duty's rule, and a notice for each."""
    taken, said = dict(amounts), list[Problem]()
    for field in shared(source.dataset):
        cells = source.body.column(source.column(field.name))
        odd = [row for row, label in enumerate(labels) if _looks_other_way(label, cells[row])]
        if field.name in amounts and odd:
            values = amounts[field.name].values.copy()
            values[odd] = np.nan
            taken[field.name] = replace(amounts[field.name], values=values)
            where = source.where(field.name, np.arange(source.body.length))
            said += [_other_way(source, labels[row], cells[row], where(row)) for row in odd]
    return taken, said


def _looks_other_way(label: str, cell: CellValue) -> bool:
    rules = {duty.key: _OTHER_WAY[duty.better] for duty in duties()}
    return isinstance(cell, str) and (key := duty_of(label)) in rules and rules[key].match(cell) is not None


def _other_way(source: Source, label: str, cell: CellValue, where: tuple[int, int]) -> Problem:
    message = f"'{text_of(cell)}' was left out: the rule of '{label}' takes the other side of a target for the better."
    return source.place.notice("other-side", message, "", where, cell)
