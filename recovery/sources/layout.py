"""Where the tables stand on a sheet: header rows, the titles above them and the rows below."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from recovery.sources.columns import column_kinds
from recovery.sources.headers import header_texts, is_declaration
from recovery.sources.headings import Heading, understand
from recovery.sources.matching import Match, best_match
from recovery.sources.months import years_in
from recovery.sources.naming import known_words
from recovery.sources.numbers import parse_number
from recovery.sources.units import stated_unit
from recovery.sources.words import is_blank, text_of, words
from recovery.sources.workbook import CellValue, Sheet

HEADER_WITHIN: Final = 30
_TALLEST: Final = 3
_SAMPLE: Final = 60
_MOST_EMBEDDED: Final = 500
_MOST_TRIED: Final = 500
_FEWEST_HEADINGS: Final = 2
_MOST_TITLES: Final = 3
_YEARS: Final = range(1990, 2101)
_TEXT: Final = "text"
_FIGURE: Final = "figure"
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")


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


def find_regions(sheet: Sheet, names: Sequence[str], year: int | None) -> tuple[Region, ...]:
    """Return the tables of a sheet from top to bottom, near misses included."""
    found: list[Region] = []
    for row in islice(_candidates(sheet, 0), _MOST_TRIED):
        if not found or row > found[-1].last:
            _take(sheet, names, year, row, found)
    for region in tuple(found):
        for row in _embedded(sheet, region):
            if all(not one.first <= row <= one.last for one in found):
                _take(sheet, names, year, row, found)
    found.sort(key=lambda region: region.first)
    return tuple(_bounded(sheet, _without_repeats(found)))


def _take(sheet: Sheet, names: Sequence[str], year: int | None, row: int, found: list[Region]) -> None:
    """Add the table whose header ends at `row` or just below, if there is one."""
    tries = [one for bottom in range(row, row + _TALLEST) if (one := _header_at(sheet, names, year, bottom))]
    best = max(tries, key=lambda one: (one.match.is_whole, one.match.score, -one.last), default=None)
    if best is None or not best.first <= row <= best.last:
        return
    if all(one.last < best.first or one.first > best.last for one in found):
        found.append(best)


def _header_at(sheet: Sheet, names: Sequence[str], year: int | None, bottom: int) -> Region | None:
    """Return the best reading of the header that ends at row `bottom`, one to three rows tall."""
    if bottom >= len(sheet.rows) or not _looks_like_heading(sheet.rows[bottom]):
        return None
    width = max(len(sheet.rows[row]) for row in range(max(0, bottom - _TALLEST + 1), bottom + 1))
    kinds = column_kinds(_sample(sheet, bottom + 1), width)
    above = _words_above(sheet, bottom)

    def read(years: Sequence[int | None]) -> Region | None:
        best: Region | None = None
        for top, headings in _readings(sheet, bottom, width):
            for current in years or _years_to_try(headings):
                match = best_match(headings, kinds, names, current, above)
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
    for top in range(bottom, max(-1, bottom - _TALLEST), -1):
        if top < bottom and not _may_be_group(sheet.rows[top]):
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


def _candidates(sheet: Sheet, start: int) -> Iterator[int]:
    """Yield the rows that may be a header: within 30 rows of the top or of a blank row, words and no figures."""
    window = start
    for number, row in enumerate(sheet.rows):
        if not any(row) and all(is_blank(cell) for cell in row):
            window = number + 1
        elif number < window + HEADER_WITHIN and _looks_like_heading(row) and _holds_known_words(row):
            yield number


def _holds_known_words(row: Sequence[CellValue]) -> bool:
    """Return whether any cell has a word in it that stands in usual headings, or is a date."""
    return any(isinstance(cell, dt.date) or _is_telling(text_of(cell)) for cell in row if cell is not None)


@lru_cache(maxsize=8192)
def _is_telling(text: str) -> bool:
    return any(word in known_words() or word[:3] in known_words() for word in words(text.replace("_", " ")))


def _looks_like_heading(row: Sequence[CellValue]) -> bool:
    """Return whether a row holds at least two texts and no figures other than years."""
    texts = 0
    for cell in row:
        if isinstance(cell, str):
            kind = _kind_of_text(text_of(cell))
            if kind is _FIGURE:
                return False
            texts += kind is _TEXT
        elif isinstance(cell, dt.date):
            texts += 1
        elif cell is not None and cell not in _YEARS:
            return False
    return texts >= _FEWEST_HEADINGS


@lru_cache(maxsize=8192)
def _kind_of_text(text: str) -> str:
    """Return whether a text is a figure, a text, or neither (blank, a dash, a year); £000 is a text."""
    amount = parse_number(text)
    if amount is None or text in {"%", "#"} or stated_unit(text):
        return _TEXT
    if isinstance(amount, str) or (text.isdecimal() and int(text) in _YEARS):
        return ""
    return _FIGURE


def _has_figures(row: Sequence[CellValue]) -> bool:
    """Return whether a row of text (as from CSV) has figures in it other than years."""
    return any(isinstance(cell, str) and _kind_of_text(text_of(cell)) is _FIGURE for cell in row)


def _may_be_group(row: Sequence[CellValue]) -> bool:
    """Return whether a row can stand above a header row as part of it."""
    return any(not is_blank(cell) for cell in row) and not any(
        isinstance(cell, float | int) and cell not in _YEARS for cell in row
    )


def _sample(sheet: Sheet, start: int) -> list[Sequence[CellValue]]:
    """Return the first rows below a header that hold anything."""
    rows: list[Sequence[CellValue]] = []
    for row in sheet.rows[start : start + 4 * _SAMPLE]:
        if any(not is_blank(cell) for cell in row):
            rows.append(row)
        if len(rows) == _SAMPLE:
            break
    return rows


def _embedded(sheet: Sheet, region: Region) -> list[int]:
    """Return the rows below a header that hold words where its first number column has numbers: headers, perhaps."""
    numbers = [
        region.match.columns[field.name] for field in region.match.dataset.numbers if field.name in region.match.columns
    ]
    numbers += list(region.match.months)
    if not numbers:
        return []
    column = min(numbers)
    found = [
        number
        for number in range(region.last + 1, len(sheet.rows))
        if len(row := sheet.rows[number]) > column
        and isinstance(cell := row[column], str)
        and _LETTERS.search(cell)
        and cell.strip().casefold() != "nil"
    ]
    likely = (number for number in found if _looks_like_heading(sheet.rows[number]))
    return list(islice((number for number in likely if _holds_known_words(sheet.rows[number])), _MOST_EMBEDDED))


def _without_repeats(found: list[Region]) -> list[Region]:
    """Fold a header that repeats the one above into its table."""
    kept: list[Region] = []
    for region in found:
        before = kept[-1] if kept else None
        same = before and [one.text for one in before.headings] == [one.text for one in region.headings]
        if before and same and before.match.columns == region.match.columns:
            rows = tuple(range(region.first, region.last + 1))
            kept[-1] = replace(before, repeated=(*before.repeated, *rows))
        else:
            kept.append(region)
    return kept


def _bounded(sheet: Sheet, found: list[Region]) -> Iterator[Region]:
    """Let each table end where the titles of the next begin."""
    starts = [
        _titles_from(sheet, region.first, found[place - 1].last + 1 if place else 0)
        for place, region in enumerate(found)
    ]
    for place, region in enumerate(found):
        end = starts[place + 1] if place + 1 < len(found) else len(sheet.rows)
        yield replace(region, titles_from=starts[place], end=end)


def _titles_from(sheet: Sheet, header: int, above: int) -> int:
    """Return the first row of the titles above a header: all rows for the first table, else the nearest block."""
    if above == 0:
        return 0
    row = header
    while row > above and _is_blank_row(sheet.rows[row - 1]):
        row -= 1
    while row > above and not _is_blank_row(sheet.rows[row - 1]) and _is_title(sheet.rows[row - 1]):
        row -= 1
    return row


def _is_blank_row(row: Sequence[CellValue]) -> bool:
    return all(is_blank(cell) for cell in row)


def _is_title(row: Sequence[CellValue]) -> bool:
    return (
        not any(isinstance(cell, float | int) for cell in row)
        and not _has_figures(row)
        and sum(not is_blank(cell) for cell in row) <= _MOST_TITLES
    )


def title_texts(sheet: Sheet, region: Region) -> tuple[str, ...]:
    """Return the texts above a table's header, nearest first."""
    rows = sheet.rows[max(region.titles_from, region.first - HEADER_WITHIN) : region.first]
    return tuple(text_of(cell) for row in reversed(rows) for cell in row if not is_blank(cell))


def year_of_titles(texts: Sequence[str]) -> int | None:
    """Return the one financial year that the titles name, if they name just one."""
    years = {year for text in texts for year in years_in(text)}
    return years.pop() if len(years) == 1 else None
