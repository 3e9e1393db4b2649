"""Stages, RAG ratings, months, years and codes as cells hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from recovery.reference import rags, stages
from recovery.sources.months import month_of, year_of
from recovery.sources.words import plain, text_of
from recovery.sources.workbook import CellValue

Coded = str | int | None
_WHOLE: Final = re.compile(r"^(\d+)\.0+$")
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


def _month(value: CellValue) -> int | None:
    found = month_of(value)
    return found.month if found else None


def _year(value: CellValue) -> int | None:
    return year_of(value)


READERS: Final[Mapping[str, Callable[[CellValue], Coded]]] = {
    "stage": stage_of,
    "rag": rag_of,
    "month": _month,
    "year": _year,
}


def valid_values(kind: str) -> str:
    """Return in words what a cell of this kind may hold."""
    if kind == "stage":
        return "one of " + ", ".join(f"{stage.number} {stage.name}" for stage in stages()) + " (number or name)"
    if kind == "rag":
        return "one of " + ", ".join(rag.name for rag in rags())
    if kind == "month":
        return "a month: 1 to 12 (1 is April), its name or a date"
    return "a financial year such as 2018/19"
