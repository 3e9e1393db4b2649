"""What people can decide about the figures, as `data/reference/judgements.toml` says: kinds, their fields, who may."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from recovery.errors import UsageError
from recovery.settings import settings

TEXT: Final = "text"
TEXTS: Final = "texts"
YES: Final = "yes"
MONTH: Final = "month"
YEAR: Final = "year"
WHOLE: Final = "whole"
ROWS: Final = "rows"
EXACT: Final = frozenset({"money", "percent", "number"})
"""The kinds of field: those of the last are exact numbers, kept as texts."""


@dataclass(frozen=True)
class JudgementField:
    """One field of a kind of judgement; `fields` are those of each row where it holds rows.

    What stands in an `exclusive` field of one judgement may stand in that field of no other of its kind.  `choices` are
    all that may be given, where there are any; `beside` is the field that has to be given with this one.
    """

    name: str
    heading: str
    kind: str
    required: bool = False
    exclusive: bool = False
    choices: tuple[Any, ...] = ()
    beside: str = ""
    fields: tuple[JudgementField, ...] = ()


@dataclass(frozen=True)
class JudgementKind:
    """One thing that people decide: its name, who may (`permission`), and whether it is about one financial year.

    Nothing is decided by a judgement of a kind that `needs_content` and has none.
    """

    name: str
    title: str
    about: str
    permission: str
    of_year: bool
    fields: tuple[JudgementField, ...]
    needs_content: bool = False


@cache
def judgement_kinds() -> Mapping[str, JudgementKind]:
    """Return every kind by its name, in the file's order."""
    text = tomllib.loads((settings().reference_folder / "judgements.toml").read_text(encoding="utf-8"))
    return {name: JudgementKind(name, **{**about, "fields": _fields(about["fields"])}) for name, about in text.items()}


def judgement_kind(name: str) -> JudgementKind:
    """Return one kind, or raise a UsageError that lists them."""
    if name not in judgement_kinds():
        raise UsageError(f"'{name}' is not a kind of judgement: choose one of {', '.join(judgement_kinds())}.")
    return judgement_kinds()[name]


def _fields(about: Mapping[str, Mapping[str, Any]]) -> tuple[JudgementField, ...]:
    return tuple(
        JudgementField(
            name, **{**one, "choices": tuple(one.get("choices", ())), "fields": _fields(one.get("fields", {}))}
        )
        for name, one in about.items()
    )
