"""Which column holds which field: the best match of a sheet's headings with one dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Final

from recovery.sources.columns import ColumnKind
from recovery.sources.definitions import Dataset, Field, datasets
from recovery.sources.headings import Heading
from recovery.sources.months import MonthOfYear
from recovery.sources.naming import EXACT, POSSIBLE, SURE, canonical_words, scores
from recovery.sources.period_words import bare_names, by_context, repeated_bare

_CONTEXT: Final = 70.0
_MISSING: Final = 1.5
_SPOKEN: Final = 1.4
_MOSTLY_FILLED: Final = 0.7
_NEAR: Final = 2 / 3
_MONTHS: Final = 3
"""From so many month columns on a table is believed to have one a month."""
NOTHING_TOLD: Final[Mapping[str, bool]] = MappingProxyType({})


@dataclass(frozen=True)
class Match:
    """A dataset's fields and the columns that hold them; `months` are month columns that become rows."""

    dataset: Dataset
    columns: Mapping[str, int]
    score: float
    headings: int
    months: Mapping[int, MonthOfYear]
    guessed: frozenset[str] = frozenset()
    told: bool = False
    """Whether the rows tell the dataset, so that its headings need not."""

    @property
    def dated(self) -> int:
        """Return how many month columns say their year."""
        return sum(month.year is not None for month in self.months.values())

    @cached_property
    def missing(self) -> tuple[Field, ...]:
        """Return the required fields that no column holds."""
        return tuple(
            field
            for field in self.dataset.fields
            if field.required
            and field.name not in self.columns
            and field.name not in self._melted
            and self.columns.keys().isdisjoint(field.unless)
        )

    @property
    def _melted(self) -> frozenset[str]:
        """Return the fields that month columns stand for."""
        return frozenset({"month", self.dataset.melt}) if self.months else frozenset()

    @property
    def is_whole(self) -> bool:
        """Return whether every required field has its column and enough of the headings are understood."""
        return not self.missing and self.covers

    @property
    def covers(self) -> bool:
        """Return whether the match explains enough of the headings to be believed."""
        needed = 0.5 if len(self._measured) <= 1 and not self.told else 0.2
        return len(self.columns) + len(self.months) >= needed * self.headings

    @property
    def _measured(self) -> list[Field]:
        """Return the required fields that are more than the row's name."""
        return [field for field in self.dataset.fields if field.required and field.name != self.dataset.label]

    @property
    def is_near(self) -> bool:
        """Return whether this clearly is the dataset although a required column is not there."""
        measured = self._measured
        held = (self.columns.keys() | self._melted) - {self.dataset.label}
        present = [field for field in measured if not held.isdisjoint({field.name, *field.unless})]
        numbers = [field for field in present if field.is_number]
        enough = len(present) >= max(2, _NEAR * len(measured)) and (not self.months or len(self.months) >= _MONTHS)
        return bool(self.missing) and self.covers and enough and bool(numbers)


def best_match(  # noqa: PLR0913, PLR0917 - what is known of one header
    headings: Sequence[Heading],
    kinds: Sequence[ColumnKind],
    names: Sequence[str],
    current_year: int | None,
    above: frozenset[str] = frozenset(),
    told: Mapping[str, bool] = NOTHING_TOLD,
) -> Match | None:
    """Return the dataset that the headings fit best, whole matches first; the words `above` them count too.

    `told` are the datasets that the rows themselves tell, and whether beyond doubt, so that they go before any other;
    datasets that need telling and are not told must name their label.
    """
    matches = [match(dataset, headings, kinds, current_year) for name, dataset in datasets().items() if name in names]
    found = [replace(one, told=one.dataset.name in told) for one in matches]
    found = [one for one in found if one.told or not one.dataset.telling or _names_label(one, headings)]
    found = [one for one in found if not any(_leaves_months_aside(other, one) for other in found)]

    def rank(one: Match) -> tuple[bool, bool, bool, float]:
        spoken = bool({*one.dataset.name.split("-")[-1:], one.dataset.melt} & above)
        surely = told.get(one.dataset.name, False)
        return one.is_whole and surely, one.is_whole, one.is_near, one.score + (_SPOKEN if spoken else 0)

    return max(found, key=rank, default=None)


