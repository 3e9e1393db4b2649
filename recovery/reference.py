"""Reference data: what is a matter of convention and can change without a change of code (`data/reference/`)."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from recovery.settings import settings


@dataclass(frozen=True)
class Stage:
    """A gateway stage: its number, its name and the other names it goes by."""

    number: int
    name: str
    other_names: tuple[str, ...]


@dataclass(frozen=True)
class Rag:
    """A RAG rating: its name and the other ways in which it is written."""

    name: str
    other_names: tuple[str, ...]


@dataclass(frozen=True)
class RiskWeight:
    """The part of a net value that is counted on in a programme, from a date.

    `basis` is stage, rag or 'stage and rag' (key 'Planning, Red'); one by both goes before one by stage, and that
    before one by RAG.  An organisation may set its own in place of its programme's.
    """

    effective_from: dt.date
    basis: str
    key: str
    weight: Decimal
    reason: str
    programme: str = ""


@dataclass(frozen=True)
class ReturnMeasure:
    """A measure of the activity plan and the columns of the national return that are counted under it."""

    code: str
    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FunnelRule:
    """How a funnel is drawn: its limits in standard errors, the share drawn in at each end, the fewest members."""

    inner: Decimal
    outer: Decimal
    drawn_in: Decimal
    fewest: int


@dataclass(frozen=True)
class ActivityReturn:
    """How the national activity return is read: the words beside its dates, its measures, whose codes have no peers."""

    words: Mapping[str, tuple[str, ...]]
    measures: tuple[ReturnMeasure, ...]
    not_ranked: tuple[str, ...]
    funnel: FunnelRule


@cache
def stages() -> tuple[Stage, ...]:
    """Return the gateway stages in order; the first is the pipeline, which totals can exclude."""
    return tuple(Stage(one["number"], one["name"], tuple(one["other_names"])) for one in _qipp()["stages"])


@cache
def rags() -> tuple[Rag, ...]:
    """Return the RAG ratings, worst first."""
    return tuple(Rag(one["name"], tuple(one["other_names"])) for one in _qipp()["ratings"])


@cache
def risk_weights() -> tuple[RiskWeight, ...]:
    """Return every default risk weight that was ever in force, oldest first."""
    found = [
        RiskWeight(
            dt.date.fromisoformat(row["effective_from"]),
            row["basis"],
            row["key"],
            Decimal(row["weight"]),
            row["reason"],
            row["programme"],
        )
        for row in _rows("risk_weights.csv")
    ]
    return tuple(sorted(found, key=lambda weight: weight.effective_from))


@cache
def activity_return() -> ActivityReturn:
    """Return how the national activity return is read."""
    file = settings().reference_folder / "activity_return.toml"
    text = tomllib.loads(file.read_text(encoding="utf-8"))
    return ActivityReturn(
        words={name: tuple(text[name]) for name in ("says_period", "says_other_date")},
        measures=tuple(ReturnMeasure(one["code"], one["title"], tuple(one["fields"])) for one in text["measures"]),
        not_ranked=tuple(text["not_ranked"]),
        funnel=FunnelRule(
            Decimal(text["funnel"]["inner"]),
            Decimal(text["funnel"]["outer"]),
            Decimal(text["funnel"]["drawn_in"]),
            text["funnel"]["fewest"],
        ),
    )


@cache
def likelihood_scores() -> tuple[int, ...]:
    """Return what a likelihood that is scored 1, 2, … comes to in per cent."""
    file = settings().reference_folder / "likelihood.toml"
    scores: list[int] = tomllib.loads(file.read_text(encoding="utf-8"))["scores"]
    return tuple(scores)


@cache
def likelihood_words() -> Mapping[str, int]:
    """Return what a likelihood that is said in words comes to in per cent, by its words without punctuation."""
    file = settings().reference_folder / "likelihood.toml"
    words: list[list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["words"]
    return {word: share for own, share in zip(words, likelihood_scores(), strict=True) for word in own}


@cache
def row_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that tell what a row or a heading is: total, net, income, memorandum, contingency and so on."""
    return reference_words("row_words.toml")


@cache
def choices(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return what cells of a column may hold by one list of `choices.toml`: each choice with its other names."""
    text = (settings().reference_folder / "choices.toml").read_text(encoding="utf-8")
    return {choice: tuple(names) for choice, names in tomllib.loads(text)[name].items()}


@cache
def reference_words(file: str) -> Mapping[str, tuple[str, ...]]:
    """Return lists of words by their name, from one of the reference files."""
    text = (settings().reference_folder / file).read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@cache
def _qipp() -> Mapping[str, Any]:
    """Return the programme in whose words the QIPP tables that people load are read."""
    file = settings().reference_folder / "programmes" / "qipp.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _rows(name: str) -> list[dict[str, str]]:
    with (settings().reference_folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
