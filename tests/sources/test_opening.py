from __future__ import annotations

import datetime as dt
import io
import time

import pytest
import xlsxwriter

from recovery.problems import Weight
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile, Workbook
from tests import workbooks

WORKBOOK_KINDS = ("xlsx", "xlsm", "xlsb", "xls", "ods")
CELLS: workbooks.Rows = [
    ["Financial plan"],
    [],
    ["  indented", "007", 1.5, -1976, None, True, dt.date(2018, 4, 1), "naïve £ – ’"],
    [None, "two\nlines", 0, 0.1, 1e15, False, None, "x"],
]


def rules(workbook: Workbook) -> list[str]:
    return [problem.rule for problem in workbook.problems]


def filled(workbook: Workbook, sheet: int = 0) -> dict[tuple[int, int], object]:
    rows = workbook.sheets[sheet].rows
    return {
        (row, column): cell for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell is not None
    }


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_every_format_gives_the_same_cells(kind: str) -> None:
    opened = open_workbook(workbooks.source(f"month 3.{kind}", {"Plan": CELLS, "Other": [["a"]]}))
    assert opened.problems == ()
    assert [sheet.name for sheet in opened.sheets] == ["Plan", "Other"]
    expected = {(r, c): v for r, row in enumerate(CELLS) for c, v in enumerate(row) if v is not None}
    assert filled(opened) == expected
    assert filled(opened, 1) == {(0, 0): "a"}


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_numbers_come_as_floats_truths_as_truths_and_dates_as_dates(kind: str) -> None:
    sheet = open_workbook(workbooks.source(f"a.{kind}", {"Plan": CELLS})).sheets[0]
    kinds = [type(cell) for cell in sheet.rows[2]]
    assert kinds == [str, str, float, float, type(None), bool, dt.date, str]


def test_a_csv_is_one_sheet_of_text_named_after_the_file() -> None:
    opened = open_workbook(workbooks.source("month 3.csv", {"ignored": CELLS}))
    assert opened.problems == ()
    assert [sheet.name for sheet in opened.sheets] == ["month 3"]
    assert opened.sheets[0].rows[2] == ["  indented", "007", "1.5", "-1976", None, "True", "2018-04-01", "naïve £ – ’"]


@pytest.mark.parametrize("kind", [*WORKBOOK_KINDS, "csv"])
def test_cells_keep_their_place_where_the_used_range_does_not_begin_at_a1(kind: str) -> None:
    rows: workbooks.Rows = [[], [], [], [None, None, "C4", "D4"], [], [None, None, None, None, "E6"]]
    opened = open_workbook(workbooks.source(f"a.{kind}", {"a": rows}))
    assert filled(opened) == {(3, 2): "C4", (3, 3): "D4", (5, 4): "E6"}


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_a_hidden_sheet_is_flagged(kind: str) -> None:
    sheets: workbooks.Sheets = {"Seen": [["a"]], "Unseen": [["b"]]}
    makers = {"xlsx": workbooks.xlsx, "xls": workbooks.xls, "xlsb": workbooks.xlsb, "ods": workbooks.ods}
    content = (
        workbooks.xlsm(sheets, hidden=["Unseen"], macros=False)
        if kind == "xlsm"
        else makers[kind](sheets, hidden=["Unseen"])
    )
    opened = open_workbook(SourceFile(f"a.{kind}", content))
    assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [("Seen", False), ("Unseen", True)]


def test_a_very_hidden_sheet_is_flagged() -> None:
    plain = workbooks.xlsx({"Seen": [["a"]], "Unseen": [["b"]]}, hidden=["Unseen"])
    content = workbooks.with_member(
        plain, "xl/workbook.xml", lambda part: part.replace(b'state="hidden"', b'state="veryHidden"')
    )
    assert [sheet.hidden for sheet in open_workbook(SourceFile("a.xlsx", content)).sheets] == [False, True]


@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "xls", "ods"])
def test_merged_ranges_are_given(kind: str) -> None:
    sheets: workbooks.Sheets = {"Position": [[None] * 4, [None, "YTD", None, None], [None, "Budget", "Actual", "Var"]]}
    merged = {"Position": ["B2:D2"]}
    if kind == "xlsm":
        content = workbooks.xlsm(sheets, merged=merged, macros=False)
    else:
        content = {"xlsx": workbooks.xlsx, "xls": workbooks.xls, "ods": workbooks.ods}[kind](sheets, merged=merged)
    sheet = open_workbook(SourceFile(f"a.{kind}", content)).sheets[0]
    assert sheet.merged == ((1, 1, 1, 3),)
    assert list(sheet.rows[1])[:2] == [None, "YTD"]
    assert list(sheet.rows[2]) == [None, "Budget", "Actual", "Var"]


