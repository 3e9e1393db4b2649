"""What stands twice in a load is asked about, because one would hide the other."""

from __future__ import annotations

from dataclasses import replace

from recovery.loading.doubles import same_names, same_table_twice
from recovery.problems import Problem, Weight
from recovery.sources.workbook import SourceFile
from tests.record.building import actuals, position


def test_two_different_files_of_one_name_are_an_error() -> None:
    (problem,) = same_names([SourceFile("a.csv", b"1"), SourceFile("b.csv", b"2"), SourceFile("a.csv", b"3")])
    assert (problem.rule, problem.file, problem.weight) == ("same-file-name", "a.csv", Weight.ERROR)


def test_the_same_file_twice_is_no_matter() -> None:
    assert same_names([SourceFile("a.csv", b"1"), SourceFile("a.csv", b"1")]) == []


def test_two_tables_of_one_month_are_asked_about() -> None:
    (question,) = same_table_twice([position(3), replace(position(3), sheet="final")], [])
    assert (question.weight, question.option, question.choices) == (Weight.QUESTION, "sheet", ("made", "final"))


def test_tables_of_different_months_stand_side_by_side() -> None:
    assert same_table_twice([position(2), position(3)], []) == []


def test_rows_that_say_their_own_month_may_come_in_several_tables() -> None:
    assert same_table_twice([actuals(3, [1]), actuals(3, [2])], []) == []


def test_what_the_reading_said_is_not_said_again() -> None:
    said = Problem("sheet", "Which sheet?", "Say.", dataset="position", weight=Weight.QUESTION)
    notice = replace(said, weight=Weight.NOTICE)
    assert same_table_twice([position(3), position(3)], [said]) == []
    assert len(same_table_twice([position(3), position(3)], [notice])) == 1
