"""Whole files: which sheets and tables are read, and what is said about the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery.money import Unit
from recovery.problems import Weight
from recovery.sources.options import Options
from recovery.sources.reading import Reading, read, recognise
from recovery.sources.workbook import CellValue, Sheet, SourceFile, Workbook
from tests import workbooks
from tests.sources.grids import IN_THOUSANDS, column, grid, reading_of, rules, table_of

POSITION = grid("Line|YTD budget|YTD actual|Annual budget|FOT\nHospitals|60|62|150|152\nTotal|60|62|150|152")
TARGETS = grid("Expenditure area|QIPP target\nHospitals|60\nTotal|60")


def _read(*sheets: Sheet, options: Options = IN_THOUSANDS) -> Reading:
    return recognise(Workbook(SourceFile("month-end.xlsx", b""), sheets), options)


def test_every_table_of_a_workbook_is_read_in_the_order_of_its_sheets():
    reading = _read(Sheet("Targets", TARGETS), Sheet("Position", POSITION))
    assert [(table.dataset, table.sheet) for table in reading.tables] == [
        ("qipp-targets", "Targets"),
        ("position", "Position"),
    ]
    assert reading.problems == ()


def test_tables_stacked_on_one_sheet_are_read_each_with_its_own_title_and_unit():
    rows: list[list[CellValue]] = [["Position £k"], *POSITION, [], ["Targets £m"], *TARGETS]
    position, targets = _read(Sheet("All", rows), options=Options()).tables
    assert (position.dataset, position.title, position.unit) == ("position", "Position £k", Unit.THOUSANDS)
    assert (targets.dataset, targets.title, targets.unit) == ("qipp-targets", "Targets £m", Unit.MILLIONS)
    assert column(position, "source_row") == [3, 4]
    assert column(targets, "source_row") == [8, 9]


def test_tables_stacked_without_a_blank_row_are_read():
    position, targets = _read(Sheet("All", [*POSITION, *TARGETS])).tables
    assert column(position, "line") == ["Hospitals", "Total"]
    assert column(targets, "area") == ["Hospitals", "Total"]


def test_a_hidden_sheet_is_not_read_and_that_is_said():
    reading = _read(Sheet("Old", POSITION, hidden=True), Sheet("Position", POSITION))
    assert [table.sheet for table in reading.tables] == ["Position"]
    assert [(notice.rule, notice.sheet) for notice in reading.notices] == [("hidden-sheet", "Old")]


def test_a_table_that_stands_only_on_a_hidden_sheet_is_named():
    reading = _read(Sheet("Old", POSITION, hidden=True))
    assert rules(reading) == ["hidden-sheet", "nothing-recognised"]
    assert "Month-end position" in reading.notices[0].message


def test_a_hidden_sheet_is_read_where_it_is_named():
    reading = _read(Sheet("Old", POSITION, hidden=True), options=Options(unit=Unit.THOUSANDS, sheets=("Old",)))
    assert [table.sheet for table in reading.tables] == ["Old"]


def test_the_same_table_on_two_sheets_is_a_question_with_the_sheets_as_choices():
    reading = _read(Sheet("Draft", POSITION), Sheet("Final", POSITION))
    question = reading.questions[0]
    assert (question.option, question.choices, question.dataset) == ("sheet", ("Draft", "Final"), "position")


@pytest.mark.parametrize("answer", [{"sheets": ("Final",)}, {"sheet_of": {"position": "Final"}}])
def test_the_question_which_sheet_is_answered_by_an_option(answer):
    reading = _read(Sheet("Draft", POSITION), Sheet("Final", POSITION), options=Options(unit=Unit.THOUSANDS, **answer))
    assert [table.sheet for table in reading.tables] == ["Final"]
    assert reading.questions == ()


def test_the_answer_for_one_table_leaves_the_others_to_be_read():
    options = Options(unit=Unit.THOUSANDS, sheet_of={"position": "June"})
    reading = _read(Sheet("May", POSITION), Sheet("June", POSITION), Sheet("Targets", TARGETS), options=options)
    assert [table.sheet for table in reading.tables] == ["June", "Targets"]


def test_a_sheet_that_is_not_there_is_an_error():
    reading = _read(Sheet("May", POSITION), options=Options(sheets=("June",)))
    assert rules(reading) == ["no-such-sheet"]
    assert "May" in reading.errors[0].to_do


def test_a_sheet_without_a_known_table_beside_one_with_is_only_said():
    reading = _read(Sheet("Read me", [["How to fill this in"]]), Sheet("Position", POSITION), Sheet("Blank", []))
    assert [(problem.rule, problem.weight) for problem in reading.problems] == [
        ("sheet-not-used", Weight.NOTICE),
        ("empty-sheet", Weight.NOTICE),
    ]


def test_an_empty_sheet_alone_is_an_error():
    reading = _read(Sheet("Blank", [[None, " "], []]))
    assert [(error.rule, error.sheet) for error in reading.errors] == [("empty-sheet", "Blank")]


def test_headings_without_rows_are_an_error():
    reading = _read(Sheet("Position", POSITION[:1]))
    assert [error.weight for error in reading.errors] == [Weight.ERROR]
    assert reading.tables == ()


def test_a_file_without_any_known_table_is_an_error_that_says_what_was_looked_for():
    reading = _read(Sheet("List", grid("Name|Telephone\nReception|12345")))
    assert rules(reading) == ["nothing-recognised"]
    assert "Month-end position" in reading.errors[0].to_do


def test_the_dataset_may_be_said_and_then_only_that_one_is_looked_for():
    both = [*POSITION, [], *TARGETS]
    reading = _read(Sheet("All", both), options=Options(unit=Unit.THOUSANDS, dataset="qipp-targets"))
    assert [table.dataset for table in reading.tables] == ["qipp-targets"]
    none = _read(Sheet("All", POSITION), options=Options(dataset="risks"))
    assert rules(none) == ["nothing-recognised"]
    assert "Risks and mitigations" in none.errors[0].message


def test_the_same_table_in_two_files_of_one_load_is_an_error():
    files = [SourceFile(name, workbooks.xlsx({"Position": POSITION})) for name in ("may.xlsx", "june.xlsx")]
    reading = read(files, IN_THOUSANDS)
    assert [error.rule for error in reading.errors] == ["table-in-two-files"]
    assert "may.xlsx" in reading.errors[0].message


def test_tables_of_several_files_are_read_together():
    files = [
        SourceFile("a.xlsx", workbooks.xlsx({"Position": POSITION})),
        SourceFile("b.xlsx", workbooks.xlsx({"T": TARGETS})),
    ]
    reading = read(files, IN_THOUSANDS)
    assert [(table.dataset, table.file) for table in reading.tables] == [
        ("position", "a.xlsx"),
        ("qipp-targets", "b.xlsx"),
    ]
    assert reading.errors == ()


def test_a_named_sheet_limits_only_the_file_that_has_it():
    files = [
        SourceFile("a.xlsx", workbooks.xlsx({"May": POSITION, "June": POSITION})),
        SourceFile("b.xlsx", workbooks.xlsx({"T": TARGETS})),
    ]
    reading = read(files, Options(unit=Unit.THOUSANDS, sheets=("June",)))
    assert [(table.dataset, table.sheet) for table in reading.tables] == [("position", "June"), ("qipp-targets", "T")]
    assert reading.errors == ()


def test_what_is_no_number_is_reported_cell_by_cell_with_what_to_do():
    rows = grid("Line|YTD budget|YTD actual|Annual budget|FOT\nHospitals|n/a|1.234,5|12 (est)|5\nSurgeries|1|2|3|4")
    rows.append(["Drugs", dt.date(2018, 6, 1), True, "#REF!", 1.0])
    reading = reading_of(rows)
    assert [(error.cell, error.rule, error.value) for error in reading.errors] == [
        ("B2", "text-in-number", "n/a"),
        ("C2", "text-in-number", "1.234,5"),
        ("D2", "text-in-number", "12 (est)"),
        ("B4", "date-in-number", "2018-06-01"),
        ("C4", "text-in-number", "True"),
        ("D4", "text-in-number", "#REF!"),
    ]
    assert all(error.to_do for error in reading.errors)


def test_amounts_are_exact_to_the_penny():
    table = table_of("Area|Target £'000\nA|0.285\nB|1,234.56\nC|£1.2m\nD|0.1\nE|(0.00001)")
    assert column(table, "target") == [28_500, 123_456_000, 120_000_000, 10_000, -1]


def test_an_amount_finer_than_a_penny_is_rounded_and_said_once_a_column():
    reading = reading_of([["Area", "Target £"], ["A", 1 / 3], ["B", 2 / 3], ["C", 0.1 + 0.2]], Options())
    assert column(reading.tables[0], "target") == [33, 67, 30]
    assert [(notice.rule, notice.cell) for notice in reading.notices] == [("rounded-to-penny", "B2")]


def test_the_printed_step_of_a_column_is_that_of_its_finest_figure():
    table = table_of("Area|Target £'000\nA|12\nB|1.5\nC|0.00")
    assert table.quanta == {"target": 10_000}
    assert table_of("Area|Target £m\nA|12\nB|0.0").quanta == {"target": 100_000_000}


@pytest.mark.parametrize("growth", ["3.3%|10%", "0.033|0.1", "3.3|10"])
def test_a_rate_is_in_points_however_it_is_written(growth):
    first, second = growth.split("|")
    table = table_of(f"£'000|Recurrent exit|QIPP|Plan|Growth %\nHospitals|1000||1033|{first}\nDrugs|10||11|{second}")
    assert column(table, "growth_on_recurrent_exit") == [3_300_000, 10_000_000]


@pytest.mark.parametrize(
    ("title", "sheet", "month"),
    [("Month 3 Position", "S", 3), ("Report", "M05", 5), ("as at 30 June 2018", "S", 3), ("Report", "S", None)],
)
def test_the_month_of_a_position_is_taken_from_its_title_or_its_sheet(title, sheet, month):
    reading = _read(Sheet(sheet, [[title], *POSITION]))
    assert reading.tables[0].month == month


def test_the_month_may_stand_in_the_file_name():
    book = Workbook(SourceFile("finance_M07.xlsx", b""), (Sheet("S", POSITION),))
    assert recognise(book, IN_THOUSANDS).tables[0].month == 7


@pytest.mark.parametrize("gap", [[], [[]]])
def test_a_small_table_above_one_of_texts_is_still_read(gap):
    register = grid(
        "Ref|Scheme|Area|Stage|RAG|Net value\n" + "\n".join(f"S{n}|Scheme {n}|X|3|Red|{n}" for n in range(1, 40))
    )
    targets, schemes = _read(Sheet("All", [*TARGETS, *gap, *register])).tables
    assert (targets.dataset, column(targets, "area")) == ("qipp-targets", ["Hospitals", "Total"])
    assert (schemes.dataset, schemes.rows.num_rows) == ("schemes", 39)


def test_sheets_that_each_say_another_month_are_a_history_and_all_are_read():
    history = [Sheet(f"M{month}", [[f"Position month {month}"], *POSITION]) for month in (3, 6)]
    reading = _read(*history)
    assert [(table.sheet, table.month) for table in reading.tables] == [("M3", 3), ("M6", 6)]
    assert [(one.rule, one.weight) for one in reading.problems] == [("sheet-a-month", Weight.NOTICE)]
    (asked,) = _read(*history, options=Options(unit=Unit.THOUSANDS, month=3)).problems
    assert (asked.rule, asked.choices) == ("sheet-not-clear", ("M3", "M6"))
    assert "leave the month open" in asked.to_do


def test_sheets_of_one_month_or_of_none_are_asked_about():
    for titles in (("month 3", "month 3"), ("month 3", "draft")):
        sheets = [Sheet(f"S{number}", [[f"Position {title}"], *POSITION]) for number, title in enumerate(titles)]
        assert rules(_read(*sheets)) == ["sheet-not-clear"]
