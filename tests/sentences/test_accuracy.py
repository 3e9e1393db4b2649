from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.measures.accuracy import COLUMNS, FROM_PLAN
from recovery.measures.forecast_range import COLUMNS as RANGE
from recovery.sentences import accuracy
from recovery.sentences.key_figure import KeyFigure
from tests.showing import small


def record(
    line: str, outturn: int, bias: int | Decimal, size: int | Decimal, *errors: int | None, year: str = "2017/18"
):
    pounds = [None if error is None else Decimal(error) * 1000 for error in (*errors, *[None] * (11 - len(errors)))]
    ends = [Decimal(amount) * 1000 for amount in (outturn, bias, size)]
    return (
        year,
        line,
        ends[0],
        "month 12",
        sum(error is not None for error in errors),
        *ends[1:],
        Decimal("50.9"),
        *pounds,
    )


def shown(*rows):
    kinds = {"Net position": "net", "Total spend": "total"}
    made = small(list(rows), *COLUMNS)
    return replace(made, kinds=tuple(kinds.get(str(row[1]), "line") for row in rows))


NET = record("Net position", -48200, -24600, 24600, -32700, -32700, -32700)


def test_a_forecast_that_was_better_than_what_came_is_told_with_both():
    assert accuracy.answer(shown(NET), 3) == (
        "In 2017/18 the month 3 forecast was £32.7m better than what came: a deficit of £15.5m, where a deficit of "
        "£48.2m came. Its 3 forecasts before the year's end were out by £24.6m on average, every one too optimistic."
    )


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        ((4000, 6000), "£5.0m on average, every one too cautious."),
        ((-5000, 5000), "£5.0m on average, as often too optimistic as too cautious."),
        ((-8000, 2000), "£5.0m on average, on balance £3.0m too optimistic."),
        ((*[-3000] * 3, *[0] * 8), "£0.8m on average, on balance £0.8m too optimistic."),
        ((-10000, 5000, 5000), "£6.7m on average, on balance neither too optimistic nor too cautious."),
        ((0, 0), "out by £0.0m on average."),
    ],
)
def test_which_way_forecasts_erred_is_told_by_counting_them(errors, said):
    bias, size = (Decimal(sum(one)) / len(errors) for one in (errors, map(abs, errors)))
    assert accuracy.answer(shown(record("Net position", -48200, bias, size, *errors)), 1).endswith(said)


def test_a_month_without_a_forecast_and_a_year_of_spend_alone_are_told():
    assert accuracy.answer(shown(NET), 12).startswith("Of 2017/18 there is no forecast of this month to hold against")
    spend = shown(record("Total spend", 1200, -100, 100, -100))
    assert "£0.1m better than what came: spend of £1.1m, where spend of £1.2m came." in accuracy.answer(spend, 1)
    assert accuracy.answer(shown(), 3).startswith("No year's net position or spend")


def test_an_outturn_that_a_plan_only_expects_is_called_so():
    year, line, outturn, _, *errors = NET
    expected = shown((year, line, outturn, FROM_PLAN, *errors))
    assert accuracy.answer(expected, 3).startswith(
        "In 2017/18 the month 3 forecast was £32.7m better than what the next year's plan expects: a deficit of "
        "£15.5m, where a deficit of £48.2m is expected."
    )
    assert accuracy.key_figures(expected, 3)[0] == KeyFigure("2017/18 is expected at", "(£48.2m)")


def test_several_years_are_told_together():
    both = shown(
        record("Net position", 0, -1000, 2000, -1, year="All years"),
        NET,
        record("Net position", 1, 1, 1, 1, year="2016/17"),
    )
    assert accuracy.answer(both, 3).endswith(
        "Over 2 years they were out by £2.0m on average, on balance £1.0m too optimistic."
    )


def test_the_key_figures_say_which_way_it_came():
    assert accuracy.key_figures(shown(NET), 3) == [
        KeyFigure("2017/18 came to", "(£48.2m)"),
        KeyFigure("Month 3 forecast out by", "(£32.7m)", "Came worse", "bad"),
        KeyFigure("Out by on average", "£24.6m", "50.9% of what came"),
        KeyFigure("Came in on average", "(£24.6m)", "Came worse", "bad"),
    ]


def ranged(*rows):
    made = small(list(rows), *RANGE)
    return replace(made, kinds=tuple("net" if row[0] == "Net" else "line" for row in rows))


def test_this_months_forecast_is_read_with_its_history():
    pounds = [Decimal(amount) * 1_000_000 for amount in (-35, -32, 32, -67, -3)]
    row = ("Net", pounds[0], 1, *pounds[1:3], None, *pounds[3:], "")
    assert accuracy.range_said(ranged(row), 3) == (
        "In 1 finished year what came was on average £32.0m worse than forecast at month 3. As far out again either "
        "way, this year would end between a deficit of £67.0m and a deficit of £3.0m."
    )
    assert accuracy.range_said(ranged(("Net", pounds[0], *[None] * 6, "")), 3).startswith(
        "No finished year has a forecast of June"
    )


def called(line: str, earlier: str = ""):
    return (line, *[None] * 7, earlier)


def test_lines_without_a_counterpart_are_named():
    now = ranged(called("Acute"), called("Mental Health Services"))
    then = shown(record("ACUTE", 1, 1, 1, 1), record("Mental Health", 1, 1, 1, 1))
    assert accuracy.counterparts_said(now, then) == (
        "Lines are compared by name. No earlier year has a line called Mental Health Services; this one has none "
        "called Mental Health."
    )
    same = shown(*[record(one, 1, 1, 1, 1) for one in now.values("line")])
    assert accuracy.counterparts_said(now, same) == ""


def test_lines_that_were_taken_as_one_are_named_with_both_names():
    now = ranged(called("Mental Health Services", "Mental health; MH"), called("Other"), called("Care", "Nursing"))
    then = shown(*[record(one, 1, 1, 1, 1) for one in ("Mental Health", "MH", "Other", "Nursing", "Estates")])
    assert accuracy.counterparts_said(now, then) == (
        "Lines are compared by name. Taken as one: Mental Health Services with Mental health and MH, Care with "
        "Nursing. This year has none called Estates."
    )


def test_the_months_are_told_for_those_who_do_not_see_the_chart():
    told = accuracy.months_alt(shown(NET).records()[0])
    assert told.endswith("forecast of 2017/18. April (£32.7m); May (£32.7m); June (£32.7m).")
