"""The scheme register and the activity tables: coded cells, keys, and months turned into rows."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.sources.options import Options
from tests.sources.grids import column, grid, reading_of, rules, table_of

REGISTER = "Ref|Scheme|Area|Stage|RAG|Net value £'000|Start month\n"


def test_stages_and_ratings_are_known_by_number_name_or_letter():
    table = table_of(
        REGISTER + "S1|A|X|3 - Delivery|G|1|Apr\nS2|B|X|Stage 2|amber|2|M3\nS3|C|X|pipeline|Red|3|12\n"
        "S4|D|X|5|GREEN|4|\nS5|E|X|In delivery|r|5|June 2018\nS6|F|X|4: Monitoring|A|6|1"
    )
    assert column(table, "stage") == [3, 2, 0, 5, 3, 4]
    assert column(table, "rag") == ["Green", "Amber", "Red", "Green", "Red", "Amber"]
    assert column(table, "start_month") == [1, 3, 12, None, 3, 1]


@pytest.mark.parametrize(
    ("row", "rule", "cell"),
    [
        ("S1|A|X|9|Red|1|", "unknown-stage", "D2"),
        ("S1|A|X|3 - Planning|Red|1|", "unknown-stage", "D2"),
        ("S1|A|X||Red|1|", "stage-missing", "D2"),
        ("S1|A|X|3|Purple|1|", "unknown-rag", "E2"),
        ("S1|A|X|3||1|", "rag-missing", "E2"),
        ("S1|A|X|3|Red|1|13", "month-outside", "G2"),
        ("S1|A|X|3|Red|1|soon", "unknown-month", "G2"),
        ("S1|A||3|Red|1|", "area-missing", "C2"),
        ("|A|X|3|Red|1|", "ref-missing", "A2"),
        ("S1||X|3|Red|1|", "label-missing", "B2"),
    ],
)
def test_a_cell_that_is_not_as_it_must_be_is_an_error(row, rule, cell):
    reading = reading_of(grid(REGISTER + row))
    assert [(error.rule, error.cell) for error in reading.errors] == [(rule, cell)]
    assert reading.errors[0].to_do


def test_the_valid_stages_and_ratings_are_listed():
    reading = reading_of(grid(REGISTER + "S1|A|X|9|Purple|1|"))
    assert "0 Pipeline, 1 Initiation, 2 Planning, 3 Delivery, 4 Monitoring, 5 Closure" in reading.errors[0].to_do
    assert "Red, Amber, Green" in reading.errors[1].to_do


def test_a_reference_that_stands_twice_is_an_error_that_names_both_cells():
    reading = reading_of(
        [*grid(REGISTER.strip()), *[[ref, "A", "X", 3.0, "Red", 1.0] for ref in (7.0, "007", "7", "x", "X")]]
    )
    assert [(error.rule, error.cell) for error in reading.errors] == [("duplicate-key", "A4"), ("duplicate-key", "A6")]
    assert "A2" in reading.errors[0].message


def test_references_stay_as_they_are_written():
    table = table_of([*grid(REGISTER.strip()), [7.0, "A", "X", 3.0, "Red", 1.0], ["007", "B", "X", 3.0, "Red", 1.0]])
    assert column(table, "ref") == ["7", "007"]


def test_the_total_of_a_register_is_no_scheme():
    table = table_of(REGISTER + "S1|A|X|3|Red|1|\nS2|B|X|3|Red|2|\nTotal|||||3|")
    assert column(table, "kind") == ["line", "line", "total"]
    assert column(table, "ref") == ["S1", "S2", ""]


def test_an_area_merged_over_several_schemes_holds_for_all_of_them():
    rows = grid(REGISTER + "S1|A|X|3|Red|1|\nS2|B||3|Red|2|")
    table = table_of(rows, merged=((1, 2, 2, 2),))
    assert column(table, "area") == ["X", "X"]


ACTUALS = [
    ("E.M.7", 2017, 12, 900_000),
    ("E.M.7", 2018, 1, 1_000_000),
    ("E.M.7a", 2017, 12, 400_000),
    ("E.M.7a", 2018, 1, 500_000),
]
WIDE = "Code|Title|{}|{}\nE.M.7|Referrals|90|100\nE.M.7a|From GPs|40|50"


MONTHS = "Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar"


def _tidy(table):
    return list(zip(*(column(table, name) for name in ("code", "financial_year", "month", "actual")), strict=True))


@pytest.mark.parametrize(
    "months",
    [("Mar-18", "Apr-18"), ("March 2018", "April 2018"), ("2017/18 Mar", "2018/19 Apr"), ("2018-03-01", "2018-04-01")],
)
def test_month_columns_become_rows_with_their_years(months):
    table = table_of(WIDE.format(*months))
    assert table.dataset == "activity-actuals"
    assert sorted(_tidy(table)) == ACTUALS
    assert column(table, "source_column") == ["C", "D", "C", "D"]
    assert column(table, "parent") == [None, None, 0, 1]
    assert column(table, "kind") == ["line", "line", "part", "part"]


def test_months_may_be_dates():
    rows = [
        ["Code", "Title", dt.date(2018, 3, 1), dt.date(2018, 4, 1)],
        ["E.M.7", "R", 90.0, 100.0],
        ["E.M.7a", "G", 40.0, 50.0],
    ]
    assert sorted(_tidy(table_of(rows))) == ACTUALS


def test_years_may_stand_above_the_months():
    table = table_of("||2017/18||2018/19|\nCode|Title|Feb|Mar|Apr|May\nE.M.7|Referrals|80|90|100|110")
    assert _tidy(table) == [
        ("E.M.7", 2017, 11, 800_000),
        ("E.M.7", 2017, 12, 900_000),
        ("E.M.7", 2018, 1, 1_000_000),
        ("E.M.7", 2018, 2, 1_100_000),
    ]


def test_rows_of_a_year_each_may_have_month_columns():
    table = table_of("Code|Year|Apr|May\nE.M.7|2017/18|1|2\nE.M.7|2018/19|3|-")
    assert _tidy(table) == [
        ("E.M.7", 2017, 1, 10_000),
        ("E.M.7", 2017, 2, 20_000),
        ("E.M.7", 2018, 1, 30_000),
        ("E.M.7", 2018, 2, None),
    ]


def test_a_row_a_month_is_read_as_it_stands():
    table = table_of(
        "Code|Year|Month|Actual\nE.M.7|2017/18|Mar|90\nE.M.7|2018/19|1|100\nE.M.7a|17/18|12|40\nE.M.7a|2018/19|Apr|50"
    )
    assert sorted(_tidy(table)) == ACTUALS


@pytest.mark.parametrize(
    ("rows", "options"),
    [
        ("Activity 2018/19\nCode|Month|Activity\nE.M.7|1|100", Options()),
        ("Code|Month|Activity\nE.M.7|1|100", Options(year=FinancialYear(2018))),
        ("Code|Month|Activity\nE.M.7|Apr-18|100", Options(year=FinancialYear(2020))),
    ],
)
def test_the_year_may_stand_in_the_title_or_the_cell_or_be_said(rows, options):
    assert _tidy(table_of(rows, options)) == [("E.M.7", 2018, 1, 1_000_000)]


def test_a_year_that_nothing_says_is_a_question():
    reading = reading_of(grid("Code|Month|Activity\nE.M.7|1|100"))
    assert [question.option for question in reading.questions] == ["year"]


def test_a_month_that_stands_twice_for_a_code_is_an_error():
    reading = reading_of(grid("Code|Year|Month|Actual\nE.M.7|2018/19|1|100\ne.m.7|2018/19|April|100"))
    assert [(error.rule, error.cell) for error in reading.errors] == [("duplicate-key", "D3")]


def test_what_is_no_number_or_no_month_is_reported_in_a_list_of_months():
    reading = reading_of(grid("Code|Year|Month|Actual\nE.M.7|2018/19|14|100\nE.M.8|2018/19|May|abc"))
    assert [(error.rule, error.cell) for error in reading.errors] == [("month-outside", "C2"), ("text-in-number", "D3")]


def test_a_plan_and_the_actuals_of_one_shape_are_told_apart_by_their_title():
    rows = f"Activity {{}} 2018/19\nCode|Title|Total|{MONTHS}\nE.M.8|First|12|{'|'.join(['1'] * 12)}"
    assert table_of(rows.format("plan")).dataset == "activity-plan"
    assert table_of(rows.format("actuals")).dataset == "activity-actuals"


@pytest.mark.parametrize(
    ("title", "said"), [("Activity plan 2018/19", True), ("Activity actuals and plan 2018/19", False)]
)
def test_months_below_a_title_of_a_plan_without_the_years_plan_are_said_to_be_taken_for_actuals(title, said):
    reading = reading_of(grid(f"{title}\nCode|Title|Apr|May|Jun\nE.M.7|Referrals|1|2|3\nE.M.8|First|1|2|3"))
    assert [table.dataset for table in reading.tables] == ["activity-actuals"]
    assert ("called-a-plan" in rules(reading)) is said


def test_codes_of_a_further_level_are_parts():
    ones = "|".join(["1"] * 12)
    table = table_of(
        f"Code|Title|Plan|{MONTHS}\n1.2|A|12|{ones}\n1.2.1|B|12|{ones}\n1.3|C|12|{ones}\n1.4b|D|12|{ones}",
        Options(unit=Unit.POUNDS),
    )
    assert column(table, "parent") == [None, 0, None, None]
    assert rules(reading_of(grid(f"Code|Title|Plan|{MONTHS}\n1.2|A|12|{ones}\n1.2|B|12|{ones}"))) == ["duplicate-key"]


def test_a_text_alone_is_a_heading_in_the_activity_plan_and_a_note_in_the_register():
    ones = "|".join(["1"] * 12)
    plan = table_of(f"Code|Title|Plan|{MONTHS}\nReferrals\nE.M.7|All|12|{ones}\nAttendances\nE.M.8|First|12|{ones}")
    assert column(plan, "section") == ["Referrals", "Attendances"]
    reading = reading_of(grid(REGISTER + "Acute schemes\nS1|A|X|3|Red|1|\nClosed schemes\nS2|B|X|5|Red|2|"))
    assert rules(reading) == ["note-left-out", "note-left-out"]
    assert column(reading.tables[0], "ref") == ["S1", "S2"]


def test_a_figure_that_is_kept_back_is_not_known_and_said_once():
    sheet = "Code|Title|Apr 21|May 21|Jun 21\nE.M.8|First|90|*|92\nE.M.9|Follow-up|<5|20|x"
    found = reading_of(grid(sheet))
    assert [(one.rule, one.cell, one.weight.value) for one in found.problems] == [
        ("text-in-number", "E3", "error"), ("kept-back", "D2", "notice"),
    ]  # fmt: skip
    assert "2 figures are kept back ('*')" in found.problems[1].message
    table = table_of(sheet.replace("x", ""))
    assert column(table, "actual") == [900_000, 920_000, 200_000]
