"""A column of cells as numbers: values, nils, decimals shown, and the cells that are no numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from recovery.sources.numbers import Amount, parse_number
from recovery.sources.workbook import CellValue

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_MOST_DECIMALS: Final = 8
_NUMBER_TYPES: Final = frozenset({float, int, type(None)})
_BEYOND_NUMBERS: Final = 1e30
_MANY: Final = 2000
_SIMPLE: Final = r"^[ ]*-?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,14})(\.[0-9]{1,8})?[ ]*$"


@dataclass(frozen=True)
class Amounts:
    """One column read as numbers, in the column's own unit.

    `values` is NaN where a cell is nil or no number; `nil_signs` marks explicit nils, `percents` texts with %, `whole`
    amounts with their own k or m (in pounds); `wrong` lists the cells that are no numbers.  `decimals` is the finest
    step printed, as a power of ten, of the plain cells and of those with a suffix (None where there are none).
    """

    values: Floats
    nil_signs: Flags
    percents: Flags
    suffixed: Flags
    wrong: tuple[int, ...] = ()
    decimals: int = 0
    suffixed_decimals: int | None = None

    @property
    def filled(self) -> Flags:
        """Return which cells hold a number."""
        return ~np.isnan(self.values)

    def take(self, rows: npt.NDArray[np.int64]) -> Amounts:
        """Return only some rows."""
        if len(rows) == len(self.values):
            return self
        wrong = np.zeros(len(self.values), dtype=np.bool_)
        wrong[list(self.wrong)] = True
        return replace(
            self,
            values=self.values[rows],
            nil_signs=self.nil_signs[rows],
            percents=self.percents[rows],
            suffixed=self.suffixed[rows],
            wrong=tuple(np.flatnonzero(wrong[rows]).tolist()),
        )


def read_amounts(cells: Sequence[CellValue]) -> Amounts:
    """Read a column; all-number columns without a look at the single cells."""
    types = set(map(type, cells))
    if types <= _NUMBER_TYPES:
        values = np.array(cells, dtype=np.float64)
        none = np.zeros(len(cells), dtype=np.bool_)
        wrong = _take_out_wild(values, cells)
        return Amounts(values, none, none, none, tuple(wrong), decimals_of(values))
    return _read_mixed(cells)


def _read_mixed(cells: Sequence[CellValue]) -> Amounts:
    values = np.full(len(cells), np.nan)
    nil_signs, percents, suffixed = (np.zeros(len(cells), dtype=np.bool_) for _ in range(3))
    wrong: list[int] = []
    steps: list[tuple[int, bool]] = []
    numbers = [place for place, cell in enumerate(cells) if type(cell) in {float, int}]
    texts = [place for place, cell in enumerate(cells) if isinstance(cell, str)]
    wrong += [place for place, cell in enumerate(cells) if cell is not None and type(cell) not in {float, int, str}]
    values[numbers] = [cells[place] for place in numbers]
    wrong += _take_out_wild(values, cells)
    steps.append((decimals_of(values[numbers]), False))
    if len(texts) > _MANY:
        texts = _take_simple(cells, texts, values, steps)
    for place in texts:
        text = str(cells[place])
        amount = parse_number(text)
        if isinstance(amount, Amount):
            values[place] = float(amount.value)
            percents[place], suffixed[place] = amount.percent, amount.suffixed
            steps += [(amount.decimals, amount.suffixed)] if amount.value else []
        elif amount is None:
            wrong.append(place)
        else:
            nil_signs[place] = bool(text.strip())
    plain = [step for step, own in steps if not own]
    own = [step for step, own in steps if own]
    return Amounts(
        values, nil_signs, percents, suffixed, tuple(sorted(wrong)), max(plain, default=0), max(own, default=None)
    )


def _take_out_wild(values: Floats, cells: Sequence[CellValue]) -> list[int]:
    """Take out numbers beyond all measure and those that are not a number, and return their places."""
    wild = np.flatnonzero(np.abs(values) > _BEYOND_NUMBERS).tolist()
    values[wild] = np.nan
    if int(np.isnan(values).sum()) > len(wild) + cells.count(None):
        wild += [place for place, cell in enumerate(cells) if isinstance(cell, float) and cell != cell]  # noqa: PLR0124
    return wild


def _take_simple(
    cells: Sequence[CellValue], texts: list[int], values: Floats, steps: list[tuple[int, bool]]
) -> list[int]:
    """Convert the plainly written numbers of a long column at once; return the places of the others."""
    column = pa.array([cells[place] for place in texts], pa.string())
    simple = pc.match_substring_regex(column, _SIMPLE)
    trimmed = pc.replace_substring(pc.utf8_trim_whitespace(column.filter(simple)), ",", "")
    flags = simple.to_numpy(zero_copy_only=False)
    places = np.asarray(texts)[flags]
    values[places] = pc.cast(trimmed, pa.float64()).to_numpy(zero_copy_only=False)
    point = pc.find_substring(trimmed, ".").to_numpy(zero_copy_only=False)
    length = pc.utf8_length(trimmed).to_numpy(zero_copy_only=False)
    counts = (point >= 0) & (values[places] != 0)
    steps.append((int((length - point - 1)[counts].max(initial=0)), False))
    return list(np.asarray(texts)[~flags])


def decimals_of(values: Floats) -> int:
    """Return the finest number of decimals that any value shows, floating noise apart."""
    own = values[~np.isnan(values)]
    noise = np.maximum(np.abs(own) * 1e-13, 1e-9)
    for decimals in range(_MOST_DECIMALS):
        power = 10.0**decimals
        if np.all(np.abs(own - np.rint(own * power) / power) <= noise):
            return decimals
    return _MOST_DECIMALS
