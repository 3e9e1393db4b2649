"""A likelihood given as a score from 1 to 5 or in words: told from a percentage, or asked about, and made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from recovery.problems import Problem
from recovery.reference import likelihood_scores, likelihood_words
from recovery.sources.amounts import Amounts
from recovery.sources.source import Source
from recovery.sources.words import plain, text_of, words
from recovery.sources.workbook import CellValue

SCORE, PERCENT = "score", "percent"
CHOICES: Final = (SCORE, PERCENT)
_SAYS: Final = {SCORE: {"score", "scores", "scored", "rating", "1"}, PERCENT: {"percent", "percentage", "pct"}}
"""Words of a heading that say which of the two stands below it; 1 is from a scale such as (1-5)."""


def without_words(cells: Sequence[CellValue]) -> list[CellValue]:
    """Return cells in which a likelihood in words (High, 4 - Likely) is the percentage that it stands for."""
    return [cell if (share := _in_words(cell)) is None else f"{share}%" for cell in cells]


def _in_words(cell: CellValue) -> int | None:
    return likelihood_words().get(plain(cell).lstrip("12345 ")) if isinstance(cell, str) else None


def settle_scores(source: Source, amounts: Mapping[str, Amounts]) -> tuple[dict[str, Amounts], list[Problem]]:
    """Return the columns with scores made percentages, and what there is to ask or to say.

    Whole numbers from 1 to 5 without a percent sign are scores where the heading or the person says so; a heading with
    a word for per cent says that they are not.
    """
    settled, problems = dict(amounts), []
    for field in source.dataset.numbers:
        if not field.scored or field.name not in amounts:
            continue
        column = source.column(field.name)
        heading = source.region.headings[column or 0].text
        problems += _words_read(source, heading, source.body.column(column))
        if not _may_be_scores(amounts[field.name]):
            continue
        said = next((which for which in CHOICES if _SAYS[which] & {*words(heading)}), "") or source.options.likelihood
        if said == SCORE:
            settled[field.name] = _as_percentages(amounts[field.name])
            problems.append(source.place.notice("scores-read", f"'{heading}' holds scores: {_scale()}."))
        elif not said:
            problems.append(_question(source, heading))
    return settled, problems


def _words_read(source: Source, heading: str, cells: Sequence[CellValue]) -> list[Problem]:
    """Return a notice of what the words of a column were taken for."""
    said = {text_of(cell): share for cell in cells if (share := _in_words(cell)) is not None}
    if not said:
        return []
    scale = ", ".join(f"{text} is {share} %" for text, share in said.items())
    to_do = "To use other percentages, write them in with a % sign."
    return [source.place.notice("likelihood-words-read", f"'{heading}' holds words: {scale}.", to_do)]


def _may_be_scores(own: Amounts) -> bool:
    """Return whether all figures are whole numbers from 1 to the highest score, and not all of them 1."""
    values = own.values[own.filled]
    known = np.isin(values, np.arange(1, len(likelihood_scores()) + 1))
    return bool(known.all() and (values > 1).any() and not own.percents.any())


def _as_percentages(own: Amounts) -> Amounts:
    percentages = np.array([np.nan, *likelihood_scores()])
    return replace(own, values=percentages[np.where(own.filled, own.values, 0).astype(np.int64)], decimals=0)


def _scale() -> str:
    return ", ".join(f"{score} is {share} %" for score, share in enumerate(likelihood_scores(), 1))


def _question(source: Source, heading: str) -> Problem:
    return source.place.question(
        "scores-or-percentages",
        f"'{heading}' holds whole numbers from 1 to {len(likelihood_scores())}: scores or percentages?",
        f"Say score ({_scale()}) or percent (5 is 5 %); to use other percentages, write them in with a % sign.",
        "likelihood",
        CHOICES,
    )
