from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from recovery.programme.checklist import approvals_needed, approvals_outstanding, checked, stands_in_the_way
from recovery.programme.checklist_tests import TESTS
from recovery.programme.configuration import programme_of, programmes
from recovery.programme.folding import fold
from recovery.programme.scheme import Assessment, Kpi, Milestone, ProfileMonth
from recovery.programme.state import Approval, Condition, SchemeState, Status, Tick
from tests.programme.building import DAY, event, scheme

QIPP = programme_of("06H")
QUALITY, EQUALITY = scheme().assessments
DUE = dt.date(2018, 7, 1)


def at(stage: int = 0, **changes: Any) -> SchemeState:
    return fold([event(1, "brought in", scheme=scheme(**changes), stage=stage, status="live")])


CONDITION = Condition(1, "finance-review", "Sign the lease", "Estates", DUE)

ANSWERS = [
    ("described", {}, True, "Title, area and description are there"),
    ("described", {"description": " ", "area": ""}, False, "There is no area and no description"),
    ("lead_and_sro", {"lead": "A", "sro": "B"}, True, "The lead is A, the SRO B"),
    ("lead_and_sro", {"sro": ""}, False, "No SRO is named"),
    ("lead_and_sro", {"lead": "", "sro": ""}, False, "No lead and no SRO is named"),
    ("valued", {}, True, "The net value is £120,000.00: £150,000.00 gross less £30,000.00 investment"),
    ("valued", {"gross_saving": None}, True, "The net value is £120,000.00"),
    ("valued", {"net_value": Decimal(0)}, False, "The net value is £0.00, not above nought"),
    (
        "valued",
        {"investment": None},
        False,
        "£150,000.00 gross less £0.00 investment is £150,000.00, the net value is £120,000.00",
    ),
    ("impact_assessed", {}, True, "Quality and equality impact are assessed"),
    ("impact_assessed", {"assessments": (QUALITY,)}, False, "Equality impact is not assessed"),
    (
        "impact_assessed",
        {"assessments": (replace(QUALITY, outcome=""), replace(EQUALITY, stage_2_score=None))},
        False,
        "The quality assessment has no outcome and the equality assessment needs stage 2, which is not done",
    ),
    (
        "impact_assessed",
        {"assessments": (Assessment("quality"), EQUALITY)},
        False,
        "The quality assessment has no stage 1 score",
    ),
    (
        "impact_assessed",
        {"assessments": (Assessment("quality"), QUALITY, EQUALITY)},
        True,
        "Quality and equality impact are assessed",
    ),
    ("profile_sums", {}, True, "The monthly plan adds up to the net value, £120,000.00"),
    (
        "profile_sums",
        {"net_value": Decimal(125_000)},
        False,
        "The monthly plan adds up to £120,000.00, the net value is £125,000.00",
    ),
    ("profile_sums", {"profile": ()}, False, "There is no monthly plan; the net value is £120,000.00"),
    (
        "profile_sums",
        {"profile": (ProfileMonth(1, Decimal(70_000)), ProfileMonth(1, Decimal(50_000), recurrent=False))},
        True,
        "The monthly plan adds up to the net value, £120,000.00",
    ),
    ("milestones_dated", {}, True, "Every milestone has a due date"),
    ("milestones_dated", {"milestones": ()}, False, "There are no milestones"),
    (
        "milestones_dated",
        {"milestones": (Milestone("A"), Milestone("B", DUE), Milestone("C"))},
        False,
        "2 milestones without a due date: A, C",
    ),
    ("start_and_end", {}, True, "From 1 April 2018 to 31 March 2019"),
    (
        "start_and_end",
        {"end": dt.date(2018, 3, 31)},
        False,
        "The end, 31 March 2018, is before the start, 1 April 2018",
    ),
    ("start_and_end", {"start": None}, False, "No start is set"),
    ("kpis_with_baselines", {}, True, "Every KPI has a baseline and a target"),
    ("kpis_with_baselines", {"kpis": ()}, False, "There are no KPIs"),
    (
        "kpis_with_baselines",
        {"kpis": (Kpi("A", target=Decimal(1)), Kpi("B", baseline=Decimal(1)))},
        False,
        "2 KPIs without a baseline or a target: A, B",
    ),
    ("finances_in_place", {}, True, "The monthly plan adds up to the net value, £120,000.00; 12 months with actuals"),
    (
        "finances_in_place",
        {"profile": tuple(replace(month, actual=None) for month in scheme().profile)},
        False,
        "No month has an actual",
    ),
    ("finances_in_place", {"profile": ()}, False, "There is no monthly plan; the net value is £120,000.00"),
    ("milestones_done", {}, True, "Every milestone is done"),
    ("milestones_done", {"milestones": ()}, True, "There are no milestones to be done"),
    ("milestones_done", {"milestones": (Milestone("A", DUE),)}, False, "1 milestone not done: A"),
    ("actuals_complete", {}, True, "Every planned month has an actual"),
    ("actuals_complete", {"profile": (ProfileMonth(1, actual=Decimal(1)),)}, False, "No month has a plan"),
    (
        "actuals_complete",
        {"profile": (ProfileMonth(1, Decimal(1)), ProfileMonth(2), ProfileMonth(12, Decimal(1)))},
        False,
        "No actual for April, March",
    ),
]