def test_merged_ranges_of_a_binary_workbook_are_given() -> None:
    end_of_cells = b"\x92\x01\x00"
    merged = b"\xb0\x01\x10" + b"".join(number.to_bytes(4, "little") for number in (1, 1, 1, 3))
    content = workbooks.with_member(
        workbooks.xlsb({"Position": [[1, 2], [3, 4]]}),
        "xl/worksheets/sheet1.bin",
        lambda part: part.replace(end_of_cells, end_of_cells + merged, 1),
    )
    assert open_workbook(SourceFile("a.xlsb", content)).sheets[0].merged == ((1, 1, 1, 3),)


@pytest.mark.parametrize("kind", [*WORKBOOK_KINDS, "csv"])
@pytest.mark.parametrize("rows", [[], [[None, None], [None]]])
def test_a_workbook_without_a_filled_cell_is_a_problem(kind: str, rows: workbooks.Rows) -> None:
    assert rules(open_workbook(workbooks.source(f"a.{kind}", {"One": rows}))) == ["no-cells"]


def test_a_sheet_without_cells_stands_beside_one_with_cells() -> None:
    opened = open_workbook(workbooks.source("a.xlsx", {"Empty": [], "Full": [["a"]]}))
    assert opened.problems == ()
    assert [(sheet.name, list(sheet.rows)) for sheet in opened.sheets] == [("Empty", []), ("Full", [["a"]])]


def test_control_characters_are_taken_out_of_names_and_texts_and_line_ends_stay() -> None:
    content = workbooks.xls({"Plan": [["a\x01b", "c\r\nd", "\u202eefg", "tab\there"]]})
    opened = open_workbook(SourceFile("month\n3\x07.xls", content))
    assert opened.file.name == "month 3.xls"
    assert list(opened.sheets[0].rows[0]) == ["ab", "c\nd", "efg", "tab\there"]


def test_two_sheets_of_one_name_are_not_read_because_their_cells_could_not_be_told_apart() -> None:
    content = workbooks.xlsx({"Plan": [["a", 1]], "Nalp": [["b", 2]], "Other": [["c", 3]]})
    twice = workbooks.with_member(content, "xl/workbook.xml", lambda part: part.replace(b'"Nalp"', b'"Plan"'))
    workbook = open_workbook(SourceFile("a.xlsx", twice))
    assert [sheet.name for sheet in workbook.sheets] == ["Other"]
    assert [(problem.rule, problem.sheet) for problem in workbook.problems] == [("file-damaged", "Plan")]


def test_a_time_of_day_comes_as_text_so_that_it_is_never_taken_for_a_figure() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        made.add_worksheet().write(0, 0, 0.5, made.add_format({"num_format": "hh:mm"}))
    assert list(open_workbook(SourceFile("a.xlsx", target.getvalue())).sheets[0].rows[0]) == ["12:00:00"]


def test_a_chart_sheet_is_passed_over() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        made.add_worksheet("Plan").write(0, 0, 1)
        chart = made.add_chart({"type": "line"})
        chart.add_series({"values": "=Plan!$A$1:$A$2"})
        made.add_chartsheet("Chart").set_chart(chart)
        made.add_worksheet("Last").write(0, 0, "z")
    opened = open_workbook(SourceFile("a.xlsx", target.getvalue()))
    assert opened.problems == ()
    assert [sheet.name for sheet in opened.sheets] == ["Plan", "Last"]


def test_macros_are_said_and_the_cells_are_read() -> None:
    opened = open_workbook(SourceFile("a.xlsm", workbooks.xlsm({"Plan": [["a", 1]]})))
    assert [(problem.rule, problem.weight) for problem in opened.problems] == [("macros", Weight.NOTICE)]
    assert list(opened.sheets[0].rows[0]) == ["a", 1.0]


def test_every_problem_names_the_file_and_says_what_to_do() -> None:
    opened = open_workbook(workbooks.source("month 3.xlsx", {"Plan": [["#REF!"]]}))
    assert [(problem.file, problem.sheet, problem.cell) for problem in opened.problems] == [
        ("month 3.xlsx", "Plan", "A1")
    ]
    assert all(problem.message and problem.to_do for problem in opened.problems)


@pytest.mark.campaign
def test_a_hundred_thousand_rows_come_back_whole_and_soon() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "constant_memory": False}) as made:
        sheet = made.add_worksheet("Register")
        for row in range(100_000):
            sheet.write_row(row, 0, [f"S{row:06d}", f"Scheme {row}", "Acute", 3, "Red", row / 10, row / 7, "note"])
    began = time.perf_counter()
    opened = open_workbook(SourceFile("big.xlsx", target.getvalue()))
    assert time.perf_counter() - began < 10
    assert opened.problems == ()
    assert len(opened.sheets[0].rows) == 100_000
    assert list(opened.sheets[0].rows[-1]) == [
        "S099999",
        "Scheme 99999",
        "Acute",
        3.0,
        "Red",
        9999.9,
        99999 / 7,
        "note",
    ]
