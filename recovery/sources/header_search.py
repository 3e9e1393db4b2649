"""The header of one table: the rows that, read together, name the columns of a dataset best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recovery.sources.columns import column_kinds
from recovery.sources.header_rows import holds_known_words, is_blank_row, looks_like_heading, may_be_group
from recovery.sources.headers import header_texts, is_declaration
from recovery.sources.headings import Heading, understand
from recovery.sources.matching import Match, best_match, may_match
from recovery.sources.telling_rows import telling_rows
from recovery.sources.words import is_blank, text_of, words
from recovery.sources.workbook import CellValue, Sheet

HEADER_WITHIN: Final = 30
TALLEST: Final = 3
_SAMPLE: Final = 60


@dataclass(frozen=True)
class Region:
    """One table's place: rows counted from 0; `first` to `last` are the header, data ends before `end`.

    `year` is the financial year that the headings' own years were read with.
    """

    first: int
    last: int
    end: int
    titles_from: int
    headings: tuple[Heading, ...]
    match: Match
    repeated: tuple[int, ...] = ()
    year: int | None = None


def header_at(sheet: Sheet, names: Sequence[str], year: int | None, bottom: int) -> Region | None:
    """Return the best reading of the header that ends at row `bottom`, one to three rows tall."""
    if bottom >= len(sheet.rows) or not looks_like_heading(sheet.rows[bottom]):
        return None
    width = max(len(sheet.rows[row]) for row in range(max(0, bottom - TALLEST + 1), bottom + 1))
    readings = [
        (top, headings, possible)
        for top, headings in _readings(sheet, bottom, width)
        if (possible := may_match(names, headings))
    ]
    if not readings:
        return None
    sample = _sample(sheet, bottom + 1)
    kinds = column_kinds(sample, width)
    told = telling_rows(sample) if len(names) > 1 else dict.fromkeys(names, True)
    above = _words_above(sheet, bottom)

    def read(years: Sequence[int | None]) -> Region | None:
        best: Region | None = None
        for top, headings, possible in readings:
            for current in years or _years_to_try(headings):
                match = best_match(headings, kinds, possible, current, above, told)
                if match and (match.is_whole or match.is_near) and (best is None or _better(match, best.match)):
                    best = Region(top, bottom, len(sheet.rows), top, headings, match, year=current)
        return best

    best = read([year] if year else [])
    if year and (best is None or not best.match.is_whole):
        other = read([])
        best = other if other and other.match.is_whole else best
    return best and _with_declarations(sheet, best)


def _readings(sheet: Sheet, bottom: int, width: int) -> Iterator[tuple[int, tuple[Heading, ...]]]:
    """Yield the headings that rows ending at `bottom` can be read as, with the first row, the lowest header first."""
    for top in range(bottom, max(-1, bottom - TALLEST), -1):
        if top < bottom and not may_be_group(sheet.rows[top]):
            return
        for texts in header_texts(sheet, top, bottom, width):
            yield top, tuple(understand(text) for text in texts)


def _better(one: Match, other: Match) -> bool:
    return (one.is_whole, round(one.score, 6), one.dated) > (other.is_whole, round(other.score, 6), other.dated)


def _words_above(sheet: Sheet, bottom: int) -> frozenset[str]:
    """Return the words of the sheet's name and of the texts alone in a row just above a header."""
    rows = [[cell for cell in row if not is_blank(cell)] for row in sheet.rows[max(0, bottom - HEADER_WITHIN) : bottom]]
    titles = [text_of(row[0]) for row in rows if len(row) == 1]
    return frozenset(word for text in (sheet.name, *titles) for word in words(text.replace("_", " ")))


def _years_to_try(headings: Sequence[Heading]) -> list[int | None]:
    """Return the years that may be the table's own, latest first: those in its headings and the one after."""
    named = {year for heading in headings for year in heading.years}
    named |= {heading.month.year for heading in headings if heading.month and heading.month.year is not None}
    return [*sorted({*named, *(year + 1 for year in named)}, reverse=True)] or [None]


def _with_declarations(sheet: Sheet, region: Region) -> Region:
    """Take a row of units or signs below the header into the header."""
    below = region.last + 1
    if below >= len(sheet.rows) or not is_declaration(sheet.rows[below]):
        return region
    row = sheet.rows[below]
    texts = [text_of(row[column]) if column < len(row) else "" for column in range(len(region.headings))]
    headings = tuple(
        understand(f"{heading.text} {text}".strip()) for heading, text in zip(region.headings, texts, strict=True)
    )
    return replace(region, last=below, headings=headings)


def _sample(sheet: Sheet, start: int) -> list[Sequence[CellValue]]:
    """Return the first rows below a header that hold anything, up to a gap or another header."""
    rows: list[Sequence[CellValue]] = []
    for row in sheet.rows[start : start + 2 * _SAMPLE]:
        gap = is_blank_row(row)
        if len(rows) == _SAMPLE or (len(rows) > 1 and (gap or (looks_like_heading(row) and holds_known_words(row)))):
            break
        rows += [] if gap else [row]
    return rows
