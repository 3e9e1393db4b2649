from __future__ import annotations

import io
import struct

import pytest
import xlsxwriter
import xlwt

from recovery.problems import Weight
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile
from tests import workbooks

CALCEXT = b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '


def found(content: bytes, kind: str) -> list[tuple[str, str, str, str]]:
    opened = open_workbook(SourceFile(f"a.{kind}", content))
    return [(problem.rule, problem.sheet, problem.cell, problem.value) for problem in opened.problems]


def patched(kind: str, member: str, content: bytes, *changes: tuple[bytes, bytes]) -> bytes:
    def change(part: bytes) -> bytes:
        for old, new in changes:
            assert old in part, (kind, old)
            part = part.replace(old, new)
        return part

    return workbooks.with_member(content, member, change)


def binary_workbook_with_errors() -> bytes:
    rows: workbooks.Rows = [["Line", "Budget"], [], ["Acute", None, True], [None, True]]
    formula = b"\x0b" + bytes([8 + 1 + 2 + 8]) + struct.pack("<IIBHII", 1, 0, 0x07, 0, 0, 0)
    return patched(
        "xlsb",
        "xl/worksheets/sheet1.bin",
        workbooks.xlsb({"Plan": rows}),
        (b"\x04\x09" + struct.pack("<IIB", 2, 0, 1), b"\x03\x09" + struct.pack("<IIB", 2, 0, 0x17)),
        (b"\x04\x09" + struct.pack("<IIB", 1, 0, 1), formula),
    )


def old_workbook_with_errors() -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Plan")
    sheet.write(0, 0, "Line")
    sheet.write(2, 0, "Acute")
    sheet.row(2).set_cell_error(2, "#REF!")
    sheet.write(3, 1, xlwt.Formula("1/0"))
    target = io.BytesIO()
    workbook.save(target)
    no_value, division_by_zero = b"\x03\x00\x00\x00\x00\x00\xff\xff", b"\x02\x00\x07\x00\x00\x00\xff\xff"
    assert no_value in target.getvalue()
    return target.getvalue().replace(no_value, division_by_zero)


def spreadsheet_with_errors() -> bytes:
    content = workbooks.ods({"Plan": [["Line"], [], ["Acute", None, "FIRST"], [None, "SECOND"]]})
    first = b'table:formula="of:=#REF!" office:value-type="string" office:string-value="" calcext:value-type="error"'
    second = b'table:formula="of:=1/0" office:value-type="float" office:value="0"'
    return patched(
        "ods",
        "content.xml",
        content,
        (b"<office:document-content ", b"<office:document-content " + CALCEXT),
        (b'office:value-type="string" office:string-value="FIRST"', first),
        (b"FIRST", b"#REF!"),
        (b'office:value-type="string" office:string-value="SECOND"', second),
        (b"SECOND", b"#DIV/0!"),
    )


ERRORS = {
    "xlsx": workbooks.xlsx({"Plan": [["Line"], [], ["Acute", None, "#REF!"], [None, "#DIV/0!"]]}),
    "xlsb": binary_workbook_with_errors(),
    "xls": old_workbook_with_errors(),
    "ods": spreadsheet_with_errors(),
    "csv": b"Line,,\n,,\nAcute,,#REF!\n,#DIV/0!,\n",
}


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_cell_is_reported_with_its_sheet_cell_and_error(kind: str) -> None:
    sheet = "a" if kind == "csv" else "Plan"
    assert found(ERRORS[kind], kind) == [
        ("error-cell", sheet, "C3", "#REF!"),
        ("error-cell", sheet, "B4", "#DIV/0!"),
    ]


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_cell_is_blank_in_the_rows(kind: str) -> None:
    rows = open_workbook(SourceFile(f"a.{kind}", ERRORS[kind])).sheets[0].rows
    assert rows[0][0] == "Line"
    assert rows[2][0] == "Acute"
    assert [cell for row in (rows[2][1:], *rows[3:]) for cell in row if cell is not None] == []


def test_error_cells_on_a_hidden_sheet_are_only_said() -> None:
    content = workbooks.xlsx({"Seen": [["a"]], "Unseen": [["#N/A"]]}, hidden=["Unseen"])
    opened = open_workbook(SourceFile("a.xlsx", content))
    assert [(p.rule, p.sheet, p.cell, p.weight) for p in opened.problems] == [
        ("error-cell", "Unseen", "A1", Weight.NOTICE)
    ]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_many_error_cells_are_listed_up_to_fifty_and_then_counted(kind: str) -> None:
    opened = open_workbook(workbooks.source(f"a.{kind}", {"a": [["#REF!"]] * 60}))
    assert [problem.cell for problem in opened.problems] == [f"A{row}" for row in range(1, 51)] + [""]
    assert opened.problems[-1].rule == "more-error-cells"
    assert opened.problems[-1].message.startswith("10 more cells")


