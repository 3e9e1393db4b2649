"""Where the tables stand on a sheet: header rows, the titles above them and the rows below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from typing import Final

from recovery.sources.header_rows import has_figures, holds_known_words, is_blank_row, looks_like_heading
from recovery.sources.header_search import HEADER_WITHIN, TALLEST, Region, header_at
from recovery.sources.units import without_unit
from recovery.sources.words import is_blank, text_of, words
from recovery.sources.workbook import CellValue, Sheet

_MOST_EMBEDDED: Final = 500
_MOST_TRIED: Final = 500
_MOST_TITLES: Final = 3
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")


def find_regions(sheet: Sheet, names: Sequence[str], year: int | None) -> tuple[Region, ...]:
    """Return the tables of a sheet from top to bottom, near misses included."""
    found: list[Region] = []
    at = cache(partial(header_at, sheet, names, year))
    for row in islice(_candidates(sheet, 0), _MOST_TRIED):
        if not found or row > found[-1].last:
            _take(at, row, found)
    for region in tuple(found):
        for row in _embedded(sheet, region):
            if all(not one.first <= row <= one.last for one in found):
                _take(at, row, found)
    found.sort(key=lambda region: region.first)
    return tuple(_bounded(sheet, _without_repeats(found)))


def _take(at: Callable[[int], Region | None], row: int, found: list[Region]) -> None:
    """Add the table whose header ends at `row` or just below, if there is one."""
    tries = [one for bottom in range(row, row + TALLEST) if (one := at(bottom))]
    best = max(tries, key=lambda one: (one.match.is_whole, one.match.score, -one.last), default=None)
    if best is None or not best.first <= row <= best.last:
        return
    if all(one.last < best.first or one.first > best.last for one in found):
        found.append(best)


def _candidates(sheet: Sheet, start: int) -> Iterator[int]:
    """Yield the rows that may be a header: within 30 rows of the top or of a blank row, words and no figures."""
    window = start
    for number, row in enumerate(sheet.rows):
        if not any(row) and all(is_blank(cell) for cell in row):
            window = number + 1
        elif number < window + HEADER_WITHIN and looks_like_heading(row) and holds_known_words(row):
            yield number


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
    likely = (number for number in found if looks_like_heading(sheet.rows[number]))
    return list(islice((number for number in likely if holds_known_words(sheet.rows[number])), _MOST_EMBEDDED))


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
    while row > above and is_blank_row(sheet.rows[row - 1]):
        row -= 1
    while row > above and not is_blank_row(sheet.rows[row - 1]) and _is_title(sheet.rows[row - 1]):
        row -= 1
    return row


def _is_title(row: Sequence[CellValue]) -> bool:
    return (
        not any(isinstance(cell, float | int) for cell in row)
        and not has_figures(row)
        and sum(not is_blank(cell) for cell in row) <= _MOST_TITLES
    )


def title_of(sheet: Sheet, region: Region) -> str:
    """Return the first text above a table that says more than a unit."""
    for row in sheet.rows[max(region.titles_from, region.first - HEADER_WITHIN) : region.first]:
        for cell in row:
            if not is_blank(cell) and words(without_unit(text_of(cell))):
                return text_of(cell)
    return ""


def title_texts(sheet: Sheet, region: Region) -> tuple[str, ...]:
    """Return the texts above a table's header, nearest first."""
    rows = sheet.rows[max(region.titles_from, region.first - HEADER_WITHIN) : region.first]
    return tuple(text_of(cell) for row in reversed(rows) for cell in row if not is_blank(cell))
