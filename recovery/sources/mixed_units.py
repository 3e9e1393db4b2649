"""Columns in which some rows are money and some percentages: each figure goes to the field of its own kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from recovery.duties import duties
from recovery.problems import Problem
from recovery.sources.amounts import Amounts, Flags
from recovery.sources.definitions import Dataset, Field
from recovery.sources.places import Place
from recovery.sources.telling_rows import duty_of
from recovery.sources.text_columns import Where
from recovery.sources.units import stated_unit
from recovery.sources.words import known_phrases, plain, text_of, words
from recovery.sources.workbook import CellValue

_COMPARED: Final = re.compile(
    r"^\s*(?:(?:≥|>=|=>|>|≤|<=|=<|<|=|~|c\.?(?=\s*[£\d]))|(?:at least|at most|minimum|maximum|min|max|up to|under|over"
    r"|not? (?:more|less) than)\b)\s*(?=[£\d(.\-–−])",
    re.IGNORECASE,
)
"""What says on which side of a target it is well to be; the rule of the duty says that too."""
_PERCENT: Final = re.compile(r"(?<!\d)(?<!\d\s)(?:%|per\s?cent|pct\b)", re.IGNORECASE)
"""A sign in a name that makes plain numbers percentages; 1.25% is a figure of its own."""
_NONE: Final = frozenset({"n/a", "na", "not applicable", "none", "tbc", "tba", "n/k", "not available"})


def shared(dataset: Dataset) -> list[Field]:
    """Return the money fields of a dataset whose columns may hold percentages too."""
    return [field for field in dataset.fields if field.percents]


def plainly(cells: Sequence[CellValue]) -> list[CellValue]:
    """Return cells without the words that a list of targets has around its figures: ≥ 95% is 95%, n/a is nil."""
    return [_plain(cell) if isinstance(cell, str) else cell for cell in cells]


def _plain(text: str) -> str | None:
    return None if text.strip().casefold() in _NONE else _COMPARED.sub("", text)


def told_apart(
    dataset: Dataset, amounts: Mapping[str, Amounts], labels: Sequence[str], units: Sequence[CellValue]
) -> dict[str, Amounts]:
    """Return the amounts with each percentage in the percent field of its column's money field."""
    apart = dict(amounts)
    rows, other = _percent_rows(labels, units), other_units(units)
    for field in shared(dataset):
        if field.name in amounts:
            own = _only(amounts[field.name], ~other)
            percents = own.percents | (rows & ~own.suffixed)
            apart[field.name] = _only(own, ~percents)
            if (own.filled & percents).any():
                apart[field.percents] = _merged(_only(own, percents), amounts.get(field.percents))
    return apart


def other_units(units: Sequence[CellValue]) -> Flags:
    """Return the rows whose unit is neither money nor a percentage, so that their figures cannot be kept."""
    return np.asarray([plain(text_of(unit)) in known_phrases("other_units") for unit in units], dtype=np.bool_)


def left_out(place: Place, labels: Sequence[str], units: Sequence[CellValue], where: Where) -> list[Problem]:
    """Return a notice for each row that is measured in another unit."""
    return [
        place.notice(
            "other-unit",
            f"'{labels[row]}' is measured in {text_of(units[row])}, which is neither money nor a percentage: left out.",
            "",
            where(row),
            units[row],
        )
        for row in np.flatnonzero(other_units(units)).tolist()
    ]


def _percent_rows(labels: Sequence[str], units: Sequence[CellValue]) -> Flags:
    """Return the rows whose unit, else whose name or known duty says that plain numbers are percentages."""
    kinds = {duty.key: duty.unit for duty in duties()} | {"": ""}
    said = [
        _unit(text_of(unit)) or ("percent" if _PERCENT.search(label) else kinds[duty_of(label)])
        for label, unit in zip(labels, units, strict=True)
    ]
    return np.asarray([kind == "percent" for kind in said], dtype=np.bool_)


def _unit(text: str) -> str:
    if {"percent", "percentage", "pct"} & set(words(text)):
        return "percent"
    return "money" if stated_unit(text) else ""


def _only(amounts: Amounts, rows: Flags) -> Amounts:
    """Return a column with nil in the other rows."""
    return replace(amounts, values=np.where(rows, amounts.values, np.nan))


def _merged(own: Amounts, other: Amounts | None) -> Amounts:
    """Return a column with what its own percent column holds where it is nil."""
    if other is None:
        return replace(own, wrong=())
    taken: Callable[[str], Flags] = lambda name: np.where(own.filled, getattr(own, name), getattr(other, name))  # noqa: E731
    return replace(
        other,
        values=np.where(own.filled, own.values, other.values),
        percents=taken("percents"),
        decimals=max(own.decimals, other.decimals),
    )


def share_columns(dataset: Dataset, columns: Mapping[str, int], amounts: Mapping[str, Amounts]) -> dict[str, int]:
    """Return the columns of the fields; a percent field that has figures and no column shares the money field's."""
    more = {
        field.percents: columns[field.name]
        for field in shared(dataset)
        if field.percents not in columns and field.percents in amounts and field.name in columns
    }
    return {**columns, **more}
