from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.demo.cases import Cases
from recovery.programme.scheme import Assessment, Kpi, Milestone, ProfileMonth, SchemeRisk

TABLES = {
    "schemes": (
        "ref,title,area,lead,start,end,net_value,recurrent_value,reported_rag\n"
        "S1,First scheme,Prescribing,A lead,2018-04-01,,1200,,Red\n"
    ),
    "profile": (
        "ref,since,line,measure,apr,may,jun,jul,aug,sep,oct,nov,dec,jan,feb,mar\n"
        "S1,2018-04-03,recurrent,plan,100,200,,,,,,,,,,\n"
        "S1,2018-05-10,recurrent,plan,150,250,,,,,,,,,,\n"
        "S1,2018-04-30,recurrent,actual,90,210,,,,,,,,,,\n"
        "S1,2018-05-31,recurrent,forecast,,,50,,,,,,,,,\n"
        "S1,2018-04-03,non-recurrent,plan,,40,,,,,,,,,,\n"
    ),
    "milestones": "ref,name,due,forecast_on,forecast,done\nS1,Begin,2018-04-20,2018-04-25,2018-05-20,2018-05-18\n",
    "kpis": "ref,name,unit,baseline,target,direction,apr,may\nS1,Reviews,%,10,,up,12,14.5\n",
    "risks": (
        "ref,since,title,likelihood,consequence,mitigation,owner,open\n"
        "S1,2018-04-03,Late,4,4,Chase,A lead,yes\nS1,2018-05-31,Late,2,2,Chase,A lead,no\n"
    ),
    "assessments": (
        "ref,kind,on,stage_1_score,stage_2_needed,stage_2_score,outcome,assessor\n"
        "S1,quality,2018-04-10,9,yes,,,An assessor\nS1,quality,2018-05-02,9,yes,4,proceed,An assessor\n"
    ),
    "activity": "ref,code,point_of_delivery,apr,may,jun,jul,aug,sep,oct,nov,dec,jan,feb,mar\n",
}


@pytest.fixture
def cases(tmp_path) -> Cases:
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text("A title\n" + text, encoding="utf-8")
    return Cases(tmp_path, 2018)


def test_a_case_as_it_was_first_written_down(cases):
    scheme = cases.at("S1", dt.date(2018, 4, 3), {})
    assert (scheme.title, scheme.net_value, scheme.recurrent_value) == ("First scheme", Decimal(1200), None)
    assert (scheme.start, scheme.end) == (dt.date(2018, 4, 1), None)
    assert scheme.profile == (
        ProfileMonth(1, Decimal(100)), ProfileMonth(2, Decimal(200)), ProfileMonth(2, Decimal(40), recurrent=False),
    )  # fmt: skip
    assert scheme.milestones == (Milestone("Begin", dt.date(2018, 4, 20)),)
    assert scheme.kpis == (Kpi("Reviews", "%", Decimal(10), None, "up"),)
    assert scheme.risks == (SchemeRisk("Late", 4, 4, "Chase", "A lead", is_open=True),)
    assert scheme.assessments == scheme.activity == ()


def test_a_changed_field_takes_the_place_of_the_first_one(cases):
    assert cases.at("S1", dt.date(2018, 4, 3), {"net_value": "1300", "reported_rag": "Amber"}).net_value == 1300


def test_an_actual_is_known_from_the_last_day_of_its_month(cases):
    def actuals(day: dt.date) -> list[Decimal | None]:
        return [line.actual for line in cases.at("S1", day, {}).profile if line.recurrent]

    assert actuals(dt.date(2018, 4, 29)) == [None, None]
    assert actuals(dt.date(2018, 4, 30)) == [Decimal(90), None]
    assert actuals(dt.date(2018, 5, 31)) == [Decimal(90), Decimal(210), None]


def test_a_later_line_takes_the_place_of_an_earlier_one_from_its_day_on(cases):
    scheme = cases.at("S1", dt.date(2018, 5, 31), {})
    assert [line.plan for line in scheme.profile if line.recurrent] == [150, 250, 0]
    assert [line.forecast for line in scheme.profile if line.recurrent] == [None, None, 50]
    assert scheme.risks == (SchemeRisk("Late", 2, 2, "Chase", "A lead", is_open=False),)
    assert scheme.assessments == (
        Assessment("quality", 9, stage_2_needed=True, stage_2_score=4, outcome="proceed", assessor="An assessor",
                   on=dt.date(2018, 5, 2)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "forecast", "done"),
    [
        (dt.date(2018, 4, 24), None, None),
        (dt.date(2018, 4, 25), dt.date(2018, 5, 20), None),
        (dt.date(2018, 5, 18), dt.date(2018, 5, 20), dt.date(2018, 5, 18)),
    ],
)
def test_a_milestones_new_date_and_its_end_are_known_when_they_are_said(cases, day, forecast, done):
    assert cases.at("S1", day, {}).milestones == (Milestone("Begin", dt.date(2018, 4, 20), forecast, done),)


def test_a_measures_values_are_known_month_by_month(cases):
    (april,) = cases.at("S1", dt.date(2018, 5, 30), {}).kpis
    (may,) = cases.at("S1", dt.date(2018, 5, 31), {}).kpis
    assert april.actuals == ((1, Decimal(12)),)
    assert may.actuals == ((1, Decimal(12)), (2, Decimal("14.5")))
