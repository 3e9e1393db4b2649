"""Each part of a scheme's rating by its rule, the worst of them, and what goes before it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.programme.scheme import Assessment, Kpi, Milestone, SchemeRisk
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, profile, scheme
from tests.engine.kept import kept
from tests.measures.looking import at_month_3, row

DAY = dt.date(2018, 6, 30)


def rated(**given) -> dict:
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(**given), 3)
    happening.happens("Q1", "ticked", DAY, item="described", evidence="Seen")
    engine.happen(*happening.events)
    return row(at_month_3(engine, "ratings"), "Q1")


def kpi(actual: object, direction: str = "down", month: int = 3) -> Kpi:
    return Kpi("Items", "a month", Decimal(100), Decimal(40), direction, ((month, Decimal(actual)),))


def due(days_ago: int, **given) -> Milestone:
    return Milestone("Agreed", DAY - dt.timedelta(days=days_ago), **given)


@pytest.mark.parametrize(
    ("milestones", "rating"),
    [
        ((), "Not rated"),
        ((due(-1),), "Green"),
        ((due(0),), "Green"),
        ((due(1),), "Amber"),
        ((due(30),), "Amber"),
        ((due(31),), "Red"),
        ((due(31, done=DAY),), "Green"),
        ((due(-10, forecast=DAY + dt.timedelta(days=41)),), "Red"),
        ((due(-10, forecast=DAY + dt.timedelta(days=40)),), "Amber"),
        ((due(-10, forecast=DAY + dt.timedelta(days=5)),), "Green"),
        ((due(5, forecast=DAY - dt.timedelta(days=5)),), "Amber"),
        ((Milestone("Without a date"),), "Not rated"),
        ((due(-1), due(31)), "Red"),
    ],
)
def test_milestones_are_rated_by_days_late_or_expected_to_be(milestones, rating):
    assert rated(milestones=milestones)["milestones"] == rating


@pytest.mark.parametrize(
    ("lines", "rating"),
    [
        (profile(100), "Not rated"),
        (profile(100, [100] * 3), "Green"),
        (profile(100, [95] * 3), "Green"),
        (profile(100, [95, 95, "94.99"]), "Amber"),
        (profile(100, [75] * 3), "Amber"),
        (profile(100, [75, 75, "74.99"]), "Red"),
        (profile(100, [100] * 3, [90] * 9), "Amber"),
        (profile(100, [100] * 3, [60] * 9), "Red"),
        (profile(100, (), [100] * 9), "Amber"),
        (profile(0, [5] * 3), "Not rated"),
    ],
)
def test_finance_is_rated_by_delivery_to_date_and_by_forecast_against_plan(lines, rating):
    assert rated(profile=lines)["finance"] == rating


@pytest.mark.parametrize(
    ("kpis", "rating"),
    [
        ((), "Not rated"),
        ((kpi(85),), "Green"),
        ((kpi("85.01"),), "Red"),
        ((kpi(85), kpi(90)), "Amber"),
        ((kpi(85), kpi(90), kpi(90)), "Red"),
        ((kpi(40, month=4),), "Not rated"),
        ((Kpi("Items", "", Decimal(40), Decimal(100), "up", ((3, Decimal(55)),)),), "Green"),
        ((Kpi("Items", "", Decimal(40), Decimal(100), "up", ((3, Decimal(54)),)),), "Red"),
        ((Kpi("Items", "", None, Decimal(100), "up", ((3, Decimal(54)),)),), "Not rated"),
    ],
)
def test_kpis_are_rated_by_the_straight_line_from_baseline_to_target(kpis, rating):
    assert rated(kpis=kpis)["kpis"] == rating


def test_the_newest_actual_of_a_kpi_counts():
    newest = Kpi("Items", "", Decimal(100), Decimal(40), "down", ((2, Decimal(99)), (3, Decimal(85))))
    assert rated(kpis=(newest,))["kpis"] == "Green"


@pytest.mark.parametrize(
    ("risks", "rating"),
    [
        ((), "Not rated"),
        ((SchemeRisk("Small", 2, 3),), "Green"),
        ((SchemeRisk("Middling", 2, 4),), "Amber"),
        ((SchemeRisk("Large", 3, 5),), "Red"),
        ((SchemeRisk("Over", 5, 5, is_open=False),), "Green"),
    ],
)
def test_risks_are_rated_by_the_highest_open_score(risks, rating):
    assert rated(risks=risks)["risks"] == rating


@pytest.mark.parametrize(
    ("assessments", "rating"),
    [
        ((), "Not rated"),
        ((Assessment("quality"),), "Not rated"),
        ((Assessment("quality", 4, outcome="proceed"),), "Green"),
        ((Assessment("quality", 8, outcome="proceed"),), "Amber"),
        ((Assessment("quality", 4, outcome="Proceed with mitigations"),), "Amber"),
        ((Assessment("quality", 4, outcome="Stop"),), "Red"),
        ((Assessment("quality", 4, stage_2_needed=True),), "Red"),
        ((Assessment("quality", 4, outcome="proceed"), Assessment("equality", 4, stage_2_needed=True)), "Red"),
    ],
)
def test_quality_is_rated_by_the_impact_assessments(assessments, rating):
    assert rated(assessments=assessments)["quality"] == rating


def test_the_worst_part_is_the_computed_rating_and_says_its_rule():
    found = rated(risks=(SchemeRisk("Middling", 2, 4),), milestones=(due(-1),))
    assert (found["computed"], found["rag"]) == ("Amber", "Amber")
    assert (
        found["why"]
        == "Risks: Red when an open risk scores 15 or more (likelihood × consequence); amber 8 or more; else green"
    )


def test_a_rating_set_by_hand_goes_before_the_computed_one_and_that_before_the_reported_one():
    found = at_month_3(kept(), "ratings")
    named = {
        record["ref"]: [record[name] for name in ("computed", "reported", "override", "rag")]
        for record in found.records()
    }
    assert named == {
        "Q1": ["Red", "", "", "Red"],
        "Q2": ["Not rated", "Green", "", "Green"],
        "Q3": ["Green", "", "Red", "Red"],
        "Q8": ["Not rated", "", "", "Not rated"],
    }
    assert row(found, "Q3")["override_reason"] == "Supplier may fail"
    assert row(found, "Q2")["why"] == ""


def test_another_programme_says_it_in_its_own_words():
    engine, happening = FilledEngine(), Happening("QXX")
    happening.begin(scheme(risks=(SchemeRisk("Large", 5, 5),)))
    engine.happen(*happening.events)
    assert figure("ratings", engine, View("QXX", FinancialYear(2018), 3)).records()[0]["computed"] == "High risk"
