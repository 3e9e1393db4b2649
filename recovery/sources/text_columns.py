"""Text, coded and key columns of the rows that are kept: blanks filled from above where the table means that."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from recovery.problems import Problem
from recovery.sources.definitions import Field
from recovery.sources.places import Place
from recovery.sources.vocabularies import READERS, Coded, valid_values
from recovery.sources.words import is_blank, text_of
from recovery.sources.workbook import CellValue, address

_CODED = frozenset({"stage", "rag", "month", "year"})


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
    field: Field, cells: Sequence[CellValue], places: Sequence[tuple[int, int]], needed: Sequence[bool], place: Place
) -> tuple[list[Coded], list[Problem]]:
    """Read a column of stages, ratings, months or years; a blank is wrong where it is `needed`."""
    reader = READERS[field.kind]
    known = {cell: reader(cell) for cell in set(cells)}
    values = [known[cell] for cell in cells]
    problems = [
        _unknown(field, cell, where, place)
        for cell, value, where, must in zip(cells, values, places, needed, strict=True)
        if value is None and (must or not is_blank(cell))
    ]
    return values, problems


def _unknown(field: Field, cell: CellValue, where: tuple[int, int], place: Place) -> Problem:
    heading = field.heading.lower() if field.kind != "rag" else "RAG"
    to_do = f"Write {valid_values(field.kind)}."
    if is_blank(cell):
        return place.error(f"{field.kind}-missing", f"The {heading} is missing.", to_do, where)
    rule = (
        "month-outside" if field.kind == "month" and text_of(cell).lstrip("-").isdecimal() else f"unknown-{field.kind}"
    )
    message = (
        f"There is no month {text_of(cell)}."
        if rule == "month-outside"
        else f"'{text_of(cell)}' is not {_article(field.kind)} {_noun(field.kind)} that is known."
    )
    return place.error(rule, message, to_do, where, cell)


def _noun(kind: str) -> str:
    return {"rag": "RAG rating", "year": "financial year"}.get(kind, kind)


def _article(_kind: str) -> str:
    return "a"


def duplicates(texts: Sequence[str], places: Sequence[tuple[int, int]], heading: str, place: Place) -> list[Problem]:
    """Return an error for each key that stands twice, naming both cells."""
    first: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []
    for text, where in zip(texts, places, strict=True):
        key = text.casefold()
        if key and key in first:
            problems.append(
                place.error(
                    "duplicate-key",
                    f"{heading} '{text}' stands twice: in {address(*first[key])} and in {address(*where)}.",
                    "Give each row its own, or take one of the two out.",
                    where,
                    text,
                )
            )
        elif key:
            first[key] = where
    return problems


def coded_array(field: Field, values: Sequence[Coded]) -> pa.Array:
    """Return a coded column as it stands in the table: RAG as text, the others as whole numbers."""
    if field.kind == "rag":
        return pa.array(["" if value is None else str(value) for value in values], pa.string())
    return pa.array(values, pa.int64())


def is_coded(field: Field) -> bool:
    """Return whether a field's cells hold one of a few known values."""
    return field.kind in _CODED
