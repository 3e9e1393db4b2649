"""Finance tables laid out as people lay them out: titles, units, headings, negatives, gaps and notes all at random."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from random import Random
from typing import Final

from recovery.sources.workbook import CellValue, address
from tests.campaign.printed_amounts import NEGATIVES, Printed
from tests.workbooks import xlsx

Cells = list[CellValue]
Amounts = Mapping[str, Decimal]

TITLES: Final = (
    "Example CCG",
    "Finance report to the governing body",
    "Prepared by the finance team",
    "Draft v0.3",
    "",
)
LABEL_HEADINGS: Final = ("Line", "", "Service area", "Budget heading", "Category")
NOTES: Final = ("see appendix", "HRG drift 2.1%", "Timing only")
NOTHING: Final = (None, None, "-", "–", "nil")


@dataclass(frozen=True)
class Column:
    """A column: the field it holds, its heading, and the heading above that where there are two rows of them."""

    field: str
    heading: str
    group: str = ""


@dataclass(frozen=True)
class Look:
    """What is drawn once for a sheet."""

    printed: Printed
    unit_place: str
    negative: Callable[[str], str] | None
    notes: bool


def with_a_slip(draw: Random, text: str) -> str:
    """Return a text with two neighbouring letters inside it swapped."""
    at = draw.randrange(1, len(text) - 2) if len(text) > 4 else 0
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :] if at else text


def total_of(lines: Sequence[Amounts], fields: Sequence[str]) -> dict[str, Decimal]:
    """Return the sum of lines in each field; a line without the field adds nothing."""
    return {name: sum((line.get(name, Decimal(0)) for line in lines), Decimal(0)) for name in fields}


def messy_sheet(
    draw: Random, columns: Sequence[Column], rows: Sequence[tuple[str, Amounts]], printed: Printed
) -> bytes:
    """Return a workbook of one sheet that shows the rows under the columns."""
    negative = None if draw.random() < 0.6 else draw.choice(NEGATIVES)
    look = Look(printed, draw.choice(("heading", "title", "below")), negative, draw.random() < 0.4)
    titles = _titles(draw, look)
    groups = [_group_headings(columns)] if any(column.group for column in columns) else []
    body = [row for label, amounts in rows for row in _rows(draw, look, columns, label, amounts)]
    margin = draw.choice((0, 0, 1, 2))
    grid = [[None] * margin + row for row in [*titles, *groups, *_headings(draw, look, columns), *body]]
    merged = _merged(draw, columns, len(titles), margin + 1)
    return xlsx({"Report": grid}, merged={"Report": merged})


def _titles(draw: Random, look: Look) -> list[Cells]:
    titles: list[Cells] = [[text or None] for text in draw.sample(TITLES, draw.randint(1, 4))]
    if look.unit_place == "title":
        titles.append([None] * draw.choice((0, 2)) + [f"All figures in {look.printed.text}"])
    return titles + [[] for _ in range(draw.randint(0, 2))]


def _group_headings(columns: Sequence[Column]) -> Cells:
    cells: Cells = [None]
    for group, members in groupby(columns, key=lambda column: column.group):
        cells += [group, *[None] * (len(list(members)) - 1)]
    return cells


def _merged(draw: Random, columns: Sequence[Column], row: int, first: int) -> list[str]:
    ranges = []
    for group, members in groupby(columns, key=lambda column: column.group):
        last = first + len(list(members)) - 1
        if group and last > first and draw.random() < 0.7:
            ranges.append(f"{address(row, first)}:{address(row, last)}")
        first = last + 1
    return ranges


def _headings(draw: Random, look: Look, columns: Sequence[Column]) -> list[Cells]:
    texts = [column.heading for column in columns]
    if look.unit_place == "heading":
        texts = [text + draw.choice((" ", "\n")) + look.printed.text for text in texts]
    headings: Cells = [draw.choice(LABEL_HEADINGS) or None, *texts, *(["Notes"] if look.notes else [])]
    below: Cells = [None, *[look.printed.text] * len(columns)]
    return [headings, below] if look.unit_place == "below" else [headings]


def _rows(draw: Random, look: Look, columns: Sequence[Column], label: str, amounts: Amounts) -> list[Cells]:
    cells = [_cell(draw, look, amounts.get(column.field)) for column in columns]
    note = draw.choice(NOTES) if look.notes and draw.random() < 0.5 else None
    gap: list[Cells] = [[]] if draw.random() < 0.07 else []
    return [*gap, [label, *cells, note]]


def _cell(draw: Random, look: Look, amount: Decimal | None) -> CellValue:
    if amount is None:
        return draw.choice(NOTHING)
    return look.printed.as_text(amount, look.negative) if look.negative else float(amount)
