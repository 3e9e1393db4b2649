"""Cells as a committee table shows them: £'000, negatives in brackets, nil an en dash."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from recovery.money import NIL, THOUSAND, rounded
from recovery.period import MONTHS_IN_YEAR, month_name
from recovery.programme.configuration import programmes
from recovery.sentences.programme.dates import date_of, short_day
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from recovery.figure import Cell, Column, Figure

WHOLE_PERCENT: Final = "whole percent"
"""A column of percentages of which none has a decimal: 5% rather than 5.0%."""
NUMBERS: Final = frozenset({"money", "count", "percent", "number", WHOLE_PERCENT})
MIXED: Final = "mixed"
"""A column whose cells are each of the kind that their row names."""
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
SHORT: Final = 14
LONG: Final = 26
ESSAY: Final = 80
_TENTH: Final = Decimal("0.1")
_RAG_SIGNS: Final = {"red": "▼", "amber": "◆", "green": "●"}
PARTS_RATED: Final = frozenset({"milestones", "finance", "kpis", "risks", "quality"})
RATED: Final = PARTS_RATED | {
    "rag",
    "rag_computed",
    "computed",
    "reported",
    "override",
    "improvement_rag",
    "reported_rag",
}
"""The columns in which a rating's name stands with its sign."""
TOGETHER: Final = "\u00a0"
"""Keeps a sign on the line of its word."""
_SEVERITY_SIGNS: Final = {"difference": "≠", "cannot be checked": "?", "rounding": "≈"}


def shown(value: Cell, kind: str, column: str = "") -> str:
    """Return a cell by its column's kind, escaped: a day as 3 Jul 2018, a RAG or a severity with a sign of its own."""
    if column == "month" and isinstance(value, int) and 1 <= value <= MONTHS_IN_YEAR:
        return month_name(value)
    if isinstance(value, str) and DAY.fullmatch(value):
        return short_day(date_of(value))
    text = escape(text_of(value, kind))
    if column == "severity" and text in _SEVERITY_SIGNS:
        name = text.split(" ", maxsplit=1)[0]
        return (
            f'<span class="rf-severity rf-{name}"><span aria-hidden="true">{_SEVERITY_SIGNS[text]}</span> {text}</span>'
        )
    tone = tones().get(text.lower()) if column in RATED else None
    return (
        f'<span class="rf-rag rf-rag-{tone}" aria-hidden="true">{_RAG_SIGNS[tone]}</span>{TOGETHER}{text}'
        if tone
        else text
    )


@cache
def tones() -> dict[str, str]:
    """Return red, amber or green by the name of every programme's ratings, in small letters."""
    return {escape(rating.name.lower()): rating.tone for one in programmes().values() for rating in one.ratings}


def text_of(value: Cell, kind: str = "text") -> str:
    """Return a cell's text by its column's kind."""
    if value is None or value == "":
        return NIL
    if kind == "money":
        return bracketed(rounded(Decimal(value) / THOUSAND))
    if kind == "percent":
        return bracketed(rounded(Decimal(value), _TENTH), "%")
    if kind == WHOLE_PERCENT:
        return bracketed(rounded(Decimal(value)), "%")
    if isinstance(value, Decimal):
        return bracketed(value.normalize() if value != value.to_integral_value() else rounded(value))
    return f"{value:,}" if kind == "count" and isinstance(value, int) else str(value)


def as_shown(figure: Figure, number: int) -> Column:
    """Return a column as it is shown: a month as its name, percentages whole where not one of them has a decimal."""
    column = figure.columns[number]
    if column.name == "month":
        return replace(column, kind="text")
    if column.kind != "percent":
        return column
    marked = [mark.computed for (_, name), mark in figure.marks.items() if name == column.name]
    whole = all(_is_whole(value) for value in (*(row[number] for row in figure.rows), *marked))
    return replace(column, kind=WHOLE_PERCENT) if whole else column


def _is_whole(points: Cell) -> bool:
    return points in (None, "") or Decimal(points) % 1 == 0


def bracketed(value: Decimal, sign: str = "") -> str:
    """Return a number with its thousands separated, a negative one in brackets, with its percent sign if it has one."""
    return f"({abs(value):,}{sign})" if value < 0 else f"{value:,}{sign}"


def kind_of(column: str, row: str) -> str:
    """Return a cell's kind: its column's, or its row's in a mixed column."""
    return row if column == MIXED else column


def width(figure: Figure, column: int) -> str:
    """Return the class that gives a column of texts the room it needs."""
    if figure.columns[column].kind != "text":
        return "rf-figures"
    longest = max((len(str(row[column] or "")) for row in figure.rows), default=0)
    rooms = ((SHORT, "rf-short"), (LONG, "rf-middle"), (ESSAY, "rf-long"))
    return next((room for most, room in rooms if longest <= most), "rf-essay")


def _adverse(value: Cell, column: str) -> bool:
    return "variance" in column and isinstance(value, Decimal | int) and value < 0


def classes(value: Cell, column: str, kind: str) -> str:
    """Return the classes of a cell: numbers to the right, an adverse variance in its own colour beside its brackets."""
    if kind not in NUMBERS:
        return ""
    return "rf-number rf-adverse" if _adverse(value, column) else "rf-number"


def spoken(value: Cell, column: str) -> str:
    """Return what a screen reader says before an adverse variance, as it may leave the brackets out."""
    return '<span class="rf-unseen">adverse </span>' if _adverse(value, column) else ""
