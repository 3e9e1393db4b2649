"""The child process: files in on standard input, their cells out on standard output, one file after the other.

Only this process opens a workbook, under limits of its own, so that no file can end the application.  It imports
nothing but the standard library and the reader of cells, to start quickly.
"""

from __future__ import annotations

import contextlib
import io
import math
import struct
import sys
import time
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import python_calamine as calamine

from recovery.sources import compound
from recovery.sources.characters import clean
from recovery.sources.scanning import ods, xls, xlsb, xlsx
from recovery.sources.scanning.markup import DamagedError
from recovery.sources.scanning.package import Package
from recovery.sources.telling import refuse, say, say_chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from recovery.sources.scanning.marks import Marks

CHUNK = 2_000
SCANS: dict[str, Callable[[Package], Iterator[tuple[int, Marks]]]] = {
    "xlsx": xlsx.scan,
    "xlsm": xlsx.scan,
    "xlsb": xlsb.scan,
    "ods": ods.scan,
}


def main(arguments: list[str]) -> None:
    """Read one file after the other from standard input, each after a line with its kind and size; limits are given."""
    memory, seconds, rows, cells, sheets = map(int, arguments)
    limit_process(memory, seconds)
    while header := sys.stdin.buffer.readline():
        kind, size = header.decode().split()
        limit_time(seconds)
        content = sys.stdin.buffer.read(int(size))
        try:
            read(kind, content, rows, cells, sheets)
        except BaseException as problem:  # noqa: BLE001 (the reader's panics derive from BaseException)
            refuse(reason(problem))
        say("done")


def limit_process(memory: int, seconds: int) -> None:
    """Limit this process's memory and the processor time of its first file, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    limit_time(seconds)


def limit_time(seconds: int) -> None:
    """Limit the processor time from here on, so that each file has its own."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        spent = math.ceil(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def read(kind: str, content: bytes, rows: int, cells: int, sheets: int) -> None:
    """Say everything that the file holds, or why it is refused."""
    if kind == "xls" and xls.is_encrypted(compound.workbook_stream(content)):
        refuse("password-protected")
        return
    with calamine.load_workbook(io.BytesIO(content)) as workbook:
        listed = workbook.sheets_metadata
        if len(listed) > sheets:
            refuse("too-many-sheets", count=len(listed))
            return
        for number, sheet in enumerate(listed):
            cells -= read_sheet(workbook, number, sheet, rows, cells)
    say_marks(kind, content)


def read_sheet(workbook: Any, number: int, listed: Any, most_rows: int, most_cells: int) -> int:  # noqa: ANN401
    """Say one sheet's cells and return their number."""
    say("sheet", clean(listed.name), listed.visible != calamine.SheetVisibleEnum.Visible, kind_of(listed))
    if kind_of(listed) != "cells":
        return 0
    try:
        sheet = workbook.get_sheet_by_index(number)
        merged = sheet.merged_cell_ranges or []
    except BaseException as problem:  # noqa: BLE001 (the reader's panics derive from BaseException)
        refuse(reason(problem), listed.name)
        return 0
    if sheet.end is None:
        return 0
    rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
    if rows > most_rows or rows * columns > most_cells:
        refuse("too-many-rows" if rows > most_rows else "too-many-cells", listed.name, rows)
        return 0
    say("merged", [[*first, *last] for first, last in merged])
    say_rows(sheet)
    return int(rows * columns)


def kind_of(listed: Any) -> str:  # noqa: ANN401 (the reader is not typed)
    """Return what a sheet holds: cells, macros of the old kind, or something without cells."""
    if listed.typ == calamine.SheetTypeEnum.WorkSheet:
        return "cells"
    return "macros" if listed.typ in (calamine.SheetTypeEnum.MacroSheet, calamine.SheetTypeEnum.Vba) else "other"


def say_rows(sheet: Any) -> None:  # noqa: ANN401 (the reader is not typed)
    """Say a sheet's rows from the first, some at a time, so that they are taken in while the next are made ready."""
    left = [None] * sheet.start[1]
    chunk: list[list[Any]] = []
    for row in sheet.iter_rows():
        chunk.append(left + [None if cell == "" else cell for cell in row])
        if len(chunk) == CHUNK:
            say_chunk(chunk)
            chunk = []
    say_chunk(chunk)


def say_marks(kind: str, content: bytes) -> None:
    """Say the marks of every sheet that has any, or that they could not be looked for."""
    try:
        for number, marks in all_marks(kind, content):
            say("marks", number, *marks.as_message())
    except (DamagedError, zipfile.BadZipFile, zlib.error, struct.error, IndexError, EOFError):
        refuse("file-damaged")
    except Exception:  # noqa: BLE001 (a part of another shape can raise anything)
        refuse("not-scanned")


def all_marks(kind: str, content: bytes) -> Iterable[tuple[int, Marks]]:
    """Return every sheet's place and marks."""
    if kind == "xls":
        return list(xls.scan(compound.workbook_stream(content)))
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return list(SCANS[kind](Package(opened)))


def reason(problem: BaseException) -> str:
    """Return the rule that an exception stands for."""
    if isinstance(problem, calamine.PasswordError):
        return "password-protected"
    return "too-much-memory" if isinstance(problem, MemoryError) else "file-damaged"


if __name__ == "__main__":
    main(sys.argv[1:])
