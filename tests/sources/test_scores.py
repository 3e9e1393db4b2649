"""Likelihoods that are scores from 1 to 5, and percentages that only look like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sources.grids import IN_THOUSANDS, column, grid, reading_of, rules, table_of

ROWS = "\nR1|Beds|4000|4\nR2|Drugs|400|2\nR3|Staff|40|"
SCORED = [70_000_000, 30_000_000, None]


def register(heading: str, rows: str = ROWS) -> str:
    return f"Ref|Risk|Gross value|{heading}{rows}"


def test_whole_numbers_from_1_to_5_are_asked_about():
    reading = reading_of(grid(register("Probability")))
    assert [(one.rule, one.option, one.choices) for one in reading.questions] == [
        ("scores-or-percentages", "likelihood", ("score", "percent"))
    ]
    assert "1 is 10 %, 2 is 30 %, 3 is 50 %, 4 is 70 %, 5 is 90 %" in reading.questions[0].to_do


@pytest.mark.parametrize(("answer", "expected"), [("score", SCORED), ("percent", [4_000_000, 2_000_000, None])])
def test_the_answer_says_which(answer, expected):
    found = table_of(register("Probability"), replace(IN_THOUSANDS, likelihood=answer))
    assert column(found, "probability") == expected


@pytest.mark.parametrize("heading", ["Likelihood score", "Likelihood (1-5)", "Likelihood score (1-5)"])
def test_a_heading_of_scores_is_believed_and_said(heading):
    reading = reading_of(grid(register(heading)))
    assert column(reading.tables[0], "probability") == SCORED
    assert (reading.questions, "scores-read" in rules(reading)) == ((), True)


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Probability %", ("5", "2", "5"), [5, 2, 5]),
        ("Probability", ("5", "10", "2"), [5, 10, 2]),
        ("Probability", ("5%", "2%", "1%"), [5, 2, 1]),
        ("Probability", ("1", "1", "1"), [100, 100, 100]),
        ("Probability", ("0.5", "1", "0.25"), [50, 100, 25]),
    ],
)
def test_percentages_stay_what_they_are(heading, cells, expected):
    rows = "".join(f"\nR{place}|Beds {place}|40|{cell}" for place, cell in enumerate(cells))
    assert column(table_of(register(heading, rows)), "probability") == [one * 1_000_000 for one in expected]


def test_a_likelihood_in_words_is_read_by_the_scale_and_said():
    rows = "\nR1|Beds|4000|High\nR2|Drugs|400|4 - Likely\nR3|Staff|40|25%\nR4|Rent|40|Almost certain"
    reading = reading_of(grid(register("Likelihood", rows)))
    assert column(reading.tables[0], "probability") == [70_000_000, 70_000_000, 25_000_000, 90_000_000]
    (said,) = [one for one in reading.notices if one.rule == "likelihood-words-read"]
    assert said.message == "'Likelihood' holds words: High is 70 %, 4 - Likely is 70 %, Almost certain is 90 %."


def test_a_likelihood_that_nobody_knows_is_not_to_be_left_blank_which_would_be_certain():
    reading = reading_of(grid(register("Likelihood", "\nR1|Beds|4000|Who knows\nR2|Drugs|400|10%")))
    assert [one.cell for one in reading.errors] == ["D2"]
    assert "such as 25%" in reading.errors[0].to_do