def _leaves_months_aside(one: Match, months: Match) -> bool:
    """Return whether a whole match knows more of the headings beside the months than the one that they make up.

    So a register with a profile by month is no table of activity.
    """
    known = len(one.columns) > len(months.columns)
    return bool(months.months) and one.is_whole and not one.dataset.month_columns and known


def may_match(names: Sequence[str], headings: Sequence[Heading]) -> list[str]:
    """Return the datasets of which enough headings can name required fields for a match, whole or near: soon told."""
    return [name for name in _possible(tuple(heading for heading in headings if heading.text)) if name in names]


@lru_cache(maxsize=4096)
def _possible(said: tuple[Heading, ...]) -> list[str]:
    """Return those of all the datasets; the same titles stand above many a table."""
    return [
        name
        for name, (measured, fewest) in _fewest().items()
        if len(said) >= fewest and len(measured & _named_by(name, said, measured)) >= fewest
    ]


def _named_by(name: str, said: Sequence[Heading], measured: frozenset[str]) -> frozenset[str]:
    """Return the fields that headings may name; months stand for theirs only where there are several, or all else is.

    A date among the titles above a table is so told from a table of months.
    """
    named = frozenset().union(*(_may_name(name, heading) for heading in said))
    melted = frozenset({"month", datasets()[name].melt} if datasets()[name].melt else ())
    months = sum(heading.month is not None for heading in said) if melted else 0
    return named | melted if months >= _MONTHS or (months and measured - melted <= named) else named


@cache
def _fewest() -> Mapping[str, tuple[frozenset[str], float]]:
    """Return by dataset its required fields beside the row's name, and how many of them a match has at least."""
    measured = {
        name: [field for field in one.fields if field.required and field.name != one.label]
        for name, one in datasets().items()
    }
    return {
        name: (
            frozenset(stands for field in own for stands in (field.name, *field.unless)),
            min(len(own), max(2, _NEAR * len(own))),
        )
        for name, own in measured.items()
    }


@lru_cache(maxsize=16384)
def _may_name(name: str, heading: Heading) -> frozenset[str]:
    """Return every field of a dataset whose column a heading may stand over, and those that such a column spares."""
    dataset = datasets()[name]
    named = {*scores(name, heading), *bare_names(dataset, heading), *_amount_under(dataset, heading)}
    return frozenset(named.union(field.name for field in dataset.fields if not named.isdisjoint(field.unless)))


def _names_label(one: Match, headings: Sequence[Heading]) -> bool:
    """Return whether a table names its label in the dataset's own words."""
    column = one.columns.get(one.dataset.label)
    return column is not None and scores(one.dataset.name, headings[column]).get(one.dataset.label, 0) >= EXACT


def match(
    dataset: Dataset, headings: Sequence[Heading], kinds: Sequence[ColumnKind], current_year: int | None
) -> Match:
    """Give each field its column: by name, then by the period of the columns to the left, the label last."""
    found = _by_name(dataset, headings, kinds, current_year)
    found |= _only_a_unit(dataset, headings, found)
    scored = {field: scores(dataset.name, headings[column]).get(field, 0) for field, column in found.items()}
    guessed = by_context(dataset, headings, kinds, found)
    found |= guessed
    if _only_words(dataset, kinds, found):
        return Match(dataset, {}, 0, len(headings), {})
    months = _month_columns(dataset, headings, kinds, found)
    _give_label(dataset, headings, kinds, found)
    score = sum(scored.values()) / EXACT + len(guessed) * _CONTEXT / EXACT + len(set(months.values()))
    whole = Match(dataset, found, 0, sum(bool(heading.text) for heading in headings), months, frozenset(guessed))
    return Match(dataset, found, score - _MISSING * len(whole.missing), whole.headings, months, frozenset(guessed))


def _only_a_unit(dataset: Dataset, headings: Sequence[Heading], found: Mapping[str, int]) -> dict[str, int]:
    """In a table that its rows tell, the one column headed by nothing but a unit (£'000) holds the needed amount."""
    bare = {column: own for column, heading in enumerate(headings) if (own := _amount_under(dataset, heading))}
    if len(bare) != 1 or any(name in found for name in next(iter(bare.values()))):
        return {}
    return {name: column for column, names in bare.items() for name in names}


