"""Error cells in .xls, and formulas that were written by a program that does not calculate.

This format always stores a value; programs that do not calculate store an empty text.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from recovery.sources.scanning.marks import Marks, error_text, without_unlikely

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN, END, SHEET, ENCRYPTED, ERROR_OR_BOOLEAN, FORMULA = 0x0809, 0x000A, 0x0085, 0x002F, 0x0205, 0x0006
NO_NUMBER, IS_ERROR, IS_EMPTY = 0xFFFF, 2, 3
FIRST_RECORDS = 20


def is_encrypted(stream: bytes) -> bool:
    """Return whether the workbook's first records say that the rest is encrypted."""
    first = (kind for (kind, _), _ in zip(records(stream, 0), range(FIRST_RECORDS), strict=False))
    return ENCRYPTED in first


def scan(stream: bytes) -> Iterator[tuple[int, Marks]]:
    """Give each sheet's place in the workbook and what is marked on it."""
    starts = [struct.unpack_from("<I", stream, at)[0] for kind, at in records(stream, 0) if kind == SHEET]
    yield from enumerate(without_unlikely([marks_of(stream, start) for start in starts]))


def marks_of(stream: bytes, start: int) -> Marks:
    """Return the marks of the sheet that begins there."""
    marks = Marks()
    for kind, at in records(stream, start):
        if kind == ERROR_OR_BOOLEAN:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", stream, at)
            if is_error:
                marks.add_error(row, column, error_text(code))
        elif kind == FORMULA:
            row, column, _, *result = struct.unpack_from("<HHH4H", stream, at)
            marks.valued += 1
            marks.unlikely += result[3] == NO_NUMBER and result[0] == IS_EMPTY
            if result[3] == NO_NUMBER and result[0] == IS_ERROR:
                marks.add_error(row, column, error_text(result[1] & 0xFF))
    return marks


def records(stream: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Give each record's kind and where its body stands, to the end of the sheet or workbook that begins there."""
    depth = 0
    end = len(stream)
    while place + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, place + 4
        place += 4 + length
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
