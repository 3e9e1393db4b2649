"""A flat table of several months, each row with its own month."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery.period import FinancialYear
from tests.sources.grids import IN_THOUSANDS, column, grid, reading_of, rules, table_of

HEAD = "{0}|Line|YTD budget|YTD actual|Annual budget|FOT"
JUNE = "{0}|Allocation|300|300|1200|1200\n{1}|Hospitals|290|295|1160|1180\n{1}|Surplus|10|5|40|20"
SEPTEMBER = "{0}|Allocation|600|600|1200|1200\n{1}|Hospitals|580|600|1160|1190\n{1}|Surplus|20|0|40|10"


def _stacked(june: str, september: str, *, heading: str = "Month", below: bool = True) -> str:
    own = [(JUNE, june), (SEPTEMBER, september)]
    return "\n".join(
        [HEAD.format(heading), *(text.format(month, month if below else "") for text, month in own if month)]
    )


@pytest.mark.parametrize(
    "rows",
    [
        _stacked("3", "6"),
        _stacked("Jun-18", "Sep-18", heading="Period"),
        _stacked("M3", "M6", heading="Reporting month"),
        _stacked("June", "September", below=False),
    ],
)
def test_the_rows_of_the_month_that_is_asked_for_are_read(rows):
    reading = reading_of(grid(rows), replace(IN_THOUSANDS, month=6))
    assert rules(reading) == ["other-months-left-out"]
    (table,) = reading.tables
    assert (table.month, column(table, "ytd_actual")) == (6, [60_000_000, 60_000_000, 0])
    assert column(table, "kind") == ["line", "line", "net"]
    assert table.unused == ()


def test_without_a_month_every_month_is_a_table_of_its_own():
    reading = reading_of(grid(_stacked("3", "6")))
    assert [(table.month, column(table, "ytd_budget")[0]) for table in reading.tables] == [
        (3, 30_000_000),
        (6, 60_000_000),
    ]
    assert reading.problems == ()


def test_a_month_that_is_not_there_is_an_error():
    reading = reading_of(grid(_stacked("3", "6")), replace(IN_THOUSANDS, month=5))
    assert [(one.rule, one.message) for one in reading.errors] == [
        ("month-not-there", "The rows are of June and September, and none of them is of August.")
    ]


def test_months_of_another_year_are_left_alone():
    rows = _stacked("Jun-18", "Sep-17")
    table = table_of(rows, replace(IN_THOUSANDS, month=3, year=FinancialYear(2018)))
    assert column(table, "ytd_budget") == [30_000_000, 29_000_000, 1_000_000]


def test_one_month_in_the_column_is_the_month_of_the_table():
    table = table_of(_stacked("3", ""))
    assert (table.month, table.unused) == (3, ())


def test_a_month_that_only_belongs_to_single_rows_parts_nothing():
    rows = "Ref|Risk|Gross value|Probability|Month\nR1|Beds|-500|80%|4\nR2|Drugs|-300|50%|7"
    table = table_of(rows, replace(IN_THOUSANDS, month=3))
    assert (table.rows.num_rows, table.unused) == (2, ("Month",))


def test_a_line_that_stands_twice_in_a_section_is_told():
    rows = "Line|YTD budget|YTD actual|Annual budget|FOT\nBeds|1|1|4|4\nDrugs|1|1|4|4\nBeds|2|2|8|8"
    assert [(one.rule, one.cell) for one in reading_of(grid(rows)).problems] == [("label-twice", "A4")]