def _amount_under(dataset: Dataset, heading: Heading) -> list[str]:
    """Return the needed amount of a table that its rows tell, if a heading is nothing but a unit."""
    if not dataset.opening or not heading.unit or heading.words:
        return []
    return [field.name for field in dataset.fields if field.kind == "money" and field.required][:1]


def _only_words(dataset: Dataset, kinds: Sequence[ColumnKind], found: Mapping[str, int]) -> bool:
    """Return whether there is nothing but words where the figures would stand: a list that only mentions the table."""
    figures = [kinds[found[field.name]] for field in dataset.numbers if field.name in found]
    return bool(figures) and all(kind.texts and kind.texts == kind.filled for kind in figures)


def _by_name(
    dataset: Dataset, headings: Sequence[Heading], kinds: Sequence[ColumnKind], current_year: int | None
) -> dict[str, int]:
    fields = {field.name: field for field in dataset.fields}
    bare = repeated_bare(dataset, headings)
    pairs = [
        (score, fields[name].is_number == kinds[column].is_numbers, -column, name)
        for column, heading in enumerate(headings)
        if column not in bare
        for name, score in scores(dataset.name, heading).items()
        if name in fields
        and score >= (POSSIBLE if fields[name].required else SURE - 10)
        and _year_fits(fields[name], heading, current_year)
        and _kind_fits(fields[name], kinds[column], score)
        and not (dataset.opening and fields[name].is_number and kinds[column].is_text)
    ]
    found: dict[str, int] = {}
    for _, _, negative, name in sorted(pairs, reverse=True):
        if name not in found and -negative not in found.values():
            found[name] = -negative
    return found


def _year_fits(field: Field, heading: Heading, current_year: int | None) -> bool:
    """Return whether the year in a heading can be the one that the field speaks of."""
    if heading.month and heading.month.year is not None and field.name == heading.month_word:
        return current_year in {None, heading.month.year}
    if len(heading.years) != 1 or current_year is None:
        return True
    if "{" not in field.csv:
        return not field.is_number or heading.years[0] >= current_year
    return heading.years[0] == (current_year - 1 if "{prior}" in field.csv else current_year)


def _kind_fits(field: Field, kind: ColumnKind, score: float) -> bool:
    """Return whether the cells below can be of the field's kind; an exact name is believed against its cells.

    Only a number that need not be there is none where there is nothing but words: a residual risk that is High or Low.
    """
    if field.is_number and not field.required and kind.texts and kind.texts == kind.filled:
        return False
    if field.is_number:
        return kind.could_be_numbers or score >= EXACT - 2
    if field.kind == "text":
        return not kind.is_numbers or score >= EXACT - 2
    return True


def _month_columns(
    dataset: Dataset, headings: Sequence[Heading], kinds: Sequence[ColumnKind], found: Mapping[str, int]
) -> dict[int, MonthOfYear]:
    if not dataset.melt or "month" in found:
        return {}
    taken = set(found.values())
    return {
        column: heading.month
        for column, heading in enumerate(headings)
        if heading.month
        and column not in taken
        and kinds[column].could_be_numbers
        and canonical_words(dataset.name, heading) <= {"actual", "month", "number"}
    }


def _give_label(
    dataset: Dataset, headings: Sequence[Heading], kinds: Sequence[ColumnKind], found: dict[str, int]
) -> None:
    """The row's name stands in the leftmost column of text that holds nothing else, whatever its heading."""
    taken = {column for name, column in found.items() if name != dataset.label}
    own = found.get(dataset.label)
    named = own is not None and scores(dataset.name, headings[own])[dataset.label] >= SURE and kinds[own].is_text
    free = [column for column, kind in enumerate(kinds) if column not in taken and kind.is_text]
    first_number = min((found[field.name] for field in dataset.numbers if field.name in found), default=len(kinds))
    fullest = max((kinds[column].filled for column in free if column < first_number), default=0)
    if named and own is not None and kinds[own].filled >= _MOSTLY_FILLED * fullest:
        return
    full = [column for column in free if kinds[column].filled >= _MOSTLY_FILLED * fullest]
    if full:
        found[dataset.label] = full[0]
