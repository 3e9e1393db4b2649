from __future__ import annotations

import io
import struct
import zipfile

import pytest

from recovery.settings import Settings
from recovery.sources.guard import inspect
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile
from tests import workbooks

SHEETS: workbooks.Sheets = {"Plan": [["Line", "Budget"], ["Acute", 1.0]]}
LIMITS = Settings()


def rules(name: str, content: bytes, limits: Settings = LIMITS) -> list[str]:
    return [problem.rule for problem in inspect(SourceFile(name, content), limits)[1]]


def in_container(name: str) -> bytes:
    """Return an OLE2 container whose one stream has that name."""
    old, new = "Workbook".encode("utf-16-le"), name.encode("utf-16-le")
    content = bytearray(workbooks.xls(SHEETS))
    place = content.index(old)
    content[place : place + 64] = new.ljust(64, b"\x00")
    struct.pack_into("<H", content, place + 64, len(new) + 2)
    return bytes(content)


def test_a_sound_file_of_every_kind_is_let_through() -> None:
    for kind, make in workbooks.MAKERS.items():
        assert inspect(SourceFile(f"a.{kind}", make(SHEETS)), LIMITS) == (kind, [])


def test_an_extension_in_capitals_is_the_same_extension() -> None:
    assert rules("A.XLSX", workbooks.xlsx(SHEETS)) == []


def test_a_file_without_bytes_is_empty() -> None:
    assert rules("a.xlsx", b"") == ["file-empty"]


def test_a_file_is_measured_before_it_is_looked_at() -> None:
    content = workbooks.xlsx(SHEETS)
    limits = LIMITS.model_copy(update={"maximum_file_bytes": len(content) - 1})
    assert rules("a.xlsx", content, limits) == ["file-too-large"]
    assert rules("a.xlsx", content, LIMITS.model_copy(update={"maximum_file_bytes": len(content)})) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", workbooks.xlsx(SHEETS), "an Excel workbook (.xlsx)"),
        ("a.xlsx", b"Line,Budget\nAcute,1\n", "a text file (.csv)"),
        ("a.xls", b"Line\tBudget\nAcute\t1\n", "a text file (.csv)"),
        ("a.xls", b"<html><body><table></table></body></html>", "a web page (HTML)"),
        ("a.xls", b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>", "a web page (HTML)"),
        ("a.csv", b"<table><tr><td>1</td></tr></table>", "a web page (HTML)"),
        ("a.xlsx", workbooks.xlsm(SHEETS), "an Excel workbook with macros (.xlsm)"),
        ("a.xlsm", workbooks.xlsx(SHEETS), "an Excel workbook (.xlsx)"),
        ("a.xlsx", workbooks.xlsb(SHEETS), "a binary Excel workbook (.xlsb)"),
        ("a.xlsx", workbooks.xls(SHEETS), "an Excel 97–2003 workbook (.xls)"),
        ("a.xls", workbooks.xlsx(SHEETS), "an Excel workbook (.xlsx)"),
        ("a.xlsx", workbooks.ods(SHEETS), "an OpenDocument spreadsheet (.ods)"),
        ("a.ods", workbooks.xlsx(SHEETS), "an Excel workbook (.xlsx)"),
        ("a.csv", "Line;Budget".encode("utf-16"), "a text file in UTF-16 (“Unicode text”)"),
        ("a.csv", b"Line,Budget\nAcu\x00te,1\n", "neither a workbook nor a text file"),
        ("a.xlsx", b"%PDF-1.7 something", "a PDF"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "an XML file"),
        ("a.xls", in_container("WordDocument"), "a Word document"),
        ("a.xls", in_container("Contents"), "an older Office file, but not a workbook"),
        ("a.xls", b"\x09\x08\x08\x00\x00\x05\x05\x00", "a workbook of Excel 4 or older"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes, said: str) -> None:
    (problem,) = inspect(SourceFile(name, content), LIMITS)[1]
    assert (problem.rule, problem.value) == ("file-not-what-name-says", said)
    assert f".{name.rpartition('.')[2]}" in problem.message
    assert said in problem.message


@pytest.mark.parametrize("name", ["a.docx", "a", "xlsx", "a.xlsx.zip"])
def test_a_type_that_is_not_read_is_refused(name: str) -> None:
    assert rules(name, workbooks.xlsx(SHEETS)) == ["file-type-unknown"]


def test_another_zip_archive_is_no_workbook() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("letter.txt", "text")
    (problem,) = inspect(SourceFile("a.xlsx", target.getvalue()), LIMITS)[1]
    assert problem.value == "a zip archive, but not a workbook"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "xlsb", "ods"])
