"""What each row below the header is: figures, a heading, a nil line or a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from recovery.sources.amounts import Amounts, Flags
from recovery.sources.body import Body
from recovery.sources.heading_rows import IS_HEADING, RowsAround, ends_table, is_note
from recovery.sources.matching import Match
from recovery.sources.words import begins_with, known_phrases, plain, text_of

_WORDS_OF_A_KEY: Final = 3


@dataclass
class RowClasses:
    """For each row of a body: whether it is kept, the heading it stands under, and which rows are notes."""

    kept: Flags
    headings: list[str]
    memorandum: Flags
    notes: list[int] = field(default_factory=list)


def classify(body: Body, match: Match, amounts: Sequence[Amounts], labels: Sequence[str]) -> RowClasses:
    """Go down the rows that hold no figures and say what each of them is."""
    figures = _any(body.length, [one.filled for one in amounts])
    signs = _any(body.length, [one.nil_signs for one in amounts])
    wrong = np.zeros(body.length, dtype=np.bool_)
    for one in amounts:
        wrong[list(one.wrong)] = True
    classes = RowClasses(figures.copy(), [""] * body.length, np.zeros(body.length, dtype=np.bool_))
    last = int(np.flatnonzero(figures)[-1]) if figures.any() else -1
    look = RowsAround(body, match, labels, figures | signs, signs, wrong, last)
    marks: list[tuple[int, str, bool]] = []
    for row in np.flatnonzero(~figures).tolist():
        _place_row(look, row, classes, marks)
    _spread(classes, marks)
    return classes


def _any(length: int, flags: Sequence[Flags]) -> Flags:
    return np.logical_or.reduce(flags) if flags else np.zeros(length, dtype=np.bool_)


def _place_row(look: RowsAround, row: int, classes: RowClasses, marks: list[tuple[int, str, bool]]) -> None:
    label = text_of(look.labels[row])
    if look.wrong[row] and label and not is_note(label):
        classes.kept[row] = True
    elif not label and not look.others(row):
        classes.notes.append(row)
    elif look.dataset.key and (text := look.alone(row)) and not _may_be_key(text) and not look.signs[row]:
        _place_text_in_keyed_table(look, row, text, classes, marks)
    elif look.signs[row] or (look.others(row) and look.dataset.headings != "group"):
        classes.kept[row] = True
    elif ends_table(look, row, label):
        classes.notes.append(row)
    elif IS_HEADING[look.dataset.headings](look, row, label):
        marks.append((row, label, begins_with(plain(label), known_phrases("memorandum"))))
    else:
        classes.kept[row] = True


def _may_be_key(text: str) -> bool:
    """Return whether a text alone in its row may be a code or a reference: it has a digit and is no sentence."""
    return any(map(str.isdigit, text)) and not is_note(text) and len(text.split()) <= _WORDS_OF_A_KEY


def _place_text_in_keyed_table(
    look: RowsAround, row: int, text: str, classes: RowClasses, marks: list[tuple[int, str, bool]]
) -> None:
    """Take a text alone in a table of codes as a heading where the table has any, else as a note."""
    if look.dataset.headings == "section" and not is_note(text) and look.following(row) is not None:
        marks.append((row, text, False))
    else:
        classes.notes.append(row)


def _spread(classes: RowClasses, marks: list[tuple[int, str, bool]]) -> None:
    """Let each heading hold for the rows below it until the next; a memorandum holds to the end."""
    for place, (row, label, memorandum) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(classes.headings)
        classes.headings[row:end] = [label] * (end - row)
        if memorandum:
            classes.memorandum[row:] = True
