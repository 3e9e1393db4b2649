from __future__ import annotations

import struct

import pytest

from recovery.sources import compound
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile
from tests import workbooks

BEGIN_OF_WORKBOOK = b"\x09\x08\x10\x00"


@pytest.mark.parametrize("rows", [1, 20_000])
def test_the_stream_of_a_small_and_of_a_large_workbook_is_found(rows: int) -> None:
    content = workbooks.xls({"Plan": [[f"Line {row}", row] for row in range(rows)]})
    stream = compound.workbook_stream(content)
    assert stream.startswith(BEGIN_OF_WORKBOOK)
    assert stream in content or len(stream) < 4096


def test_a_stream_named_in_capitals_is_found() -> None:
    content = workbooks.xls({"Plan": [["a"]]})
    shouted = content.replace("Workbook".encode("utf-16-le"), "WORKBOOK".encode("utf-16-le"))
    assert shouted != content
    assert compound.kind_of(shouted) == "xls"
    assert compound.workbook_stream(shouted) == compound.workbook_stream(content)


def test_a_chain_that_goes_in_a_circle_is_damage() -> None:
    content = workbooks.xls({"Plan": [[f"Line {row}", row] for row in range(2_000)]})
    entry = compound.entry_of(content, "Workbook")
    assert entry is not None
    (start,) = struct.unpack_from("<I", content, entry + 116)
    container = compound.Container(content)
    table = list(container.table)
    table[start] = start
    with pytest.raises(ValueError, match="chain"):
        compound.followed(tuple(table), start)


def test_a_container_with_an_impossible_sector_size_is_damaged() -> None:
    content = bytearray(workbooks.xls({"Plan": [["a"]]}))
    struct.pack_into("<H", content, 30, 40)
    opened = open_workbook(SourceFile("a.xls", bytes(content)))
    assert [problem.rule for problem in opened.problems] == ["file-damaged"]


def test_a_header_alone_is_damaged() -> None:
    assert compound.kind_of(compound.SIGNATURE) == "damaged"
    assert compound.kind_of(compound.SIGNATURE + bytes(2_000)) == "damaged"
