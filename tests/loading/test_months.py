"""Each table is of the month of the load, or of the one it states."""

from __future__ import annotations

from dataclasses import replace

from recovery.loading.months import missing_months, other_months, with_months
from recovery.problems import Problem, Weight
from tests.checks.building import table
from tests.record.building import position, targets

SCHEMES = table("schemes", [{"ref": "A1"}])


def test_the_loads_own_month_goes_before_the_stated_one() -> None:
    assert [entry.month for entry in with_months([position(3), targets()], 4)] == [4, 4]


def test_each_table_keeps_the_month_it_states() -> None:
    assert [entry.month for entry in with_months([position(2), position(3)], None)] == [2, 3]


def test_monthly_data_without_a_month_takes_the_only_one_in_its_file() -> None:
    assert [entry.month for entry in with_months([position(3), SCHEMES, targets()], None)] == [3, 3, None]


def test_two_months_in_a_file_decide_nothing_for_a_third_table() -> None:
    assert [entry.month for entry in with_months([position(2), position(3), SCHEMES], None)] == [2, 3, None]


def test_another_files_month_decides_nothing() -> None:
    elsewhere = replace(SCHEMES, file="register.xlsx")
    assert [entry.month for entry in with_months([position(3), elsewhere], None)] == [3, None]


def test_only_a_position_needs_a_month() -> None:
    asked = missing_months([position(None), position(3), SCHEMES, targets()], [])
    assert [(problem.dataset, problem.option, problem.weight) for problem in asked] == [
        ("position", "month", Weight.QUESTION)
    ]


def test_what_the_reading_asks_is_not_asked_again() -> None:
    asked = Problem("month", "Which month?", "Say.", "made.xlsx", "made", option="month", weight=Weight.QUESTION)
    assert missing_months([position(None)], [asked]) == []


def test_a_month_that_differs_from_the_stated_one_is_noticed_for_monthly_data() -> None:
    said = other_months([position(3), targets(2), position(4), position(None)], 4)
    assert [(problem.dataset, problem.weight) for problem in said] == [("position", Weight.NOTICE)]
    assert "says month 3 and is loaded as month 4" in said[0].message
    assert other_months([position(3)], None) == []
