from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Figure
from recovery.sentences import triangulation as words
from recovery.sentences.key_figure import KeyFigure
from tests import triangulated as worked


def total_with(shown: Figure, **cells: object) -> Figure:
    """Return a figure with other cells in its last row."""
    last = list(shown.rows[-1])
    for name, value in cells.items():
        last[shown.position(name)] = value  # type: ignore[call-overload]
    return replace(shown, rows=(*shown.rows[:-1], tuple(last)))


def test_triangulation_opens_with_whether_it_is_one_story_and_where_it_is_not():
    assert words.answer(worked.triangulation(), worked.reductions()) == (
        "Not one story: the budget gives up £1.5m, the targets ask for £1.5m and schemes are worth £1.3m; "
        "1 of 3 areas does not agree, furthest apart is Beds (£0.2m). "
        "Activity that schemes say they remove is worth £0.6m at unit prices, where the activity plan takes out £0.7m, "
        "against £1.0m of schemes in Acute."
    )


def test_totals_that_agree_over_areas_that_do_not_are_said_to_be_that():
    near = total_with(worked.triangulation(), largest_difference=Decimal(1_000))
    assert words.answer(near, None).startswith("One story in total, but not area by area: the budget gives up")


def test_where_every_area_agrees_it_is_one_story():
    shown = worked.triangulation(left=False)
    agreeing = replace(
        total_with(shown, largest_difference=Decimal(0)),
        rows=(shown.rows[0], shown.rows[2], total_with(shown, largest_difference=Decimal(0)).rows[-1]),
        kinds=("line", "line", "total"),
    )
    parting = total_with(agreeing, largest_difference=Decimal(200_000))
    assert "every area agrees, so that they part in what is not mapped" in words.answer(parting, None)
    assert words.answer(agreeing, None).startswith(
        "One story: the budget gives up £1.5m, the targets ask for £1.5m and schemes are worth £1.3m, "
        "and the total and every area agree within 2%."
    )


def test_one_table_alone_has_nothing_to_be_compared_with():
    alone = total_with(worked.triangulation(), budget_qipp=None, identified=None)
    assert words.answer(alone, None).startswith(
        "There is nothing to compare yet: the targets ask for £1.5m, and no other table is loaded."
    )


def test_a_proposed_map_is_said_to_be_one():
    assert words.answer(worked.triangulation(worked.PROPOSED), None).endswith(words.PROPOSED)
    assert words.PROPOSED not in words.answer(worked.triangulation(), None)


def test_activity_without_a_price_or_without_any_scheme_is_said_so():
    unpriced = total_with(worked.triangulation(), activity_value=None)
    assert words.activity_said(unpriced, worked.reductions()) == words.NO_PRICE
    assert words.activity_said(unpriced, worked.reductions(removed=None)) == "No scheme says which activity it removes."
    assert words.activity_said(unpriced, None) == ""


def test_the_key_figures_are_the_totals_the_area_furthest_apart_and_the_activity():
    assert words.key_figures(worked.triangulation()) == [
        KeyFigure("Out of the budget", "£1.5m", "Lines add to £1.6m"),
        KeyFigure("Targets", "£1.5m"),
        KeyFigure("Schemes identified", "£1.3m"),
        KeyFigure("Furthest apart", "£0.2m", "Beds", "bad"),
        KeyFigure("Activity removed × price", "£0.6m", "By schemes"),
    ]


def test_what_the_map_leaves_out_is_counted_and_the_largest_named():
    assert words.left_out_said(worked.triangulation()) == (
        "1 line, area or code is not mapped, 1 of them with a saving; the largest is Estates (target area) with £0.1m."
    )
    assert words.left_out_said(worked.triangulation(left=False)).startswith("Everything is mapped")


def test_activity_is_held_against_the_plan_measure_by_measure():
    assert words.reductions_said(worked.reductions()) == (
        "In 1 of 1 measure schemes do not remove what the activity plan takes out; most in E.M.8, 20 fewer. "
        "There is no unit price for what they remove of E.M.8 (30)."
    )
    assert words.reductions_said(worked.reductions(100, None)) == (
        "Schemes remove exactly what the activity plan takes out, in every measure."
    )


def test_where_no_scheme_says_what_it_removes_schemes_are_not_said_to_remove_nothing():
    assert words.reductions_said(worked.reductions(None, None)) == (
        "No scheme says which activity it removes. Nothing can be held against what the activity plan takes out."
    )


def test_without_an_activity_plan_there_is_nothing_to_hold_activity_against():
    shown = worked.reductions()
    place = shown.position("activity_reduction_in_plan")
    without = replace(shown, rows=tuple((*row[:place], None, *row[place + 1 :]) for row in shown.rows))
    assert words.reductions_said(without).startswith("There is no activity plan to hold against")
    assert words.map_saved(1) == "The map of areas is saved: 1 change, with the reason."


def test_the_budgets_of_plan_and_position_are_compared_in_total():
    assert words.budgets_said(worked.triangulation()) == (
        "The position's annual budgets come to £5.1m, £0.1m more than the financial plan's."
    )
    assert words.budgets_said(total_with(worked.triangulation(), position_budget=None)) == ""


def test_the_chart_is_told_area_by_area():
    assert words.alt(worked.triangulation()).startswith(
        "Dot chart of what each table says by area. Acute: out of the budget £1.0m, target £1.0m, identified £1.0m,"
    )


def test_one_thing_without_a_saving_is_named():
    shown = worked.triangulation()
    rows = list(shown.rows)
    rows[-2] = (rows[-2][0], *[None] * 6, *rows[-2][7:])
    assert words.left_out_said(replace(shown, rows=tuple(rows))) == (
        "Estates (target area) is not mapped; no saving stands on it."
    )
