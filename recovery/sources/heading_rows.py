"""Rows without figures: which name a section or a group, which are remarks, judged by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from recovery.sources.amounts import Flags
from recovery.sources.body import Body, Rows
from recovery.sources.definitions import Dataset, Field
from recovery.sources.matching import Match
from recovery.sources.words import begins_with, ends_with, indent_of, is_blank, known_phrases, plain, text_of

_LONG_TEXT: Final = 100
_CLOSING: Final = re.compile(r"total|spend|expenditure", re.IGNORECASE)
_NOTE_WORDS: Final = (
    "note",
    "notes",
    "source",
    "nb",
    "n b",
    "key",
    "prepared by",
    "produced by",
    "assumptions",
    "commentary",
)
_NOTE_SIGNS: Final = ("*", "•", "- ", "– ", "†", "‡", "1.", "(1)", "[1]")


@dataclass(frozen=True)
class RowsAround:
    """What is needed to judge one row."""

    body: Body
    match: Match
    labels: Sequence[str]
    figures: Flags
    signs: Flags
    wrong: Flags
    last: int

    @property
    def dataset(self) -> Dataset:
        """Return the definition of the table."""
        return self.match.dataset

    def others(self, row: int) -> bool:
        """Return whether a text field other than the label is filled."""
        return any(
            not is_blank(self.body.cell(row, column))
            for name, column in self.match.columns.items()
            if name != self.dataset.label and not self.dataset.field_named(name).is_number
        )

    def indent(self, row: int) -> int:
        """Return by how much a row's label is moved in."""
        return indent_of(self.body.column(self.match.columns.get(self.dataset.label))[row])

    def following(self, row: int) -> int | None:
        """Return the next row that has figures."""
        place = int(np.searchsorted(self._with_figures, row, side="right"))
        return int(self._with_figures[place]) if place < len(self._with_figures) else None

    @cached_property
    def _with_figures(self) -> Rows:
        return np.flatnonzero(self.figures)

    @cached_property
    def closings(self) -> frozenset[str]:
        """Return the labels, in plain words, that may close a section."""
        return frozenset(plain(label) for label in self.labels if _CLOSING.search(label))

    def alone(self, row: int) -> str:
        """Return the text of a row in which nothing else stands, '' where there is more."""
        texts = [text_of(cells[row]) for cells in self.body.columns if not is_blank(cells[row])]
        return texts[0] if len(texts) == 1 else ""


def is_note(label: str) -> bool:
    """Return whether a text alone in its row is a remark and names nothing."""
    return len(label) > _LONG_TEXT or begins_with(plain(label), _NOTE_WORDS) or label.startswith(_NOTE_SIGNS)


def ends_table(look: RowsAround, row: int, label: str) -> bool:
    """Return whether a text stands below the table: a remark, or anything after the last figures and a gap."""
    if is_note(label):
        return True
    if row < look.last or look.last < 0:
        return False
    gap = look.body.sheet_rows[row] - look.body.sheet_rows[look.last] > row - look.last
    above = plain(look.labels[look.last])
    closing = known_phrases("total") | known_phrases("net") | {""}
    return (
        bool(gap) or above in closing or begins_with(above, known_phrases("total")) or ends_with(above, closing - {""})
    )


def _section(look: RowsAround, row: int, label: str) -> bool:
    """Return whether a text alone opens a section; where in doubt it is a line without figures."""
    following = look.following(row)
    if following is None:
        return False
    text, below = plain(label), plain(look.labels[following])
    if following == row + 1 and begins_with(below, known_phrases("total")) and not ends_with(below, (text,)):
        return False
    known = text in known_phrases("section") or text in known_phrases("memorandum") or label.endswith(":")
    known = known or any(said_by_heading(field, label) for field in look.dataset.fields)
    deeper = look.indent(following) > look.indent(row) and following == row + 1
    closing = {f"total {text}", f"{text} total", f"sub total {text}", f"{text} spend", f"{text} expenditure"}
    named = not closing.isdisjoint(look.closings)
    uncoded = look.dataset.hierarchy == "code"
    return known or deeper or named or uncoded


def said_by_heading(field: Field, heading: str) -> str:
    """Return what a section's heading says of a field for the rows below it: Recurrent; '' where it says nothing."""
    text = plain(heading)
    phrases = (phrase for kind in field.headings for phrase in known_phrases(kind) if begins_with(text, [phrase]))
    return max(phrases, key=len, default="").capitalize()


def _group(look: RowsAround, row: int, label: str) -> bool:
    """Return whether a text alone names a group: not just above a total, nor where groups have a column."""
    following = look.following(row)
    if "group" in look.match.columns or following is None or not label:
        return False
    return following > row + 1 or plain(look.labels[following]) not in known_phrases("total")


def _memorandum(look: RowsAround, row: int, label: str) -> bool:
    """Return whether a text alone opens the memorandum block."""
    return begins_with(plain(label), known_phrases("memorandum")) and look.following(row) is not None


def _none(_look: RowsAround, _row: int, _label: str) -> bool:
    return False


IS_HEADING: Final[dict[str, Callable[[RowsAround, int, str], bool]]] = {
    "section": _section,
    "group": _group,
    "memorandum": _memorandum,
    "none": _none,
}
