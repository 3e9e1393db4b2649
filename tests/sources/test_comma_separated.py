from __future__ import annotations

import pytest

from recovery.settings import Settings
from recovery.sources.comma_separated import read_text
from recovery.sources.opening import open_workbook
from recovery.sources.workbook import SourceFile

LIMITS = Settings()


def rows(content: bytes) -> list[list[object]]:
    sheets, problems = read_text(SourceFile("a.csv", content), LIMITS)
    assert problems == []
    return [list(row) for row in sheets[0].rows]


def problems(content: bytes, limits: Settings = LIMITS) -> list[tuple[str, str, str]]:
    found = read_text(SourceFile("a.csv", content), limits)[1]
    return [(problem.rule, problem.cell, problem.value) for problem in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_told_from_the_whole_text(delimiter: str) -> None:
    lines = ["Financial plan, £'000; draft", "", "Line|Budget|Actual", 'Acute|"1,976"|"2,001"', 'Community|"1;2"|3']
    text = "\n".join(lines).replace("|", delimiter)
    assert rows(text.encode())[2:] == [
        ["Line", "Budget", "Actual"],
        ["Acute", "1,976", "2,001"],
        ["Community", "1;2", "3"],
    ]


def test_figures_with_commas_do_not_make_the_comma_the_delimiter() -> None:
    text = "Line;Budget;Actual\nAcute;1,976;2,001\nCommunity;1,100;1,200\n"
    assert rows(text.encode()) == [
        ["Line", "Budget", "Actual"],
        ["Acute", "1,976", "2,001"],
        ["Community", "1,100", "1,200"],
    ]


def test_a_line_that_names_the_delimiter_is_believed_and_is_no_row() -> None:
    assert rows(b"sep=;\r\nLine;Budget\r\nAcute;1\r\n") == [["Line", "Budget"], ["Acute", "1"]]


def test_a_file_of_one_column_is_read() -> None:
    assert rows(b"Line\nAcute\n") == [["Line"], ["Acute"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_come_through_in_utf_8_and_windows_text(encoding: str) -> None:
    assert rows("Line,Budget – £\nnaïve’s,1\n".encode(encoding)) == [["Line", "Budget – £"], ["naïve’s", "1"]]


def test_a_text_that_is_marked_as_utf_8_and_is_not_is_a_problem() -> None:
    assert problems(b"\xef\xbb\xbfLine,\x96\n") == [("text-not-readable", "", "")]


def test_a_text_in_no_known_encoding_is_a_problem() -> None:
    assert problems(b"Line,\x81\n") == [("text-not-readable", "", "")]


def test_all_fields_are_text_and_blank_ones_are_none() -> None:
    assert rows(b"Ref,Value,Note\n007, 1.50 ,\n,NA,n/a\n") == [
        ["Ref", "Value", "Note"],
        ["007", " 1.50 ", None],
        [None, "NA", "n/a"],
    ]


def test_a_line_break_inside_quotation_marks_stays_in_its_field() -> None:
    assert rows(b'Line,"Annual\r\nbudget"\r\nAcute,1\r\n') == [["Line", "Annual\nbudget"], ["Acute", "1"]]


@pytest.mark.parametrize("text", [b'Line,Budget\n"Acute,1\n', b'Line,Budget\n"Acute" x,1\n'])
def test_quotation_marks_that_do_not_close_are_a_problem(text: bytes) -> None:
    assert [rule for rule, _, _ in problems(text)] == ["quotes-wrong"]


def test_more_rows_or_cells_than_are_read_are_a_problem() -> None:
    text = b"a,b\n" * 10
    assert problems(text, LIMITS.model_copy(update={"maximum_rows": 9})) == [("too-many-rows", "", "")]
    assert problems(text, LIMITS.model_copy(update={"maximum_cells": 19})) == [("too-many-cells", "", "")]
    assert problems(text, LIMITS.model_copy(update={"maximum_rows": 10, "maximum_cells": 20})) == []


def test_millions_of_separators_are_refused_before_they_are_taken_apart() -> None:
    assert problems(b"," * 6_000_000) == [("too-many-cells", "", "")]


def test_a_field_of_millions_of_letters_is_a_problem() -> None:
    assert [rule for rule, _, _ in problems(b"a,b\n" + b"x" * 3_000_000)] == ["field-too-long"]


def test_an_escape_in_the_text_is_taken_out() -> None:
    opened = open_workbook(SourceFile("a.csv", b"Line\x1b[31m,Budget\x7f\n"))
    assert list(opened.sheets[0].rows[0]) == ["Line[31m", "Budget"]
