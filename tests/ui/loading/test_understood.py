from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.findings import Finding, Severity
from recovery.period import FinancialYear
from recovery.problems import Problem, Weight
from recovery.ui.loading.understood import finding_tables, problem_table, tables_understood, verdict
from recovery.view import View
from tests.spec import published_tables as published
from tests.ui.test_tables import Reader

POSITION = replace(published.position(), file="m3.xlsx", sheet="Position", unit_from="B4", sign_from="heading")
ERROR = Problem(
    "text-in-number", "There is text where a number belongs.", "Write the number.", "m3.xlsx", "Position", "C7", "<x>"
)
QUESTION = replace(ERROR, weight=Weight.QUESTION)
FINDING = Finding("position", "variance against its parts", "Acute", "ytd_variance", Decimal(-2000), Decimal(-1000),
                  Severity.DIFFERENCE, row_order=1, explanation="Budget less actual is (1).")  # fmt: skip

VIEW = View("X01", FinancialYear(2018), 3)


def test_a_table_is_told_with_its_unit_and_where_it_was_read():
    texts = Reader(tables_understood([POSITION])).texts
    assert texts[9:] == ["Month-end position", "m3.xlsx, Position", "June", "£'000, B4", "heading", "8", "2", "none"]


def test_a_table_whose_unit_is_open_says_so():
    texts = Reader(tables_understood([replace(POSITION, unit=None)])).texts
    assert "not stated" in texts


def test_the_verdict_says_what_stands_in_the_way():
    assert verdict([POSITION], [ERROR, ERROR], []) == (
        "2 problems stand in the way; mend the file and drop it again. Nothing has been changed."
    )
    assert verdict([POSITION], [QUESTION], []) == "1 question to answer before this can be published."
    assert verdict([POSITION], [], [FINDING]) == (
        "Ready to publish: Month-end position. 1 finding will be kept beside the figures: 1 difference."
    )
    others = [replace(FINDING, severity=severity) for severity in (Severity.ROUNDING, Severity.CANNOT_BE_CHECKED)]
    assert verdict([POSITION], [], [FINDING, FINDING, *others]).endswith(
        " 4 findings will be kept beside the figures: 2 differences, 1 that cannot be checked and 1 of rounding only."
    )
    assert verdict([POSITION], [], []) == (
        "Ready to publish: Month-end position. Every printed figure agrees with its parts."
    )
    assert verdict([], [], []) == "No table was found."


def test_a_problem_is_told_with_its_place_value_and_what_to_do():
    texts = Reader(problem_table([ERROR, QUESTION], Weight.ERROR, "Problems")).texts
    assert texts[0] == "Problems (1)"
    assert texts[-5:] == [
        "m3.xlsx, Position",
        "C7",
        "<x>",
        "There is text where a number belongs.",
        "Write the number.",
    ]
    assert problem_table([ERROR], Weight.NOTICE, "Said") == ""


def test_of_very_many_problems_the_first_are_listed_and_all_are_counted():
    texts = Reader(problem_table([ERROR] * 700, Weight.ERROR, "Problems")).texts
    assert texts[0] == "Problems (700); the first 500 of 700 are listed"
    assert texts.count("C7") == 500


def test_a_finding_is_told_with_both_figures_and_what_was_checked():
    texts = Reader(finding_tables([FINDING], VIEW)).texts
    assert texts[0] == "Differences to explain"
    assert texts[-9:] == [
        "Within a table: Month-end position", "Acute", "YTD variance Fav/(adv)", "(2)", "(1)", "(1)", "≠", "difference",
        "Variance against its parts. Budget less actual is (1).",
    ]  # fmt: skip
    assert finding_tables([], VIEW) == ""


def test_the_severest_findings_come_first():
    others = [replace(FINDING, severity=severity) for severity in (Severity.ROUNDING, Severity.CANNOT_BE_CHECKED)]
    texts = Reader(finding_tables([*others, FINDING], VIEW)).texts
    titles = ("Differences to explain", "Cannot be checked", "Rounding only")
    assert [text for text in texts if text in titles] == list(titles)


def test_of_very_many_findings_the_first_are_listed_and_all_are_counted():
    texts = Reader(finding_tables([FINDING] * 700, VIEW)).texts
    assert "700 findings" in texts
    assert texts.count("Acute") == 500
    assert texts[-1] == "The first 500 of 700 are listed."
