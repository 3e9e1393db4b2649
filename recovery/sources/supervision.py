"""The parent's side of reading: start the child, watch over it, and take in what it says, believing nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from recovery.settings import ROOT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recovery.sources.workbook import CellValue

LONGEST_LINE: Final = 256_000_000
WALL_CLOCK_FACTOR: Final = 2
Area = tuple[int, int, int, int]
Given = tuple[str, bytes]
"""A file as the child is given it: its kind and its bytes."""


@dataclass
class CellSheet:
    """One sheet as the child tells it; `kind` is cells, macros or other."""

    name: str
    hidden: bool
    kind: str
    rows: list[list[CellValue]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    error_count: int = 0
    missing: list[tuple[int, int]] = field(default_factory=list)
    missing_count: int = 0
    valued: int = 0


@dataclass(frozen=True)
class Refusal:
    """A rule by which the file, or one sheet of it, is not read."""

    rule: str
    sheet: str = ""
    count: int = 0


@dataclass
class Answer:
    """What the child said, up to where it ended."""

    sheets: list[CellSheet] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    done: bool = False


@cache
def _places(how_many: int) -> threading.BoundedSemaphore:
    """Return the places for children at work, so that many uploads at once cannot take all the memory."""
    return threading.BoundedSemaphore(how_many)


def read_in_child(kind: str, content: bytes, settings: Settings) -> Answer:
    """Return what a child process reads from one file; whatever happens to it becomes a refusal."""
    (answer,) = read_in_children([(kind, content)], settings)
    return answer


def read_in_children(files: Sequence[Given], settings: Settings) -> list[Answer]:
    """Return what is read from several files (kind, content): one child for all that are sound, as starting costs most.

    What stands against a file counts only where it was the first that its child read: any other is read again by a
    child of its own, so that no file can spoil the next.
    """
    answers: list[Answer] = []
    with _places(settings.readers_at_once):
        while len(answers) < len(files):
            first, *others = read_in_one_child(files[len(answers) :], settings)
            answers += [first, *(answer for answer in others if is_sound(answer))]
    return answers


def is_sound(answer: Answer) -> bool:
    """Return whether a file was read to its end with nothing against it."""
    return answer.done and not answer.refusals


def read_in_one_child(files: Sequence[Given], settings: Settings) -> list[Answer]:
    """Return what one child reads, up to the first file but the very first that is not sound."""
    try:
        child = started(settings)
    except OSError:
        return [Answer(refusals=[Refusal("reader-not-started")])]
    answers: list[Answer] = []
    feeding = threading.Thread(target=feed, args=(child, files), daemon=True)
    with child:
        feeding.start()
        for _ in files:
            answers.append(Answer())
            overdue = listen(child, answers[-1], settings.reader_seconds * WALL_CLOCK_FACTOR)
            if not is_sound(answers[-1]) and (len(answers) > 1 or not answers[-1].done):
                break
        child.kill()
        feeding.join()
    if not answers[-1].done:
        answers[-1].refusals.append(Refusal(ending(child.returncode, overdue=overdue), last_sheet(answers[-1])))
    return answers


def feed(child: subprocess.Popen[bytes], files: Sequence[Given]) -> None:
    """Give the child the files, one after the other, while it is listened to; one that has ended takes no more."""
    if child.stdin is None:
        return
    with contextlib.suppress(OSError, ValueError):
        for kind, content in files:
            child.stdin.write(f"{kind} {len(content)}\n".encode() + content)
        child.stdin.close()


def listen(child: subprocess.Popen[bytes], answer: Answer, seconds: float) -> bool:
    """Take in what the child says of one file; return whether it had to be ended for taking too long."""
    overdue = threading.Event()
    watch = threading.Timer(seconds, end, (child, overdue))
    watch.start()
    try:
        take_in(child, answer)
    finally:
        watch.cancel()
    return overdue.is_set()


def started(settings: Settings) -> subprocess.Popen[bytes]:
    """Start the child with its limits."""
    limits = (
        settings.reader_memory_bytes,
        settings.reader_seconds,
        settings.maximum_rows,
        settings.maximum_cells,
        settings.maximum_sheets,
    )
    return subprocess.Popen(  # noqa: S603 (this program itself, and numbers)
        [sys.executable, "-m", "recovery.sources.child", *map(str, limits)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=os.environ | {"RUST_BACKTRACE": "0", "PYTHONSAFEPATH": ""},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(child: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    """End a child that has taken too long."""
    overdue.set()
    child.kill()


def take_in(child: subprocess.Popen[bytes], answer: Answer) -> None:
    """Take in the child's lines on one file; one that makes no sense, or the end of them, ends the listening."""
    with contextlib.suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
        for message in messages(child):
            take(message, answer)
            if answer.done:
                return


def messages(child: subprocess.Popen[bytes]) -> Iterator[list[Any]]:
    """Give each of the child's messages; whole numbers come back as floats, as every number of a cell is one."""
    while child.stdout and (line := child.stdout.readline(LONGEST_LINE)):
        yield json.loads(line, object_hook=undated, parse_int=float, parse_constant=str)


def undated(wrapped: dict[str, str]) -> dt.date:
    """Return the date that the child wrapped."""
    if "moment" in wrapped:
        return dt.datetime.fromisoformat(wrapped["moment"])
    return dt.date.fromisoformat(wrapped["date"])


def take(message: list[Any], answer: Answer) -> None:
    """Take in one message."""
    match message:
        case ["sheet", str(name), bool(hidden), str(kind)]:
            answer.sheets.append(CellSheet(name, hidden, kind))
        case ["merged", list(ranges)]:
            answer.sheets[-1].merged = [area(corners) for corners in ranges]
        case ["rows", list(rows)]:
            answer.sheets[-1].rows += rows
        case ["marks", float(number), *marks]:
            take_marks(answer.sheets[int(number)], marks)
        case ["refused", str(rule), str(sheet), float(count)]:
            answer.refusals.append(Refusal(rule, sheet, int(count)))
        case ["done"]:
            answer.done = True
        case _:
            raise ValueError("an unknown message")


def take_marks(sheet: CellSheet, marks: list[Any]) -> None:
    """Take in the marks of one sheet."""
    errors, error_count, missing, missing_count, valued, merged = marks
    sheet.errors = [(int(row), int(column), str(text)) for row, column, text in errors]
    sheet.missing = [(int(row), int(column)) for row, column in missing]
    sheet.error_count, sheet.missing_count, sheet.valued = int(error_count), int(missing_count), int(valued)
    sheet.merged = sheet.merged or [area(corners) for corners in merged]


def area(corners: list[float]) -> Area:
    """Return a merged range's corners."""
    first_row, first_column, last_row, last_column = map(int, corners)
    return first_row, first_column, last_row, last_column


def ending(status: int, *, overdue: bool) -> str:
    """Return the rule for a child that ended before it was done."""
    too_long = overdue or status == -getattr(signal, "SIGXCPU", 0)
    return "too-much-time" if too_long else "reader-ended"


def last_sheet(answer: Answer) -> str:
    """Return the sheet that the child was reading when it ended."""
    return answer.sheets[-1].name if answer.sheets else ""
