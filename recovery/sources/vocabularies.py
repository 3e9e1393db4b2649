"""Stages, RAG ratings, months, years and codes as cells hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Final

from rapidfuzz.distance import OSA

from recovery.reference import choices, rags, stages
from recovery.sources.dates import date_of
from recovery.sources.definitions import Field
from recovery.sources.months import month_of, year_of
from recovery.sources.words import holds, plain, text_of
from recovery.sources.workbook import CellValue

Coded = str | int | None
_WHOLE: Final = re.compile(r"^(\d+)\.0+$")
OTHERS: Final = "others"
"""The name in a list of choices that lets any other text stand as it is."""
_REMARK: Final = re.compile(r"\s*[(:;,]\s*|\s+[-–—]\s*")
_LETTERS_FOR_A_SLIP: Final = 4
_STAGE_NUMBER: Final = re.compile(r"(?:stage|gateway|gate|g|s)?\s*(\d)(?:\s+(.*))?")


def stage_of(value: CellValue) -> int | None:
    """Return a stage's number from its number, its name or both: 3, Delivery, 3 - Delivery, Stage 3."""
    text = plain(_WHOLE.sub(r"\1", text_of(value)))
    names = _stage_names()
    if text_of(value).startswith("-"):
        return None
    if text in names:
        return names[text]
    match = _STAGE_NUMBER.fullmatch(text)
    if not match or int(match[1]) not in names.values():
        return names.get(text.removeprefix("stage ").removesuffix(" stage"))
    rest = (match[2] or "").strip()
    return int(match[1]) if not rest or names.get(rest) == int(match[1]) else None


@cache
def _stage_names() -> dict[str, int]:
    return {plain(name): stage.number for stage in stages() for name in (stage.name, *stage.other_names)}


def rag_of(value: CellValue) -> str | None:
    """Return a RAG rating's own name."""
    text = plain(text_of(value))
    return _rag_names().get(text) or _rag_names().get(text.removesuffix(" rated"))


@cache
def _rag_names() -> dict[str, str]:
    return {plain(name): rag.name for rag in rags() for name in (rag.name, *rag.other_names)}


def choice_of(name: str, value: CellValue) -> str | None:
    """Return which choice of a list a cell holds, in the list's own words."""
    text = text_of(_WHOLE.sub(r"\1", text_of(value)))
    known = _choice_names(name)
    if plain(text) in known or OTHERS not in choices(name):
        return known.get(plain(text))
    among = (choice for choice in choices(name) if choice != OTHERS and holds(plain(text), (plain(choice),)))
    return next(among, text or None)


def near_choice(name: str, value: CellValue) -> str | None:
    """Return the choice that a cell means but for a remark behind it (Closed - Q1) or a slip of one letter (Opne)."""
    known, text = _choice_names(name), text_of(value)
    if found := known.get(plain(_REMARK.split(text, maxsplit=1)[0])):
        return found
    near = {
        choice
        for word, choice in known.items()
        if len(word) >= _LETTERS_FOR_A_SLIP and OSA.distance(plain(text), word) <= 1
    }
    return near.pop() if len(near) == 1 else None


@cache
def _choice_names(name: str) -> dict[str, str]:
    listed = {choice: names for choice, names in choices(name).items() if choice != OTHERS}
    return {plain(text): choice for choice, names in listed.items() for text in (choice, *names)}


def _date(value: CellValue) -> str | None:
    found = date_of(value)
    return found.isoformat() if found else None


def _month(value: CellValue) -> int | None:
    found = month_of(value)
    return found.month if found else None


def _year(value: CellValue) -> int | None:
    return year_of(value)


_READERS: Final[Mapping[str, Callable[[CellValue], Coded]]] = {
    "stage": stage_of,
    "rag": rag_of,
    "month": _month,
    "year": _year,
    "date": _date,
}
CODED: Final = frozenset({*_READERS, "choice"})
"""The kinds whose cells hold one of a few known values, or a date."""


def reader_of(field: Field) -> Callable[[CellValue], Coded]:
    """Return what reads a coded field's cells: None where a cell is not one of its values."""
    return partial(choice_of, field.choices) if field.kind == "choice" else _READERS[field.kind]


def valid_values(kind: str, choice: str = "") -> str:
    """Return in words what a cell of this kind may hold."""
    if kind == "choice":
        return "one of " + ", ".join(choices(choice))
    if kind == "date":
        return "a date such as 30/09/2018"
    if kind == "stage":
        return "one of " + ", ".join(f"{stage.number} {stage.name}" for stage in stages()) + " (number or name)"
    if kind == "rag":
        return "one of " + ", ".join(rag.name for rag in rags())
    if kind == "month":
        return "a month: 1 to 12 (1 is April), its name or a date"
    return "a financial year such as 2018/19"
