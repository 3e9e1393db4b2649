"""A table's rows as arrays, so that sums of any stretch of lines come at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from recovery.sources.amounts import Flags
from recovery.sources.scaling import Integers, Scaled

NOTHING_SPECIAL: Final = "·"
"""Stands for a label in which no word tells the row's kind; long tables have many of these."""

Texts = npt.NDArray[np.str_]


@dataclass
class Ledger:
    """The rows of a table while their kinds are worked out.

    `labels` are plain words; `values` (0 where nil), `filled` and `quanta` are of the columns whose figures add up.
    `kinds`, `flows`, `parents` and `ranges` are the result so far.  `keyed` rows have a code or reference of their own
    and so are never totals.
    """

    labels: Sequence[str]
    indents: Sequence[int]
    headings: Sequence[str]
    values: Integers
    filled: Flags
    quanta: Integers
    fields: tuple[str, ...]
    signed: Flags
    kinds: Texts
    flows: Texts
    keyed: frozenset[int] = frozenset()
    parents: dict[int, int] = field(default_factory=dict)
    ranges: dict[int, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def telling(self) -> list[int]:
        """Return the rows whose label may say what they are."""
        return [row for row, label in enumerate(self.labels) if label != NOTHING_SPECIAL]

    @cached_property
    def section_starts(self) -> list[int]:
        """Return for each row the first row under the same heading; a row without a heading stands for itself."""
        starts: list[int] = []
        for row, heading in enumerate(self.headings):
            goes_on = row > 0 and heading and self.headings[row - 1] == heading
            starts.append(starts[-1] if goes_on else row)
        return starts

    @property
    def length(self) -> int:
        """Return the number of rows."""
        return len(self.labels)

    def lines(self, flow: str | None = None) -> Flags:
        """Return which rows are lines (of one flow)."""
        kinds: Flags = self.kinds == "line"
        return kinds if flow is None else kinds & (self.flows == flow)

    def rows_of(self, *kinds: str) -> list[int]:
        """Return the rows of some kinds, from top to bottom."""
        rows: list[int] = np.flatnonzero(np.isin(self.kinds, kinds)).tolist()
        return rows


def ledger_of(
    labels: Sequence[str], indents: Sequence[int], headings: Sequence[str], columns: Mapping[str, Scaled]
) -> Ledger:
    """Return a ledger in which every row is still a line."""
    additive = {name: column for name, column in columns.items() if column.field.kind != "percent"}
    length = len(labels)
    shape = (length, len(additive))
    values = (
        np.stack([one.values for one in additive.values()], axis=1) if additive else np.zeros(shape, dtype=np.int64)
    )
    filled = (
        np.stack([one.filled for one in additive.values()], axis=1) if additive else np.zeros(shape, dtype=np.bool_)
    )
    return Ledger(
        labels=labels,
        indents=indents,
        headings=headings,
        values=values,
        filled=filled,
        quanta=np.asarray([one.quantum for one in additive.values()], dtype=np.int64),
        fields=tuple(additive),
        signed=np.asarray([one.field.signed for one in additive.values()], dtype=np.bool_),
        kinds=np.full(length, "line", dtype="U12"),
        flows=np.full(length, "", dtype="U12"),
    )


@dataclass(frozen=True)
class Sums:
    """Running sums over the lines of one flow: of values, of how many are filled."""

    values: Integers
    counts: Integers
    rows: Integers

    def between(self, start: int, stop: int) -> tuple[Integers, Integers]:
        """Return the sums and counts by column over rows `start` up to, not including, `stop`."""
        return self.values[stop] - self.values[start], self.counts[stop] - self.counts[start]

    def how_many(self, start: int, stop: int) -> int:
        """Return how many lines stand in a stretch."""
        return int(self.rows[stop] - self.rows[start])


def running_sums(ledger: Ledger, which: Flags) -> Sums:
    """Return the running sums over the rows `which` marks."""
    first = np.zeros((1, ledger.values.shape[1]), dtype=np.int64)
    values = np.cumsum(np.where(which[:, None] & ledger.filled, ledger.values, 0), axis=0)
    counts = np.cumsum(which[:, None] & ledger.filled, axis=0)
    rows = np.concatenate([[0], np.cumsum(which)])
    return Sums(np.concatenate([first, values]), np.concatenate([first, counts]), rows)
