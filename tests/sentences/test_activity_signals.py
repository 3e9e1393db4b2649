"""Control charts in words: what needs a look, what does not, which rule fired when."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Figure
from recovery.measures.activity_cost import COLUMNS as COST
from recovery.measures.activity_signals import COLUMNS
from recovery.sentences import activity_signals as words

NAMES = [column.name for column in COLUMNS]


def row(place, value=12, code="A", title="Attendances (all)", **cells):
    held = {
        "code": code, "title": title, "year": "2017/18" if place < 12 else "2018/19", "month": place % 12 + 1,
        "value": value, "mean": 10, "lower": 5, "upper": 15, "rule": "none", "variation": "common cause",
        "unit": "a month", **cells,
    }  # fmt: skip
    numbers = {"value", "mean", "lower", "upper"}
    return tuple(
        Decimal(held[name]) if name in numbers and held.get(name) is not None else held.get(name) for name in NAMES
    )


def made(*rows):
    return Figure("spc", "Charts", COLUMNS, rows, ("line",) * len(rows))


def records(*rows):
    return made(*rows).records()


OUTSIDE = {"rule": "outside", "variation": "concern"}


def test_the_sentence_names_concern_and_improvement_and_counts_the_noise():
    figure = made(
        row(0, code="A", title="Attendances (all)", **OUTSIDE),
        row(0, code="B", title="Referrals", rule="shift", variation="improvement"),
        row(0, code="C"),
        row(0, code="D", variation=None, lower=None, upper=None),
    )
    assert words.answer(figure) == (
        "By control chart, A Attendances shows concern; B Referrals shows improvement; the other measure moves by "
        "chance alone; 1 measure has too few months to tell."
    )


def test_where_all_is_noise_that_is_the_answer():
    assert words.answer(made(row(0, code="A"), row(0, code="B"))) == (
        "By control chart, none of 2 measures has moved by more than chance."
    )


def test_only_the_newest_point_of_a_measure_counts_and_many_are_counted():
    past = made(row(0, **OUTSIDE), row(1))
    assert words.answer(past) == "By control chart, none of 1 measure has moved by more than chance."
    many = made(*(row(0, code=code, title="X", **OUTSIDE) for code in "ABCDE"))
    assert words.answer(many) == "By control chart, A X, B X, C X and 2 more show concern."
    assert words.answer(made(row(0, None))) == ""


def test_what_wants_looking_at_stands_first():
    figure = made(
        row(0, code="A"),
        row(0, code="B", rule="shift", variation="neutral"),
        row(0, code="C", rule="shift", variation="improvement"),
        row(0, code="D", **OUTSIDE),
    )
    assert [rows[0]["code"] for rows in words.in_need_first(figure)] == ["D", "C", "B", "A"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, "June 2017/18: 12 a month, mean 10, limits 5 to 15. That is within what chance alone gives."),
        (
            {"value": 16, **OUTSIDE},
            "June 2017/18: 16 a month, mean 10, limits 5 to 15. A point outside the process limits.",
        ),
        (
            {"lower": None, "upper": None},
            "June 2017/18: 12 a month, mean 10. With 1 month there are too few for limits.",
        ),
    ],
)
def test_a_measure_stands_in_a_sentence(cells, expected):
    assert words.standing(records(row(2, **cells))) == expected


def test_every_signal_says_from_when_to_when_by_which_rule_and_what_it_means():
    rows = records(
        row(0, 20, **OUTSIDE),
        row(1, 11),
        row(2, 8, rule="shift", way="down", variation="improvement"),
        row(3, 7, rule="shift", way="down", variation="improvement"),
        row(4, 9, rule="trend", way="up", variation="neutral"),
        row(5, 13, rule="trend", way="up", variation="neutral"),
    )
    assert words.signals(rows) == [
        "April 2017/18: a point outside the process limits (concern)",
        "June 2017/18 to July 2017/18: a shift: points in a row below the mean (improvement)",
        "August 2017/18 to September 2017/18: a trend: points in a row that each rise (neither better nor worse)",
    ]
    assert words.alt(rows, "A").endswith("points in a row that each rise (neither better nor worse).")
    assert words.alt(records(row(0, None)), "A") == "Control chart of A without a point."


def test_a_trend_is_said_to_go_where_it_goes_whatever_the_side_of_the_mean_and_however_few_its_months():
    trend = [row(place, value, rule="trend", way="up") for place, value in enumerate((9, 11, 12))]
    rows = records(*trend, row(3, 20, **OUTSIDE), row(4, 8, rule="trend", way="up"))
    assert words.signals(rows)[0].startswith("April 2017/18 to June 2017/18: a trend: points in a row that each rise")
    assert words.standing(rows).endswith("A trend: points in a row that each rise.")
    assert words.standing(records(row(0, 12, rule="trend", way="down"))).endswith("that each fall.")


def test_a_measure_that_is_no_longer_reported_is_no_news_of_today():
    figure = made(row(0, code="A", title="Old", **OUTSIDE), row(14, code="B"))
    assert words.answer(figure) == (
        "By control chart, none of 1 measure has moved by more than chance; A Old was last reported for April 2017/18."
    )
    assert [rows[0]["code"] for rows in words.in_need_first(figure)] == ["B", "A"]
    two = made(row(0, code="A", title="Old"), row(1, code="C", title="Older"), row(14, code="B"))
    assert words.answer(two).endswith("A Old and C Older were last reported for May 2017/18 or earlier.")


def test_months_that_are_missing_between_are_counted():
    assert words.missing(records(row(0), row(1))) == ""
    assert words.missing(records(row(0), row(2), row(3, None))) == "1 month between is missing"
    assert words.missing(records(row(10), row(11, None), row(14))) == "3 months between are missing"
    assert words.missing(records(row(0, None))) == ""
    assert "to July 2017/18; 2 months between are missing. July" in words.alt(records(row(0), row(3)), "A")


def cost(volume, price, whole, title=None):
    total = {
        "code": "Total",
        "title": title,
        "month": 3,
        "volume_variance": volume,
        "price_variance": price,
        "cost_variance": whole,
    }
    cells = tuple(
        Decimal(total[one.name])
        if one.kind == "money" and isinstance(total.get(one.name), int)
        else total.get(one.name)
        for one in COST
    )
    return Figure("activity-cost", "Cost", COST, (cells,), ("total",))


def test_the_cost_of_activity_is_volume_and_price():
    assert words.cost_answer(cost(-400_000, 100_000, -300_000)) == (
        "Against plan from April to June, activity is £0.3m adverse: volume is £0.4m adverse, price £0.1m favourable."
    )
    assert words.cost_answer(cost(-400_000, None, None)) == (
        "Against plan from April to June, volume is £0.4m adverse at planned prices; what every measure has cost is "
        "not known."
    )
    assert words.cost_answer(cost(-400_000, None, None, "Without B, C")).endswith(
        "Left out, as not every month has a plan, an actual and a price: B, C."
    )
    assert words.cost_answer(Figure("activity-cost", "Cost", COST, (), ())).startswith("No measure with a price")
