from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Mark
from recovery.measures.bridge import Bridge, bridge
from recovery.sentences import plan
from recovery.sentences.key_figure import KeyFigure
from tests.showing import EFFICIENCY, QIPP, VIEW, shown


def test_the_plan_is_told_by_its_deficit_its_start_and_its_savings():
    assert plan.answer(shown("plan"), VIEW, QIPP) == (
        "The 2018/19 plan is a deficit of £35.1m. "
        "It starts from a recurrent deficit of £49.1m and counts on QIPP savings of £35.1m."
    )


def test_the_plan_has_five_key_figures():
    assert plan.key_figures(shown("plan"), VIEW, QIPP) == [
        KeyFigure("2018/19 plan", "(£35.1m)", "Deficit"),
        KeyFigure("Recurrent exit", "(£49.1m)", "Deficit"),
        KeyFigure("Planned spend", "£1,216.1m", "2.0% on recurrent exit"),
        KeyFigure("Planned QIPP", "£35.1m", "2.9% of planned spend"),
        KeyFigure("Growth", "£43.6m", "Added before savings"),
    ]


def test_the_waterfall_is_told_step_by_step():
    assert plan.alt(bridge(shown("plan", computed=True), VIEW)) == (
        "Waterfall chart. 2017/18 outturn: a deficit of £48.2m. Steps, in brackets where they worsen the position: "
        "Non-recurrent items (£0.9m); Increase in allocation £37.9m; Inflation (£5.5m); Growth (£43.6m); "
        "MHIS and GPFV (£2.8m); Other recurrent investment (£5.5m); Non-recurrent investment (£1.9m); "
        "Contingency (£0.2m); Other reserves (£15k); Planned QIPP £35.5m. 2018/19 plan: a deficit of £35.1m."
    )


def test_a_plan_without_ends_has_no_bridge_to_tell():
    assert plan.alt(Bridge((), net=True)).startswith("No bridge can be drawn")


def test_totals_that_the_waterfall_does_not_add_to_are_told_with_both_figures():
    marks = {
        (13, "other_reserves"): Mark(Decimal(-376_000), Decimal(15_000), "difference"),
        (13, "planned_qipp"): Mark(Decimal(-35_142_000), Decimal(-35_533_000), "difference"),
    }
    assert shown("plan").kinds[13] == "total"
    assert plan.apart(replace(shown("plan"), marks=marks)) == (
        "Not every total in the plan agrees with its lines: "
        "Other reserves is (£0.4m) as reported but £15k added up from the lines and "
        "Planned QIPP is £35.1m as reported but £35.5m added up from the lines, as drawn."
    )


def test_totals_apart_by_less_than_the_last_digit_of_millions_are_told_in_thousands():
    marks = {(13, "growth"): Mark(Decimal(43_573_000), Decimal(43_570_000), "difference")}
    assert "Growth is £43,573k as reported but £43,570k added up" in plan.apart(replace(shown("plan"), marks=marks))


def test_a_plan_whose_totals_agree_or_differ_by_rounding_needs_no_word_of_it():
    marks = {(13, "growth"): Mark(Decimal(43_573_000), Decimal(43_572_000), "rounding")}
    assert plan.apart(replace(shown("plan"), marks={})) == ""
    assert plan.apart(replace(shown("plan"), marks=marks)) == ""
    assert (
        plan.apart(replace(shown("plan"), marks={(1, "growth"): replace(marks[13, "growth"], severity="difference")}))
        == ""
    )


def test_the_plan_is_told_in_the_organisation_s_words():
    assert plan.answer(shown("plan"), VIEW, EFFICIENCY).endswith("and counts on efficiency savings of £35.1m.")
    assert plan.key_figures(shown("plan"), VIEW, EFFICIENCY)[3].label == "Planned efficiency"
