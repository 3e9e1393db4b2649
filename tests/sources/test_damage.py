"""Seeded damage: whatever is done to a file, opening it returns, with cells or with a problem."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from recovery.problems import Weight
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile, Workbook
from tests import workbooks

if TYPE_CHECKING:
    from collections.abc import Callable

LINES: workbooks.Rows = [[f"Line {row}", 10.5 * row, 11.25 * row, -0.75 * row] for row in range(1, 30)]
ROWS: workbooks.Rows = [
    ["Financial plan £'000"],
    [None, "YTD", None, None],
    ["Line", "Budget", "Actual", "Variance"],
    *LINES,
    ["Total", "=SUM(B4:B30)", "#REF!", True],
]
SOUND = {
    "xlsx": workbooks.xlsx({"Plan": ROWS, "Notes": [["n"]]}, merged={"Plan": ["B2:D2"]}, hidden=["Notes"]),
    "xlsm": workbooks.xlsm({"Plan": ROWS}),
    "xlsb": workbooks.xlsb({"Plan": ROWS, "Notes": [["n"]]}),
    "xls": workbooks.xls({"Plan": ROWS, "Notes": [["n"]]}, merged={"Plan": ["B2:D2"]}),
    "ods": workbooks.ods({"Plan": ROWS, "Notes": [["n"]]}, merged={"Plan": ["B2:D2"]}),
    "csv": workbooks.comma_separated(ROWS),
}


def bits_flipped(content: bytes, seeded: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(seeded.choice((1, 3, 20, 200))):
        damaged[seeded.randrange(len(damaged))] ^= 1 << seeded.randrange(8)
    return bytes(damaged)


def cut_off(content: bytes, seeded: random.Random) -> bytes:
    return content[: seeded.randrange(len(content))]


def piece_missing(content: bytes, seeded: random.Random) -> bytes:
    start = seeded.randrange(len(content))
    return content[:start] + content[start + seeded.randrange(1, 400) :]


def numbers_made_large(content: bytes, seeded: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(seeded.randrange(1, 5)):
        start = seeded.randrange(len(damaged))
        damaged[start : start + 4] = seeded.choice((b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80"))
    return bytes(damaged)


def in_members(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        change(parts)
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def members_swapped(content: bytes, seeded: random.Random) -> bytes:
    def swap(parts: dict[str, bytes]) -> None:
        one, other = seeded.sample(sorted(parts), 2)
        parts[one], parts[other] = parts[other], parts[one]

    return in_members(content, swap)


def member_missing(content: bytes, seeded: random.Random) -> bytes:
    def remove(parts: dict[str, bytes]) -> None:
        parts.pop(seeded.choice(sorted(parts)))

    return in_members(content, remove)


def member_damaged(content: bytes, seeded: random.Random) -> bytes:
    """Damage a member and pack it soundly again, so that the damage reaches the reader."""
    damage = seeded.choice((bits_flipped, cut_off, piece_missing, numbers_made_large))

    def spoil(parts: dict[str, bytes]) -> None:
        name = seeded.choice(sorted(name for name, part in parts.items() if part))
        parts[name] = damage(parts[name], seeded)

    return in_members(content, spoil)


ANYWHERE = (bits_flipped, cut_off, piece_missing, numbers_made_large)
IN_ARCHIVES = (*ANYWHERE, members_swapped, member_missing, member_damaged, member_damaged, member_damaged)


def damaged_file(kind: str, seed: str) -> SourceFile:
    seeded = random.Random(seed)  # noqa: S311 (the same damage every time is what is wanted)
    damage = seeded.choice(ANYWHERE if kind in ("xls", "csv") else IN_ARCHIVES)
    return SourceFile(f"damaged.{kind}", damage(SOUND[kind], seeded))


def assert_sound(opened: Workbook) -> None:
    assert isinstance(opened, Workbook)
    assert opened.sheets or any(problem.weight is Weight.ERROR for problem in opened.problems)
    for problem in opened.problems:
        assert problem.file == opened.file.name
        assert problem.message
        assert problem.to_do
    for sheet in opened.sheets:
        cells = [cell for row in sheet.rows for cell in row]
        assert all(cell is None or isinstance(cell, str | float | bool | dt.date) for cell in cells)


@pytest.mark.parametrize("kind", SOUND)
def test_the_sound_file_is_read(kind: str) -> None:
    opened = open_workbook(SourceFile(f"sound.{kind}", SOUND[kind]))
    assert opened.sheets[0].rows[3][:3] in (["Line 1", 10.5, 11.25], ["Line 1", "10.5", "11.25"])


@pytest.mark.parametrize("kind", SOUND)
def test_a_damaged_file_always_comes_back(kind: str) -> None:
    for seed in range(24):
        assert_sound(open_workbook(damaged_file(kind, f"{kind} {seed}")))


@pytest.mark.campaign
@pytest.mark.parametrize("kind", SOUND)
def test_many_damaged_files_always_come_back(kind: str) -> None:
    for seed in range(2_000):
        assert_sound(open_workbook(damaged_file(kind, f"campaign {kind} {seed}")))


def test_damage_is_said_once() -> None:
    content = workbooks.with_member(SOUND["xlsx"], "xl/worksheets/sheet1.xml", lambda part: part[:900])
    opened = open_workbook(SourceFile("a.xlsx", content))
    assert [(problem.rule, problem.sheet) for problem in opened.problems] == [("file-damaged", "Plan")]
    assert [sheet.name for sheet in opened.sheets] == ["Notes"]


def test_a_part_that_unpacks_to_more_than_it_claims_is_a_problem() -> None:
    content = bytearray(
        workbooks.with_member(
            workbooks.xlsx({"Plan": [["a"]]}),
            "xl/worksheets/sheet1.xml",
            lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b" " * 15_000_000),
        )
    )
    entry = content.index(b"PK\x01\x02")
    while not content[entry + 46 :].startswith(b"xl/worksheets/sheet1.xml"):
        entry = content.index(b"PK\x01\x02", entry + 1)
    content[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    opened = open_workbook(SourceFile("a.xlsx", bytes(content)))
    assert "file-damaged" in [problem.rule for problem in opened.problems]


def test_entities_that_grow_without_end_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
    )
    declaration = b'<?xml version="1.0"?>' + laughs + b"]>"

    def laughing(part: bytes) -> bytes:
        body = part[part.index(b"?>") + 2 :] if part.startswith(b"<?xml") else part
        return declaration + body.replace(b"Line 1<", b"&j;<")

    for member in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        content = workbooks.with_member(SOUND["xlsx"], member, laughing)
        opened = open_workbook(SourceFile("a.xlsx", content))
        assert "file-damaged" in [problem.rule for problem in opened.problems], member
    content = workbooks.with_member(SOUND["ods"], "content.xml", laughing)
    opened = open_workbook(SourceFile("a.ods", content))
    assert "file-damaged" in [problem.rule for problem in opened.problems]


def test_a_sheet_that_is_cut_off_and_packed_soundly_again_is_a_problem() -> None:
    for share in (0.3, 0.6, 0.95):
        content = workbooks.with_member(
            SOUND["xlsx"],
            "xl/worksheets/sheet1.xml",
            lambda part, share=share: part[: int(len(part) * share)],  # type: ignore[misc]
        )
        opened = open_workbook(SourceFile("a.xlsx", content))
        assert "file-damaged" in [problem.rule for problem in opened.problems]


def test_a_piece_missing_from_a_sheet_is_a_problem_though_the_reader_reads_on() -> None:
    for member, kind in (("xl/worksheets/sheet1.xml", "xlsx"), ("content.xml", "ods")):
        content = workbooks.with_member(
            SOUND[kind], member, lambda part: part[: len(part) // 2] + part[len(part) // 2 + 300 :]
        )
        opened = open_workbook(SourceFile(f"a.{kind}", content))
        assert "file-damaged" in [problem.rule for problem in opened.problems]


def test_cells_that_repeat_a_billion_times_are_a_problem() -> None:
    content = workbooks.with_member(
        workbooks.ods({"Plan": [["a"], ["b"]]}),
        "content.xml",
        lambda part: part.replace(
            b"<table:table-cell ",
            b'<table:table-cell table:number-columns-repeated="16384" ',
        ).replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">'),
    )
    opened = open_workbook(SourceFile("a.ods", content))
    assert [problem.weight for problem in opened.problems] == [Weight.ERROR]
    assert opened.sheets == ()
