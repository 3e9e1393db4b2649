"""A national return is of one month: what its column, its title and its file's name say is weighed, and told."""

from __future__ import annotations

import pytest

from recovery.period import FinancialYear
from recovery.problems import Problem
from recovery.sources.options import Options
from recovery.sources.reading import Reading, read
from recovery.sources.workbook import SourceFile
from tests.activity_returns import commissioner, small_return

ROWS = [commissioner("X0A", 1, 2, 3, 4, 5, 6), commissioner("X0B", 10, 20, 30, 40, 50, 60)]
ENGLAND = "2018-19,JUNE,,,,England,11,22,33,33,44,55,66"


def _read(file: SourceFile, options: Options | None = None) -> Reading:
    return read([file], options or Options(year=FinancialYear(2018)))


def _months(reading: Reading) -> set[tuple[int | None, int | None]]:
    (table,) = reading.tables
    return set(zip(table.rows["financial_year"].to_pylist(), table.rows["month"].to_pylist(), strict=True))


def _told(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(one.rule, one.cell, one.message) for one in problems if one.rule != "note-left-out"]


def test_a_return_is_read_with_its_month_and_englands_total():
    reading = _read(small_return(ROWS, england=ENGLAND))
    (table,) = reading.tables
    assert reading.problems == ()
    assert table.dataset == "activity-return"
    assert table.rows["kind"].to_pylist() == ["total", "line", "line"]
    assert table.rows["code"].to_pylist() == ["", "X0A", "X0B"]
    assert table.rows["elective_total"].to_pylist() == [330000, 30000, 300000]
    assert table.columns["month"] == "B"
    assert _months(reading) == {(2018, 3)}


def test_a_month_that_is_mistyped_is_told_with_its_cell_and_what_was_taken():
    rows = [commissioner("X0A", 1, 2, 3, 4, 5, 6, period="Juen"), commissioner("X0B", 1, 2, 3, 4, 5, 6, period="Juen")]
    reading = _read(small_return(rows))
    assert _months(reading) == {(2018, 3)}
    said = "The period column says 'Juen' in 2 rows; June 2018 was taken, as the title and the file's name say."
    assert _told(reading.problems) == [("period-mistyped", "B7", said)]


def test_a_column_of_another_month_gives_way_to_the_title_and_the_name():
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6, period="DECEMBER") for code in ("X0A", "X0B")]
    reading = _read(small_return(rows))
    assert _months(reading) == {(2018, 3)}
    said = "The period column says 'DECEMBER' in 2 rows; June 2018 was taken, as the title and the file's name say."
    assert _told(reading.problems) == [("period-mistyped", "B7", said)]


def test_a_title_of_another_month_gives_way_to_the_column_and_the_name():
    reading = _read(small_return(ROWS, title="May 2018"))
    assert _months(reading) == {(2018, 3)}
    said = "The title says 'May 2018'; June 2018 was taken, as the period column and the file's name say."
    assert _told(reading.problems) == [("period-mistyped", "B2", said)]


def test_a_year_that_is_mistyped_gives_way_too():
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6, year="2017-18") for code in ("X0A", "X0B")]
    assert _months(_read(small_return(rows))) == {(2018, 3)}


def test_one_row_of_another_month_among_many_is_taken_for_mistyped():
    rows = [commissioner(f"X{number:02}", 1, 2, 3, 4, 5, 6) for number in range(20)]
    reading = _read(small_return([*rows, commissioner("Y", 1, 2, 3, 4, 5, 6, period="MAY")]))
    assert _months(reading) == {(2018, 3)}
    assert [rule for rule, _, _ in _told(reading.problems)] == ["period-mistyped"]


def test_two_witnesses_that_contradict_each_other_are_a_question_with_both_months():
    reading = _read(small_return(ROWS, title="May 2018", name="return.csv"))
    (question,) = reading.questions
    assert (question.rule, question.option, question.choices) == ("period-not-clear", "month", ("2", "3"))
    assert "the period column says June 2018; the title says May 2018" in question.message


def test_the_months_answer_decides_between_two_witnesses():
    options = Options(year=FinancialYear(2018), month=2)
    assert _months(_read(small_return(ROWS, title="May 2018", name="return.csv"), options)) == {(2018, 2)}


def test_a_load_of_another_month_does_not_change_what_a_return_says_of_itself():
    assert _months(_read(small_return(ROWS), Options(year=FinancialYear(2019), month=7))) == {(2018, 3)}


def test_nothing_that_says_the_month_is_a_question():
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6, year="", period="") for code in ("X0A", "X0B")]
    reading = _read(small_return(rows, title="", name="return.csv"), Options())
    assert [(one.rule, one.option) for one in reading.questions] == [
        ("period-not-clear", "month"),
        ("year-not-stated", "year"),
    ]


@pytest.mark.parametrize("name", ["MAR_Comm_Jun_18.csv", "return 2018-06.csv", "Monthly return June 2018.csv"])
def test_a_file_name_alone_is_enough(name):
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6, year="", period="") for code in ("X0A", "X0B")]
    assert _months(_read(small_return(rows, title="", name=name), Options())) == {(2018, 3)}


def test_returns_stacked_in_one_table_keep_each_rows_own_month():
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6, period=period) for period in ("MAY", "JUNE") for code in ("A1", "B1")]
    reading = _read(small_return(rows, title=""))
    assert _months(reading) == {(2018, 2), (2018, 3)}
    assert not reading.errors


def test_a_commissioner_twice_in_a_month_is_an_error_that_names_both_cells():
    (error,) = _read(small_return([ROWS[0], ROWS[0]])).errors
    assert error.message == "Organisation code 'X0A in June 2018' stands twice: in E7 and in E8."


def test_a_note_below_the_table_is_left_out_and_told_also_with_digits_in_it():
    reading = _read(small_return([*ROWS, "", "Note: 2 trusts did not submit."]))
    assert not reading.errors
    assert [one.value for one in reading.notices] == ["Note: 2 trusts did not submit."]


def test_one_commissioners_rows_alone_are_kept_where_that_is_asked_for():
    reading = _read(small_return(ROWS, england=ENGLAND), Options(only="x0b"))
    (table,) = reading.tables
    assert table.rows["code"].to_pylist() == ["X0B"]
    assert table.rows["row_order"].to_pylist() == [0]


def test_a_commissioner_that_is_not_there_is_an_error():
    (error,) = _read(small_return(ROWS), Options(only="06H")).errors
    assert error.message == "There is no row of '06H' in this table."
