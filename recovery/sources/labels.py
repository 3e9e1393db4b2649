"""The name of each row, also where it stands in another column than the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from recovery.reference import row_words
from recovery.sources.amounts import Flags
from recovery.sources.ledger import NOTHING_SPECIAL
from recovery.sources.source import Source
from recovery.sources.text_columns import filled_down, texts_of
from recovery.sources.total_rows import is_total_word, names_whole
from recovery.sources.words import begins_with, indent_of, known_phrases, plain, text_of
from recovery.sources.workbook import CellValue

_SMALL: Final = 3000


def row_labels(source: Source, figures: Flags) -> list[str]:
    """Return the label of each row; where a row of figures has none, the one text beside its figures."""
    labels = _filled_down(source, texts_of(source.body.column(source.column(source.dataset.label))))
    for row, label in enumerate(labels):
        if not label:
            beside = _text_beside(source, row) if figures[row] else ""
            labels[row] = beside or _total_in_another_field(source, row)
    return labels


def _total_in_another_field(source: Source, row: int) -> str:
    """Return the word for total where it stands in the RAG or area column, or a total's name before that of names."""
    own = source.column(source.dataset.label) or 0
    texts = [
        (column < own or name == source.dataset.key, text_of(source.body.cell(row, column)))
        for name, column in source.region.match.columns.items()
        if not source.dataset.field_named(name).is_number
    ]
    closing = known_phrases(source.dataset.closing) if source.dataset.closing else frozenset()
    named = (
        text
        for before, text in texts
        if is_total_word(plain(text)) or (before and (names_whole(plain(text)) or begins_with(plain(text), closing)))
    )
    return next(named, "")


def _filled_down(source: Source, labels: list[str]) -> list[str]:
    """Fill a blank label from above where the table merges labels down and another text says that the row is a line."""
    dataset = source.dataset
    others = [
        texts_of(source.body.column(column))
        for name, column in source.region.match.columns.items()
        if name != dataset.label and not dataset.field_named(name).is_number
    ]
    if dataset.label not in dataset.fill_down or not others:
        return labels
    stops = [all(not text or is_total_word(plain(text)) for text in row) for row in zip(*others, strict=True)]
    return filled_down(labels, stops)


def _text_beside(source: Source, row: int) -> str:
    used = source.region.match.columns.values()
    beside = [
        text
        for column, cells in enumerate(source.body.columns)
        if column not in used and isinstance(cells[row], str) and (text := text_of(cells[row]))
    ]
    return beside[0] if len(beside) == 1 else ""


def indents(cells: Sequence[CellValue]) -> list[int]:
    """Return by how much each label is moved in."""
    return [indent_of(cell) if isinstance(cell, str) and cell[:1].isspace() else 0 for cell in cells]


def plain_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels in plain words; in a long table only those that hold a word of meaning for the row's kind."""
    if len(labels) <= _SMALL:
        return [plain(label) for label in labels]
    words = {
        word
        for kind, phrases in row_words().items()
        if not kind.startswith("beside_")
        for phrase in phrases
        for word in phrase.split()
        if len(word) > 1
    }
    pattern = "|".join(sorted(words, key=len, reverse=True))
    found = pc.match_substring_regex(pa.array(labels, pa.string()), rf"\b(?:{pattern})\b|^$", ignore_case=True)
    telling = found.to_numpy(zero_copy_only=False).tolist()
    return [plain(label) if tells else NOTHING_SPECIAL for label, tells in zip(labels, telling, strict=True)]
