from __future__ import annotations

from recovery.settings import Settings
from recovery.sources.comma_separated import read_text
from recovery.sources.workbook import SourceFile

LIMITS = Settings()


def rows(content: bytes) -> list[list[object]]:
    sheets, found = read_text(SourceFile("a.csv", content), LIMITS)
    assert found == []
    return [list(row) for row in sheets[0].rows]


def problems(content: bytes) -> list[tuple[str, str, str]]:
    found = read_text(SourceFile("a.csv", content), LIMITS)[1]
    return [(problem.rule, problem.cell, problem.value) for problem in found]


def test_shorter_title_rows_and_trailing_blank_fields_are_fine() -> None:
    text = b"Financial plan\n\nLine,Budget,Actual\nAcute,1,2,,,\nCommunity,3\n"
    assert len(rows(text)) == 5


def test_a_note_in_the_last_column_that_few_rows_fill_is_fine() -> None:
    text = b"Line,Budget,Actual,Note\nAcute,1,2\nCommunity,3,4,late\nOther,5,6\n"
    assert rows(text)[2] == ["Community", "3", "4", "late"]


def test_a_row_with_more_fields_than_the_header_is_a_problem_with_its_row() -> None:
    text = b"Plan\nLine,Budget,Actual\nAcute,1,976,2\nCommunity,3,4\nOther,5,6\n"
    assert problems(text) == [("too-many-fields", "D3", "2")]


def test_rows_that_all_have_more_fields_than_the_header_are_problems() -> None:
    text = b"Plan,draft\nLine,Budget,Actual\nAcute,1,976,2,001\nCommunity,3,100,4,200\n"
    assert problems(text) == [("too-many-fields", "D3", "2"), ("too-many-fields", "D4", "4")]


def test_many_rows_with_too_many_fields_are_listed_up_to_fifty_and_then_counted() -> None:
    text = b"Line,Budget,Actual\n" + b"Acute,1,976,2\n" * 60
    found = problems(text)
    assert len(found) == 51
    assert found[-1] == ("more-rows-with-too-many-fields", "", "")


def test_headings_that_are_figures_do_not_make_rows_too_long() -> None:
    assert len(rows(b"Activity plan,2018/19\nCode,1,2,3\nE.M.1,10,20,30\n")) == 3