@pytest.mark.parametrize("kind", ["xlsx", "xlsm"])
def test_a_workbook_saved_without_calculated_values_is_said_once(kind: str) -> None:
    content = workbooks.source(f"a.{kind}", {"Plan": [["a", 1.0], ["b", "=B1"], ["c", "=B2"]], "Other": [["=Plan!B1"]]})
    assert found(content.content, kind) == [("saved-without-values", "", "", "")]


def test_an_old_workbook_saved_without_calculated_values_is_said_once() -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Plan")
    sheet.write(0, 0, 1.0)
    sheet.write(1, 0, xlwt.Formula("A1"))
    target = io.BytesIO()
    workbook.save(target)
    assert found(target.getvalue(), "xls") == [("saved-without-values", "", "", "")]


def test_a_spreadsheet_saved_without_calculated_values_is_said_once() -> None:
    content = patched(
        "ods",
        "content.xml",
        workbooks.ods({"Plan": [["a"], ["FORMULA"]]}),
        (b'office:value-type="string" office:string-value="FORMULA"', b'table:formula="of:=[.A1]"'),
        (b"FORMULA", b""),
    )
    assert found(content, "ods") == [("saved-without-values", "", "", "")]


def workbook_by_a_writer_that_does_not_calculate(values: list[float]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Plan")
        sheet.write(0, 0, 5)
        for row, value in enumerate(values, 1):
            sheet.write_formula(row, 0, "=A1", None, value)
    return target.getvalue()


def test_formulas_that_are_all_nought_in_a_workbook_that_asks_to_be_calculated_have_no_values() -> None:
    assert found(workbook_by_a_writer_that_does_not_calculate([0, 0]), "xlsx") == [("saved-without-values", "", "", "")]
    assert found(workbook_by_a_writer_that_does_not_calculate([0, 5]), "xlsx") == []


def sheet_of(cells: bytes) -> bytes:
    rows = b'<sheetData><row r="3">' + cells + b"</row></sheetData>"
    plain = workbooks.xlsx({"Plan": [["x"]]})
    return workbooks.with_member(
        plain,
        "xl/worksheets/sheet1.xml",
        lambda part: part[: part.index(b"<sheetData>")] + rows + part[part.index(b"</sheetData>") + 12 :],
    )


@pytest.mark.parametrize(
    "formula", [b"<f>A1</f>", b"<f>A1</f><v/>", b"<f>A1</f><v></v>", b'<f t="shared" si="0"/>', b"<f>A1</f>\n<v />\n"]
)
def test_a_formula_without_a_value_beside_one_with_a_value_is_reported_with_its_cell(formula: bytes) -> None:
    content = sheet_of(b'<c r="B3"><f>A1</f><v>4</v></c><c r="D3" s="1">' + formula + b"</c>")
    assert found(content, "xlsx") == [("formula-without-value", "Plan", "D3", "")]


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="D3" t="str"><f>""</f><v></v></c>',
        b'<c r="D3" t="inlineStr"><f>A1</f><is><t>a</t></is></c>',
        b'<c r="D3"><f t="shared" ref="D3:D4" si="0">A1</f><v>2</v></c>',
        b'<c r="D3">\n<f>A1</f>\n<v>2</v>\n</c>',
        b'<c r="D3" t="str"><f>A1</f><v xml:space="preserve"> a</v></c>',
    ],
)
def test_a_formula_with_a_stored_value_is_sound(cell: bytes) -> None:
    assert found(sheet_of(b'<c r="B3"><v>4</v></c>' + cell), "xlsx") == []


def test_cells_and_rows_without_a_place_follow_the_one_before() -> None:
    content = sheet_of(b'<c r="B3"><v>4</v></c><c/><c t="e"><v>#REF!</v></c></row><row><c t="e"><v>#N/A</v></c>')
    assert found(content, "xlsx") == [("error-cell", "Plan", "D3", "#REF!"), ("error-cell", "Plan", "A4", "#N/A")]


def test_errors_are_found_where_the_elements_have_a_prefix() -> None:
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b'<x:row r="2"><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c><x:c r="C2"><x:f>A1</x:f></x:c>'
        b'<x:c r="D2"><x:f>A1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    content = workbooks.with_member(workbooks.xlsx({"Plan": [["x"]]}), "xl/worksheets/sheet1.xml", lambda _: sheet)
    assert found(content, "xlsx") == [
        ("error-cell", "Plan", "B2", "#REF!"),
        ("formula-without-value", "Plan", "C2", ""),
    ]


def test_repeated_cells_and_rows_of_a_spreadsheet_are_counted() -> None:
    content = patched(
        "ods",
        "content.xml",
        workbooks.ods({"Plan": [["a"], ["GAP", "ERROR"]]}),
        (
            b'<table:table-row><table:table-cell office:value-type="string" office:string-value="GAP">',
            (
                b'<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
                b'<table:table-row><table:table-cell table:number-columns-repeated="2">'
            ),
        ),
        (b"<text:p>GAP</text:p>", b""),
        (b'office:value-type="string" office:string-value="ERROR"', b'table:formula="of:=1" office:value-type="float"'),
        (b"ERROR", b"Err:502"),
    )
    assert found(content, "ods") == [("error-cell", "Plan", "C5", "Err:502")]
