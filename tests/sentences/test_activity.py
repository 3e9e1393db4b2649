from __future__ import annotations

import dataclasses
from decimal import Decimal

from recovery.sentences import activity
from recovery.sentences.key_figure import KeyFigure
from tests.showing import VIEW, shown, with_cells


def over_plan():
    """Return the activity with referrals of June well above plan."""
    figure = shown("activity")
    june = next(n for n, row in enumerate(figure.records()) if (row["code"], row["month"]) == ("E.M.7", 3))
    return with_cells(figure, june, ytd_actual=Decimal(82113), ytd_variance=Decimal(-2000))


def test_the_measure_furthest_above_plan_is_named():
    assert activity.answer(over_plan(), VIEW) == (
        "To June 2018/19, 1 of 2 activity measures is above plan, furthest Total Referrals (2.5% above)."
    )


def test_where_none_is_above_plan_that_is_said():
    assert activity.answer(shown("activity"), VIEW) == "To June 2018/19, none of the 2 activity measures is above plan."


def test_a_plan_without_actuals_is_said_to_be_one():
    before = dataclasses.replace(VIEW, month=0)
    empty = shown("activity")
    place = empty.position("actual")
    rows = tuple((*row[:place], None, *row[place + 1 :]) for row in empty.rows)
    assert activity.answer(dataclasses.replace(empty, rows=rows), before) == (
        "The activity plan of 2018/19 is loaded; no actuals are, so there is nothing to set against it."
    )


def test_the_key_figures_are_the_measures_furthest_from_plan():
    assert activity.key_figures(shown("activity"), VIEW) == [
        KeyFigure("E.M.8 Consultant Led First Outpatient Attendances", "−0.4%", "302 below plan"),
        KeyFigure("E.M.7 Total Referrals", "0.0%", "On plan"),
    ]


def test_parts_are_never_counted_beside_their_parent():
    codes = [row["code"] for row in activity.parents(shown("activity"), 3)]
    assert codes == ["E.M.7", "E.M.8", "E.M.9", "E.M.10", "E.M.11", "E.M.12"]
    assert activity.family(shown("activity"), "E.M.7") == ["E.M.7", "E.M.7a", "E.M.7b"]
    assert activity.family(shown("activity"), "E.M.7a") == ["E.M.7a"]
    assert activity.family(shown("activity"), "E.M.12") == ["E.M.12"]


def test_a_measure_is_told_month_by_month():
    rows = [row for row in shown("activity").records() if row["code"] == "E.M.7"]
    told = activity.alt(rows, "referrals")
    assert told.startswith(
        "Bars of actual and a line of plan for referrals. April actual 26,000, plan 25,761; May actual 27,000"
    )
    assert told.endswith("March plan 27,146.")
