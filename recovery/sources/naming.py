"""How well a column heading names a field: canonical words, whatever their order, typos and broken spacing allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import OSA

from recovery.period import MONTH_FIELDS
from recovery.sources.definitions import Dataset, Field, dataset_named, datasets
from recovery.sources.headings import Heading
from recovery.sources.words import heading_words, words

EXACT: Final = 100.0
SURE: Final = 85.0
POSSIBLE: Final = 60.0

_LONG_WORD: Final = 8
_SHORT_WORD: Final = 4
_LETTERS_FOR_A_SLIP: Final = 7
"""A name may have one typing error for so many letters, wherever the spaces stand."""


@dataclass(frozen=True)
class Vocabulary:
    """A dataset's own words: phrases with their canonical word, longest first, and each field's names.

    A name is its canonical words, and every way to write it without spaces: ytdbudget, yeartodateplan, …; `longest`
    is the length of the longest of these.
    """

    phrases: tuple[tuple[tuple[str, ...], str], ...]
    known: frozenset[str]
    canonical: frozenset[str]
    names: tuple[tuple[Field, frozenset[str], frozenset[str]], ...]
    longest: int


@cache
def vocabulary(dataset: str) -> Vocabulary:
    """Return the words by which a dataset's columns go."""
    definition = dataset_named(dataset)
    phrases = _phrases(definition)
    names = tuple(
        (field, frozenset(_canonical(words(name), phrases)), _spellings(words(name), phrases))
        for field in definition.fields
        for name in dict.fromkeys((*field.headers, field.name.replace("_", " ")))
        if field.name not in {month.name for month in definition.month_columns}
    )
    own = {word for phrase, canonical in phrases for word in (*phrase, canonical)}
    return Vocabulary(
        phrases,
        frozenset(own.union(*(name for _, name, _ in names))),
        frozenset(definition.synonyms),
        names,
        max(len(spelling) for _, _, spellings in names for spelling in spellings),
    )


@cache
def known_words() -> frozenset[str]:
    """Return every word that stands in the usual heading of any column of any dataset."""
    names = {
        word for one in datasets().values() for field in one.fields for name in field.headers for word in words(name)
    }
    phrases = {
        word for one in datasets().values() for many in one.synonyms.values() for text in many for word in words(text)
    }
    return frozenset(names | phrases | set(MONTH_FIELDS)) - heading_words("small")


def _phrases(definition: Dataset) -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = {(words(phrase), canonical) for canonical, many in definition.synonyms.items() for phrase in many}
    pairs |= {((canonical,), canonical) for canonical in definition.synonyms}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _spellings(name: tuple[str, ...], phrases: tuple[tuple[tuple[str, ...], str], ...]) -> frozenset[str]:
    """Return every way to write a name without spaces, with each of its canonical words in all its phrases."""
    ways = [{word, *("".join(phrase) for phrase, canonical in phrases if canonical == word)} for word in name]
    return frozenset("".join(way) for way in product(*ways))


def _canonical(text: tuple[str, ...], phrases: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[str, ...]:
    """Replace every known phrase by its canonical word, the longest first, and drop the small words."""
    result: list[str] = []
    position = 0
    while position < len(text):
        for phrase, canonical in phrases:
            if text[position : position + len(phrase)] == phrase:
                result.append(canonical)
                position += len(phrase)
                break
        else:
            result.append(text[position])
            position += 1
    return tuple(word for word in result if word not in heading_words("small")) or tuple(result)


def canonical_words(dataset: str, heading: Heading) -> frozenset[str]:
    """Return a heading's words in the dataset's canonical form, mended where one letter is wrong."""
    known = vocabulary(dataset)
    mended = tuple(_mended(word, known.known) for word in heading.words)
    return frozenset(_canonical(mended, known.phrases))


def _mended(word: str, known: frozenset[str]) -> str:
    """Return the known word that `word` is a typing error of, else the word itself."""
    if (
        word in known
        or len(word) < _SHORT_WORD
        or not word.isalpha()
        or word in heading_words("other_thing") | heading_words("padding")
    ):
        return word
    allowed = 2 if len(word) >= _LONG_WORD else 1
    close = [other for other in known if abs(len(word) - len(other)) <= allowed and len(other) > _SHORT_WORD]
    near = min(((OSA.distance(word, other), _other_letters(word, other), other) for other in close), default=None)
    return near[2] if near and near[0] <= allowed else word


def _other_letters(word: str, other: str) -> bool:
    """Return whether two words differ by more than the order of their letters: Stauts is Status sooner than Starts."""
    return sorted(word) != sorted(other)


@lru_cache(maxsize=16384)
def scores(dataset: str, heading: Heading) -> Mapping[str, float]:
    """Return how well a heading names each field of the dataset, above nothing, up to 100."""
    own = vocabulary(dataset)
    canonical, joined = canonical_words(dataset, heading), "".join(heading.words)
    found: dict[str, float] = {}
    if heading.month_word and canonical <= {"plan", "actual", "budget", "activity", "number"}:
        return {heading.month_word: EXACT}
    if not canonical:
        return found
    for field, name, spellings in own.names:
        score = _score(canonical, joined, name, spellings, own)
        if score > found.get(field.name, 0):
            found[field.name] = score
    return found


def _score(
    canonical: frozenset[str], joined: str, name: frozenset[str], spellings: frozenset[str], own: Vocabulary
) -> float:
    if canonical == name:
        return EXACT + min(len(name), 9) / 10
    if joined in spellings:
        return EXACT - 2
    extra = _with_extra_words(canonical - name, own) if name < canonical else 0
    mistyped = len(joined) <= own.longest + _LONG_WORD and not canonical <= own.canonical
    return max(extra, _with_slips(joined, spellings) if mistyped else 0)


def _with_slips(joined: str, spellings: frozenset[str]) -> float:
    """Score a heading that is a name with a few typing errors, the more of them the longer it is."""
    alike = [
        slips
        for spelling in spellings
        if (slips := OSA.distance(joined, spelling, score_cutoff=_LONG_WORD))
        <= min(len(spelling) // _LETTERS_FOR_A_SLIP, _LONG_WORD)
    ]
    return SURE - 2 * min(alike) if alike else 0


def _with_extra_words(extra: frozenset[str], own: Vocabulary) -> float:
    """Score a heading that says more than the field's name: padding hardly matters, another thing's word decides."""
    if extra <= heading_words("padding") and not extra & own.canonical:
        return SURE + 3 - len(extra)
    if extra & (own.known | heading_words("other_thing")) or len(extra) > _SHORT_WORD:
        return 0
    return POSSIBLE + 6 - 2 * len(extra)
