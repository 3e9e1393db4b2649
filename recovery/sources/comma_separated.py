"""Text files with separated fields, read strictly: all text, one width, no guessing of types."""

from __future__ import annotations

import contextlib
import csv
import io
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from recovery.sources.characters import clean, clean_name
from recovery.sources.file_problems import file_problem
from recovery.sources.ragged_rows import wide_rows
from recovery.sources.workbook import Sheet, SourceFile, address

if TYPE_CHECKING:
    from recovery.problems import Problem
    from recovery.settings import Settings

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
DELIMITERS: Final = (",", ";", "\t")
MOST_LISTED: Final = 50
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
    if any(text.count(known) > limits.maximum_cells for known in DELIMITERS):
        return [], [file_problem("too-many-cells", file.name, limit=limits.maximum_cells)]
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
    errors = error_cells(rows) if "#" in text else []
    problems = wide_rows(file.name, name, rows) + problems_of_errors(file.name, name, rows, errors)
    return [Sheet(name, as_cells(rows, errors))], problems


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


def error_cells(rows: Fields) -> list[tuple[int, int]]:
    """Return the places of the fields that are an error of Excel's."""
    return [
        (row, column)
        for row, fields in enumerate(rows)
        for column, field in enumerate(fields)
        if field.startswith("#") and field.strip() in ERRORS
    ]


def problems_of_errors(file: str, sheet: str, rows: Fields, places: list[tuple[int, int]]) -> list[Problem]:
    """Return a problem for each error, the first of them with their cells."""
    found = [
        file_problem("error-cell", file, sheet, address(row, column), rows[row][column].strip())
        for row, column in places[:MOST_LISTED]
    ]
    more = len(places) - len(found)
    return found + ([file_problem("more-error-cells", file, sheet, count=more)] if more else [])


def as_cells(rows: Fields, errors: list[tuple[int, int]]) -> list[list[str | None]]:
    """Return the fields as cells; blank ones and errors are None."""
    cells = [[field or None for field in row] for row in rows]
    for row, column in errors:
        cells[row][column] = None
    return cells