@pytest.mark.parametrize(("test", "changes", "met", "why"), ANSWERS)
def test_what_the_data_says(test: str, changes: dict[str, Any], why: str, *, met: bool):
    assert TESTS[test](at(**changes)) == (met, why)


def test_conditions_are_met_or_named():
    assert TESTS["conditions_met"](at()) == (True, "There were no conditions")
    still_open = replace(at(), conditions=(CONDITION, replace(CONDITION, number=2, met_on=DUE)))
    assert TESTS["conditions_met"](still_open) == (
        False,
        "1 condition not met: 1. Sign the lease (Estates, due 1 July 2018)",
    )
    met = replace(at(), conditions=(replace(CONDITION, met_on=DUE),))
    assert TESTS["conditions_met"](met) == (True, "Every condition is met")


def test_every_test_that_a_programme_names_is_there_and_is_tried_here():
    named = {item.test for one in programmes().values() for stage in one.stages for item in stage.checklist} - {""}
    assert named <= set(TESTS)
    assert {test for test, *_ in ANSWERS} | {"conditions_met"} == set(TESTS)


def test_an_item_without_a_test_is_met_by_a_tick():
    planning = at(2)
    agreed = checked(QIPP, planning)[-1]
    assert (agreed.item.key, agreed.met, agreed.tick) == ("plan-agreed", False, None)
    assert stands_in_the_way(QIPP, planning) == (
        "Not ticked: The providers or budget holders who have to act have agreed the plan",
    )
    tick = Tick("plan-agreed", "pmo@trust.example", DAY, "Letter")
    ticked = replace(planning, ticks={"plan-agreed": tick})
    agreed = checked(QIPP, ticked)[-1]
    assert (agreed.met, agreed.tick, agreed.why) == (True, tick, "Ticked by pmo@trust.example: Letter")
    assert stands_in_the_way(QIPP, ticked) == ()


def test_approvals_are_outstanding_until_they_are_given():
    assert [one.key for one in approvals_outstanding(QIPP, at())] == ["finance-review", "management-executive-review"]
    given = Approval("finance-review", 0, "fin", DAY, "", 1)
    left = approvals_outstanding(QIPP, replace(at(), approvals={"finance-review": given}))
    assert [one.key for one in left] == ["management-executive-review"]


def test_nothing_is_waited_for_once_a_scheme_is_not_live():
    for status in (Status.WITHDRAWN, Status.CLOSED):
        state = replace(at(2), status=status)
        assert approvals_outstanding(QIPP, state) == stands_in_the_way(QIPP, state) == ()


def test_a_scheme_under_the_limit_takes_the_short_path_but_never_one_without_an_approval():
    efficiency = programme_of("QXX")
    assert efficiency.short_path_below == 100_000
    dear, cheap = at(net_value=Decimal(100_000)), at(net_value=Decimal("99999.99"))
    assert [one.key for one in approvals_needed(efficiency, dear)] == ["finance-review", "executive-sponsor-review"]
    assert [one.key for one in approvals_needed(efficiency, cheap)] == ["finance-review"]
    only = tuple(replace(one, not_below_the_limit=True) for one in efficiency.stage(0).approvals)
    none_short = replace(efficiency, stages=(replace(efficiency.stage(0), approvals=only), *efficiency.stages[1:]))
    assert approvals_needed(none_short, cheap) == only
