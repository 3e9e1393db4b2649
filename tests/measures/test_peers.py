"""Where one commissioner stands among all: growth, rank, quartiles, who is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.measures.peers import months_said
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded

VIEW = View("X01", FinancialYear(2018), 3)


def returned(counts, *, years=(2017, 2018), month=3):
    """Return a return of non-elective admissions: by commissioner, a count for each of some years."""
    rows = [
        {"code": code, "name": f"NHS {code}", "financial_year": year, "month": month, "non_elective": count}
        for code, row in counts.items()
        for year, count in zip(years, row, strict=True)
        if count is not None
    ]
    return Loaded(table("activity-return", rows))


def own(engine, view=VIEW):
    (record,) = figure("peers", engine, view).records()
    return record


FOUR = {"X01": (100, 110), "X02": (200, 210), "X03": (300, 330), "X04": (400, 400)}


def test_a_few_commissioners_have_ranks_and_no_funnel():
    found = own(FilledEngine(returned(FOUR)))
    assert (found["rank"], found["compared"], found["left_out"]) == (1, 4, 0)
    assert (found["upper_limit"], found["standing"], found["spread"]) == (None, None, None)


def test_commissioners_that_merged_count_towards_england_and_are_left_out_of_the_ranks():
    merged = {**FOUR, "X05": (500, None), "X06": (500, None), "X07": (None, 1050)}
    found = own(FilledEngine(returned(merged)))
    assert (found["compared"], found["left_out"]) == (4, 3)
    assert found["england_growth"] == 5  # 2,100 / 2,000


def test_a_code_without_peers_counts_towards_england_alone():
    found = own(FilledEngine(returned({**FOUR, "X24": (1000, 3000)})))
    assert (found["compared"], found["left_out"], found["rank"]) == (4, 1, 1)
    assert found["england_growth"] == Decimal("102.5")


def test_only_months_with_returns_of_both_years_are_compared():
    engine = FilledEngine(
        returned({"X01": (100, 120)}, month=1),
        returned({"X01": (100, 140)}, month=2),
        returned({"X01": (900,)}, years=(2018,)),
    )
    found = own(engine)
    assert (found["month"], found["actual"], found["ytd"]) == (3, 900, 1160)
    assert (found["compared_months"], found["this_year"], found["last_year"]) == ("April to May", 260, 200)
    assert found["growth"] == 30


def test_a_commissioner_that_misses_one_of_the_months_is_not_compared():
    engine = FilledEngine(returned(FOUR, month=1), returned({**FOUR, "X01": (None, 9)}, month=2))
    found = own(engine)
    assert (found["ytd"], found["growth"], found["rank"], found["left_out"]) == (119, None, None, 1)


def test_an_organisation_without_a_row_sees_england_and_no_place_of_its_own():
    found = own(FilledEngine(returned({"Y1": (100, 110), "Y2": (100, 100)})))
    assert (found["actual"], found["growth"], found["rank"]) == (None, None, None)
    assert (found["england_growth"], found["median"]) == (5, 5)


def test_a_later_return_of_the_same_month_takes_the_place_of_the_earlier():
    engine = FilledEngine(returned(FOUR), returned({"X01": (150,)}, years=(2018,)))
    assert own(engine)["growth"] == 50


def test_rows_of_one_commissioner_alone_are_no_england():
    engine = FilledEngine(returned({"X01": (100, 110)}), returned({"X02": (100, 140)}))
    found = own(engine)
    assert found["growth"] == 10
    unknown = ("england_growth", "rank", "compared", "left_out", "median", "spread", "standing")
    assert [found[name] for name in unknown] == [None] * 7
    assert [row["rank"] for row in figure("commissioners", engine, VIEW).records()] == [None, None]


def test_months_of_which_one_is_not_held_of_all_are_no_england():
    engine = FilledEngine(returned(FOUR, month=2), returned({"X01": (100, 110)}))
    assert own(engine)["england_growth"] is None
    assert own(engine, View("X01", FinancialYear(2018), 2))["england_growth"] == 5


def test_a_return_of_all_that_is_loaded_again_takes_the_place_of_the_whole_month():
    engine = FilledEngine(returned({**FOUR, "X05": (500, 900)}), returned(FOUR))
    found = own(engine)
    assert (found["england_growth"], found["compared"]) == (5, 4)


def test_a_commissioners_row_alone_takes_the_place_of_that_row():
    found = own(FilledEngine(returned(FOUR), returned({"X01": (100, 210)})))
    assert (found["england_growth"], found["compared"]) == (15, 4)


def test_a_code_is_one_commissioner_whatever_its_case():
    found = own(FilledEngine(returned(FOUR), returned({"x01": (150,)}, years=(2018,))))
    assert (found["growth"], found["england_growth"], found["compared"]) == (50, 9, 4)


def test_the_newest_return_up_to_the_month_looked_at_is_shown():
    engine = FilledEngine(returned({"X01": (100, 120)}, month=1), returned({"X01": (100, 140)}, month=2))
    assert own(engine, View("X01", FinancialYear(2018), 7))["month"] == 2
    assert own(engine, View("X01", FinancialYear(2018), 1))["month"] == 1
    assert own(engine, View("X01", FinancialYear(2018), 0))["month"] == 2


def test_another_organisations_returns_stay_its_own():
    with pytest.raises(NothingLoaded, match=r"Load the monthly activity return \(activity-return\) first"):
        figure("peers", FilledEngine(returned(FOUR)), View("X02", FinancialYear(2018), 3))


def test_months_are_said_as_a_stretch_where_they_follow_each_other():
    assert months_said([1, 2, 3]) == "April to June"
    assert months_said([1, 3]) == "April, June"
    assert months_said([2]) == "May"
    assert months_said([]) == ""
