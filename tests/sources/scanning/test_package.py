from __future__ import annotations

import io
import zipfile

import pytest

from recovery.sources.opening import open_workbook
from recovery.sources.scanning.package import Package, resolved
from recovery.sources.workbook import SourceFile
from tests import workbooks


@pytest.mark.parametrize(
    ("folder", "target", "part"),
    [
        ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl", "../other/sheet1.xml", "other/sheet1.xml"),
        ("", "xl/workbook.xml", "xl/workbook.xml"),
    ],
)
def test_a_reference_counts_from_its_folder_or_from_the_top(folder: str, target: str, part: str) -> None:
    assert resolved(folder, target) == part


def renamed(content: bytes, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            made.writestr(name.replace(old, new), source.read(name))
    return target.getvalue()


@pytest.mark.parametrize(("old", "new"), [("xl/", "XL/"), ("/", "\\")])
def test_parts_are_found_whatever_the_case_of_their_names_and_their_slashes(old: str, new: str) -> None:
    content = renamed(workbooks.xlsx({"Plan": [["a", "#REF!"]]}), old, new)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert b"#REF!" in Package(opened).part("xl/worksheets/sheet1.xml")
    found = open_workbook(SourceFile("a.xlsx", content)).problems
    assert [(problem.rule, problem.cell) for problem in found] == [("error-cell", "B1")]


def test_sheets_in_another_order_than_their_parts_keep_their_marks() -> None:
    content = workbooks.with_member(
        workbooks.xlsx({"One": [["#REF!"]], "Two": [["x"], ["#N/A"]]}),
        "xl/_rels/workbook.xml.rels",
        lambda part: (
            part.replace(b"sheet1.xml", b"sheetX.xml")
            .replace(b"sheet2.xml", b"sheet1.xml")
            .replace(b"sheetX.xml", b"sheet2.xml")
        ),
    )
    found = open_workbook(SourceFile("a.xlsx", content)).problems
    assert [(problem.sheet, problem.cell, problem.value) for problem in found] == [
        ("One", "A2", "#N/A"),
        ("Two", "A1", "#REF!"),
    ]
