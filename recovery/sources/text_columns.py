"""Text, coded and key columns of the rows that are kept: blanks filled from above where the table means that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import pyarrow as pa

from recovery.names import name_key
from recovery.problems import Problem
from recovery.sources.definitions import Field
from recovery.sources.places import Place
from recovery.sources.vocabularies import CODED, Coded, near_choice, reader_of, valid_values
from recovery.sources.words import is_blank, known_phrases, plain, text_of
from recovery.sources.workbook import CellValue, address

Where = Callable[[int], tuple[int, int]]
"""Gives the place on the sheet of a row's cell."""

_WORDS: Final = frozenset({"rag", "choice", "date"})
"""The coded kinds that are kept as text; the others are whole numbers."""
_NAMES: Final = {"rag": "RAG rating", "year": "financial year"}


def texts_of(cells: Sequence[CellValue]) -> list[str]:
    """Return a column as text, each different cell cleaned once."""
    known = {cell: text_of(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def filled_down(texts: Sequence[str], stops: Sequence[bool]) -> list[str]:
    """Return a column in which a blank holds what stands above it; a stop is a row that takes nothing and ends it."""
    result: list[str] = []
    above = ""
    for text, stop in zip(texts, stops, strict=True):
        above = text or ("" if stop else above)
        result.append(text if stop else above)
    return result


def read_coded(
    field: Field, cells: Sequence[CellValue], needed: Sequence[bool], where: Where, place: Place
) -> tuple[list[Coded], list[Problem]]:
    """Read a column of stages, ratings, months and the like; a blank is wrong where it is `needed`."""
    reader = reader_of(field)
    known = {cell: reader(cell) for cell in set(cells)}
    meant = {
        cell: near
        for cell, value in known.items()
        if field.kind == "choice"
        and value is None
        and not is_blank(cell)
        and (near := near_choice(field.choices, cell))
    }
    values = [known[cell] or meant.get(cell) if meant else known[cell] for cell in cells]
    problems = [_meant(cell, meant[cell], where(row), place) for row, cell in enumerate(cells) if cell in meant]
    problems += [
        _unknown(field, cells[row], where(row), place)
        for row, value in enumerate(values)
        if value is None and (needed[row] or not is_blank(cells[row]))
    ]
    return values, problems


def _meant(cell: CellValue, value: str, where: tuple[int, int], place: Place) -> Problem:
    message = f"'{text_of(cell)}' was read as {value}."
    return place.notice("choice-mended", message, "Correct the cell if that is wrong.", where, cell)


def _unknown(field: Field, cell: CellValue, where: tuple[int, int], place: Place) -> Problem:
    name = _NAMES.get(field.kind, field.heading.lower())
    to_do = f"Write {valid_values(field.kind, field.choices)}."
    to_do += f" Blank means {field.blank}." if field.blank else ""
    if is_blank(cell):
        return place.error(f"{field.kind}-missing", f"The {name} is missing.", to_do, where)
    if field.kind == "month" and text_of(cell).lstrip("-").isdecimal():
        return place.error("month-outside", f"There is no month {text_of(cell)}.", to_do, where, cell)
    said = f"'{text_of(cell)}' is not a known {name}."
    if field.kind == "choice":
        said = f"'{text_of(cell)}' is none of the values that the column '{field.heading}' can have."
    return place.error(f"unknown-{field.kind}", said, to_do, where, cell)


def duplicates(
    texts: Sequence[str], heading: str, where: Where, place: Place, key: Callable[[str], str] = name_key
) -> list[Problem]:
    """Return an error for each key that stands twice, naming both cells; `key` gives it as it is compared."""
    keys = [key(text) for text in texts]
    if len(set(filter(None, keys))) == sum(map(bool, keys)):
        return []
    first: dict[str, int] = {}
    return [
        _duplicate(texts[row], heading, where(first[own]), where(row), place)
        for row, own in enumerate(keys)
        if own and first.setdefault(own, row) != row
    ]


def _duplicate(text: str, heading: str, one: tuple[int, int], other: tuple[int, int], place: Place) -> Problem:
    message = f"{heading} '{text}' stands twice: in {address(*one)} and in {address(*other)}."
    return place.error("duplicate-key", message, "Give each row its own, or take one of the two out.", other, text)


def without_answers(field: Field, texts: Sequence[str], where: Where, place: Place) -> tuple[list[str], list[Problem]]:
    """Return a column of references to another table without the cells that only say whether there is one."""
    answers = [row for row, text in enumerate(texts) if plain(text) in known_phrases("no_reference")]
    if not answers:
        return list(texts), []
    message = f"The column '{field.heading}' holds {texts[answers[0]]}, which is no reference: left blank."
    kept = ["" if row in set(answers) else text for row, text in enumerate(texts)]
    return kept, [place.notice("no-reference", message, "Write which one it is.", where(answers[0]), texts[answers[0]])]


def coded_array(field: Field, values: Sequence[Coded]) -> pa.Array:
    """Return a coded column as it stands in the table: ratings, choices and dates as text, others as whole numbers."""
    if field.kind in _WORDS:
        return pa.array(["" if value is None else str(value) for value in values], pa.string())
    return pa.array(values, pa.int64())


def is_coded(field: Field) -> bool:
    """Return whether a field's cells hold one of a few known values."""
    return field.kind in CODED
