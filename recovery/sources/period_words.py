"""Headings that only their place tells apart: a bare Variance has the period of the columns to its left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recovery.sources.columns import ColumnKind
from recovery.sources.definitions import Dataset
from recovery.sources.headings import Heading
from recovery.sources.naming import canonical_words


def by_context(
    dataset: Dataset, headings: Sequence[Heading], kinds: Sequence[ColumnKind], found: Mapping[str, int]
) -> dict[str, int]:
    """Give a bare heading (Variance) the period of the nearest column to the left whose period is known."""
    if not dataset.periods:
        return {}
    guessed: dict[str, int] = {}
    taken = {column: name for name, column in found.items()}
    own_periods = {"", *(_period_of_field(dataset, field.name) for field in dataset.numbers)}
    period = ""
    for column, heading in enumerate(headings):
        said = canonical_words(dataset.name, heading)
        period = _period(dataset, said, taken.get(column, "")) or period
        if column in taken or not said or said & set(dataset.periods) or not kinds[column].could_be_numbers:
            continue
        open_fields = [name for name in _bare_fields(dataset, said) if name not in found and name not in guessed]
        here = [name for name in open_fields if _period_of_field(dataset, name) == period]
        if here or (open_fields and period in own_periods):
            name = (here or open_fields)[0]
            guessed[name] = column
            period = _period_of_field(dataset, name)
    return guessed


def bare_names(dataset: Dataset, heading: Heading) -> list[str]:
    """Return the number columns that a heading names but for the period that its place may give it."""
    return _bare_fields(dataset, canonical_words(dataset.name, heading)) if dataset.periods else []


def repeated_bare(dataset: Dataset, headings: Sequence[Heading]) -> set[int]:
    """Return the columns that share their words with another and name no period: only their place tells them apart."""
    if not dataset.periods:
        return set()
    said = [canonical_words(dataset.name, heading) for heading in headings]
    return {column for column, own in enumerate(said) if own and not own & set(dataset.periods) and said.count(own) > 1}


def _period(dataset: Dataset, said: frozenset[str], field: str) -> str:
    named = [word for word in dataset.periods if word in said]
    return named[0] if named else (_period_of_field(dataset, field) if field else "")


def _period_of_field(dataset: Dataset, name: str) -> str:
    for header in dataset.field_named(name).headers:
        for word in dataset.periods:
            if word in header.split():
                return word
    return ""


def _bare_fields(dataset: Dataset, said: frozenset[str]) -> list[str]:
    """Return the fields that `said` names once the period is left out."""
    return [
        field.name
        for field in dataset.numbers
        if any(frozenset(header.split()) - set(dataset.periods) == said for header in field.headers)
    ]