def test_an_archive_that_is_cut_off_is_damaged(kind: str, share: float) -> None:
    content = workbooks.MAKERS[kind](SHEETS)
    assert rules(f"a.{kind}", content[: int(len(content) * share)]) == ["file-damaged"]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_an_old_workbook_that_is_cut_off_is_damaged(share: float) -> None:
    content = workbooks.xls({"Plan": [[f"Line {row}", row] for row in range(500)]})
    opened = open_workbook(SourceFile("a.xls", content[: int(len(content) * share)]))
    assert [problem.rule for problem in opened.problems] == ["file-damaged"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm", "a.xlsb", "a.xls"])
def test_an_encrypted_package_is_protected_by_a_password(name: str) -> None:
    assert rules(name, in_container("EncryptedPackage")) == ["password-protected"]


def test_an_old_workbook_with_an_encrypted_stream_is_protected_by_a_password() -> None:
    interface_header, encrypted = b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00"
    content = workbooks.xls(SHEETS)
    assert interface_header in content
    opened = open_workbook(SourceFile("a.xls", content.replace(interface_header, encrypted, 1)))
    assert [problem.rule for problem in opened.problems] == ["password-protected"]


def test_an_archive_with_encrypted_members_is_protected_by_a_password() -> None:
    content = bytearray(workbooks.xlsx(SHEETS))
    flags = content.index(b"PK\x01\x02") + 8
    content[flags] |= 1
    assert rules("a.xlsx", bytes(content)) == ["password-protected"]


def test_a_spreadsheet_whose_manifest_speaks_of_encryption_is_protected_by_a_password() -> None:
    manifest = b'<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    content = workbooks.with_member(workbooks.ods(SHEETS), "META-INF/manifest.xml", lambda _: manifest)
    assert rules("a.ods", content) == ["password-protected"]


def test_an_archive_that_unpacks_to_more_than_is_read_is_refused_before_it_is_unpacked() -> None:
    bomb = workbooks.with_member(workbooks.xlsx(SHEETS), "xl/media/a.bin", lambda _: bytes(30_000_000))
    assert len(bomb) < 100_000
    assert rules("a.xlsx", bomb) == ["unpacks-too-large"]
    limits = LIMITS.model_copy(update={"maximum_unpacked_bytes": 1_000})
    assert rules("a.xlsx", workbooks.xlsx(SHEETS), limits) == ["unpacks-too-large"]


def test_a_member_that_claims_two_gigabytes_is_refused_before_it_is_unpacked() -> None:
    content = bytearray(workbooks.xlsx(SHEETS))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, 2_000_000_000)
    assert rules("a.xlsx", bytes(content)) == ["unpacks-too-large"]


def test_a_directory_of_very_many_members_is_not_read() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        for number in range(6_000):
            archive.writestr(f"{number}", "")
    assert rules("a.xlsx", target.getvalue()) == ["file-damaged"]


def test_two_members_of_one_name_are_refused() -> None:
    target = io.BytesIO(workbooks.xlsx(SHEETS))
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", "another sheet")
    assert rules("a.xlsx", target.getvalue()) == ["file-damaged"]


def test_macros_are_found_in_every_format_that_has_them() -> None:
    project = workbooks.with_member(workbooks.xlsb(SHEETS), "xl/vbaProject.bin", lambda _: b"x")
    assert rules("a.xlsb", project) == ["macros"]
    assert rules("a.xlsm", workbooks.xlsm(SHEETS)) == ["macros"]
    assert rules("a.ods", workbooks.with_member(workbooks.ods(SHEETS), "Basic/x.xml", lambda _: b"x")) == ["macros"]


def test_macros_are_found_in_an_old_workbook() -> None:
    content = bytearray(workbooks.xls(SHEETS))
    free = content.index("Workbook".encode("utf-16-le")) + 128
    assert free % 128 == 0
    name = "_VBA_PROJECT_CUR".encode("utf-16-le")
    content[free : free + 64] = name.ljust(64, b"\x00")
    struct.pack_into("<HB", content, free + 64, len(name) + 2, 1)
    assert rules("a.xls", bytes(content)) == ["macros"]


def test_a_cell_that_holds_the_name_of_an_encrypted_stream_is_only_a_cell() -> None:
    assert rules("a.xls", workbooks.xls({"Plan": [["EncryptedPackage—"], ["_VBA_PROJECT_CUR—"]]})) == []
