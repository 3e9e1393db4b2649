"""Text files with separated fields, read strictly: all text, one width, no guessing of types."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from recovery.sources.characters import clean, clean_name, shortened
from recovery.sources.file_problems import file_problem
from recovery.sources.workbook import Sheet, SourceFile, address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.problems import Problem
    from recovery.settings import Settings

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
DELIMITERS: Final = (",", ";", "\t")
HEADER_WITHIN: Final = 30
FEWEST_HEADINGS: Final = 3
MOST_LISTED: Final = 50
NUMBER: Final = re.compile(r"[-+−–(£\s]*\d[\d,.\s]*[kKmM%)\-−\s]*")
ERRORS: Final = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})

Fields = list[list[str]]


class TooLongError(Exception):
    """The text has more rows or cells than are read."""


def read_text(file: SourceFile, limits: Settings) -> tuple[list[Sheet], list[Problem]]:
    """Return the file's one sheet, named after the file, and its problems."""
    text = decoded(file.content)
    if text is None:
        return [], [file_problem("text-not-readable", file.name)]
    text = clean(text)
    delimiter, text = delimiter_of(text)
    rows: Fields = []
    try:
        collect(text, delimiter, rows, limits)
    except csv.Error as problem:
        rule = "field-too-long" if "field limit" in str(problem) else "quotes-wrong"
        return [], [file_problem(rule, file.name, cell=address(len(rows), 0))]
    except TooLongError as problem:
        rule = str(problem)
        limit = limits.maximum_rows if rule == "too-many-rows" else limits.maximum_cells
        return [], [file_problem(rule, file.name, count=len(rows), limit=limit)]
    name = clean_name(PurePath(file.name).stem)
    problems = wide_rows(file.name, name, rows) + error_cells(file.name, name, rows)
    return [Sheet(name, [[blank_as_none(field) for field in row] for row in rows])], problems


def decoded(content: bytes) -> str | None:
    """Return the text, which is UTF-8, or Windows text where it is not marked as UTF-8; None where it is neither."""
    encodings = ("utf-8-sig",) if content.startswith(BYTE_ORDER_MARK) else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def delimiter_of(text: str) -> tuple[str, str]:
    """Return what separates the fields, told from the whole text, and the text without a line that says so."""
    first, _, rest = text.partition("\n")
    if first.startswith("sep=") and first[4:] in DELIMITERS:
        return first[4:], rest
    return max((known for known in DELIMITERS), key=lambda known: fitness(text, known)), text


def fitness(text: str, delimiter: str) -> tuple[int, int, int]:
    """Return how well a delimiter fits: rows of the commonest width, fewest other widths, most fields."""
    if delimiter not in text:
        return 0, 0, 0
    widths: Counter[int] = Counter()
    with contextlib.suppress(csv.Error):
        widths.update(len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    several = Counter({width: count for width, count in widths.items() if width > 1})
    (width, count), *_ = several.most_common(1) or [(0, 0)]
    return count, -len(several), width


def collect(text: str, delimiter: str, rows: Fields, limits: Settings) -> None:
    """Add every row of the text; csv.Error where the quotation marks are wrong, TooLongError past the limits."""
    cells = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        rows.append(row)
        cells += len(row)
        if len(rows) > limits.maximum_rows:
            raise TooLongError("too-many-rows")
        if cells > limits.maximum_cells:
            raise TooLongError("too-many-cells")


def wide_rows(file: str, sheet: str, rows: Fields) -> list[Problem]:
    """Return a problem for each row that has more fields than the header."""
    width = header_width(rows)
    wide = [(number, filled_width(row)) for number, row in enumerate(rows) if filled_width(row) > width]
    found = [
        file_problem(
            "too-many-fields",
            file,
            sheet,
            address(number, width),
            shortened(rows[number][width]),
            count=count,
            limit=width,
        )
        for number, count in wide[:MOST_LISTED]
    ]
    more = len(wide) - len(found)
    return found + ([file_problem("more-rows-with-too-many-fields", file, sheet, count=more)] if more else [])


def header_width(rows: Fields) -> int:
    """Return the number of fields of the header.

    The header is the first row of the first 30 that has headings and no figures and is as wide as most rows; where
    all such rows are narrower, the widest of them; where there is none, the commonest width stands for it.
    """
    widths = Counter(len(row) for row in rows if filled_width(row))
    commonest = max(widths, key=lambda width: (widths[width], width), default=0)
    headings = [len(row) for row in rows[:HEADER_WITHIN] if has_headings(row, min(commonest, FEWEST_HEADINGS))]
    return next((width for width in headings if width >= commonest), max(headings, default=commonest))


def has_headings(row: Sequence[str], fewest: int) -> bool:
    """Return whether a row has that many filled fields and none of them a figure."""
    filled = [field for field in row if field.strip()]
    return len(filled) >= fewest and not any(NUMBER.fullmatch(field) for field in filled)


def filled_width(row: Sequence[str]) -> int:
    """Return the number of fields up to the last that is filled."""
    return max((number for number, field in enumerate(row, 1) if field.strip()), default=0)


def error_cells(file: str, sheet: str, rows: Fields) -> list[Problem]:
    """Return a problem for each field that is an error of Excel's."""
    places = [
        (row, column, field)
        for row, fields in enumerate(rows)
        for column, field in enumerate(fields)
        if field.startswith("#") and field.strip() in ERRORS
    ]
    found = [file_problem("error-cell", file, sheet, address(r, c), text) for r, c, text in places[:MOST_LISTED]]
    more = len(places) - len(found)
    return found + ([file_problem("more-error-cells", file, sheet, count=more)] if more else [])


def blank_as_none(field: str) -> str | None:
    """Return a field, None where it is blank or an error of Excel's."""
    return None if not field or (field[0] == "#" and field.strip() in ERRORS) else field
