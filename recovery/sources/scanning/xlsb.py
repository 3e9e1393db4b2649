"""Error cells and merged ranges in .xlsb; this format always stores a formula's value."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from recovery.sources.scanning.marks import ERROR_TEXTS, Marks, error_text
from recovery.sources.scanning.markup import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.sources.scanning.package import Package

ROW, CELL_ERROR, FORMULA_ERROR, MERGED, SHEET = 0, 3, 11, 176, 156
ERROR_CODES = b"[" + b"".join(re.escape(bytes([code])) for code in ERROR_TEXTS) + b"]"
HINT = re.compile(rb"(?:\x03\x09|\x0b(?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])).{2}\x00\x00.{4}" + ERROR_CODES, re.DOTALL)
END = b"\x82\x01\x00"
MERGED_HINT = b"\xb0\x01\x10"


def scan(package: Package) -> Iterator[tuple[int, Marks]]:
    """Give each sheet's place in the workbook and what is marked on it."""
    workbook = package.workbook()
    targets = package.targets(workbook)
    bundles = [body for kind, body in records(package.part(workbook)) if kind == SHEET]
    for number, bundle in enumerate(bundles):
        (length,) = struct.unpack_from("<I", bundle, 8)
        yield number, marks_of(package.part(targets[bundle[12 : 12 + 2 * length].decode("utf-16-le")]))


def marks_of(part: bytes) -> Marks:
    """Return the marks of one sheet; its records are walked only where a search finds the look of an error."""
    if not part.endswith(END):
        raise DamagedError("the sheet is cut off")
    marks = Marks()
    if not HINT.search(part) and MERGED_HINT not in part:
        return marks
    row = 0
    for kind, body in records(part):
        if kind == ROW:
            (row,) = struct.unpack_from("<I", body)
        elif kind in (CELL_ERROR, FORMULA_ERROR):
            marks.add_error(row, struct.unpack_from("<I", body)[0], error_text(body[8]))
        elif kind == MERGED:
            first_row, last_row, first_column, last_column = struct.unpack_from("<4I", body)
            marks.merged.append((first_row, first_column, last_row, last_column))
    return marks


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each record's kind and body; both kind and length are numbers of seven bits a byte."""
    place, end = 0, len(part)
    while place < end:
        kind = part[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[place] & 0x7F) << 7
            place += 1
        length, shift, more = 0, 0, True
        while more:
            byte = part[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            more = byte & 0x80 != 0 and shift < 28  # noqa: PLR2004 (a length has at most four bytes)
        yield kind, part[place : place + length]
        place += length
