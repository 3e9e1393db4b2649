"""Second thoughts on columns: what the cells and the arithmetic say where headings leave two readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from recovery.sources.amounts import Amounts, read_amounts
from recovery.sources.body import Body
from recovery.sources.definitions import Dataset, Identity
from recovery.sources.headings import Heading
from recovery.sources.matching import Match

_GOOD: Final = 0.8
_SAMPLE: Final = 400
_FEWEST_PARTS: Final = 3
_FEWEST_ROWS: Final = 2


def settle_columns(match: Match, headings: Sequence[Heading], body: Body) -> dict[str, int]:
    """Return the columns of the fields, put right by percent signs and by the dataset's identities."""
    columns = dict(match.columns)
    look = _Look(match.dataset, headings, body)
    look.move_percents(columns)
    for identity in match.dataset.identities:
        look.try_others(identity, columns, match.guessed)
    look.try_swaps(columns, match.guessed)
    return columns


class _Look:
    """The first rows of each column as numbers, read when asked for."""

    def __init__(self, dataset: Dataset, headings: Sequence[Heading], body: Body) -> None:
        self.dataset, self.headings, self.body = dataset, headings, body
        self._read: dict[int, Amounts] = {}

    def amounts(self, column: int) -> Amounts:
        """Return the first rows of a column as numbers."""
        if column not in self._read:
            self._read[column] = read_amounts(list(self.body.column(column)[:_SAMPLE]))
        return self._read[column]

    def is_numeric(self, column: int, *, percents: bool) -> bool:
        """Return whether a column holds numbers, percentages or plain ones."""
        own = self.amounts(column)
        marked = int(own.percents.sum())
        return bool(own.filled.sum() > len(own.wrong)) and (2 * marked > own.filled.sum()) == percents

    def free(self, columns: Mapping[str, int]) -> list[int]:
        """Return the columns that hold no field, from left to right."""
        taken = set(columns.values())
        return [column for column in range(len(self.headings)) if column not in taken]

    def move_percents(self, columns: dict[str, int]) -> None:
        """A column of percentages holds no amount: give it to the percent field and find the amount beside it."""
        shares = [field.name for field in self.dataset.fields if field.kind == "percent"]
        for field in self.dataset.numbers:
            column = columns.get(field.name)
            if (
                field.kind == "percent"
                or field.percents
                or column is None
                or not self.is_numeric(column, percents=True)
            ):
                continue
            del columns[field.name]
            beside = [
                other
                for other in self.free(columns)
                if other != column and not self.headings[other].words and self.is_numeric(other, percents=False)
            ]
            if beside:
                columns[field.name] = min(beside, key=lambda other: (abs(other - column), -other))
            open_shares = [name for name in shares if name not in columns]
            if open_shares:
                columns[open_shares[0]] = column

    def agreement(self, identity: Identity, columns: Mapping[str, int]) -> float | None:
        """Return in which part of the rows an identity holds, whichever the sign of its target; None if unknown."""
        names = (identity.target, *identity.plus, *identity.minus)
        present = [name for name in names if name in columns]
        if (
            identity.target not in columns
            or (identity.minus and len(present) < len(names))
            or len(present) < _FEWEST_PARTS
        ):
            return None
        read = {name: self.amounts(columns[name]) for name in present}
        target = read[identity.target]
        expected = sum(np.nan_to_num(read[name].values) for name in identity.plus if name in read) - sum(
            np.nan_to_num(read[name].values) for name in identity.minus if name in read
        )
        step = max(10.0**-one.decimals for one in read.values())
        rows = target.filled & ((np.abs(target.values) > step) | (np.abs(expected) > step))
        if rows.sum() < _FEWEST_ROWS:
            return None
        close = np.abs(np.abs(target.values) - np.abs(expected)) <= step * len(present)
        return float(close[rows].mean())

    def try_others(self, identity: Identity, columns: dict[str, int], guessed: frozenset[str]) -> None:
        """Give the target another column of the same or no heading, where that one adds up and its own does not."""
        own = columns.get(identity.target)
        if own is None:
            return
        fits = self.agreement(identity, columns)
        if fits is None or fits >= _GOOD / 2:
            return
        words = self.headings[own].words
        for other in self.free(columns):
            same = not self.headings[other].words or self.headings[other].words == words or identity.target in guessed
            if not same or not self.is_numeric(other, percents=False):
                continue
            trial = {**columns, identity.target: other}
            if (self.agreement(identity, trial) or 0) >= _GOOD:
                columns[identity.target] = other
                self._give_share(own, columns)
                return

    def _give_share(self, column: int, columns: dict[str, int]) -> None:
        """Give a column that turned out to be no amount to the open percent field, if its figures are fractions."""
        own = self.amounts(column)
        shares = [field.name for field in self.dataset.fields if field.kind == "percent" and field.name not in columns]
        if shares and own.filled.any() and np.nanmax(np.abs(own.values)) <= 1:
            columns[shares[0]] = column

    def try_swaps(self, columns: dict[str, int], guessed: frozenset[str]) -> None:
        """Swap two columns that only their place told apart, where the arithmetic says so."""
        targets = [one for one in self.dataset.identities if one.target in guessed & columns.keys()]
        for place, one in enumerate(targets):
            for other in targets[place + 1 :]:
                swapped = {**columns, one.target: columns[other.target], other.target: columns[one.target]}
                now = [self.agreement(identity, columns) for identity in (one, other)]
                then = [self.agreement(identity, swapped) for identity in (one, other)]
                if None not in (*now, *then) and min(value or 0 for value in then) >= _GOOD > max(
                    value or 0 for value in now
                ):
                    columns.update(swapped)
