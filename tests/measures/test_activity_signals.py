"""Every measure as a control chart: in what unit, over which months, by which rule, and what it means."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.measures.spc import Direction, Options, chart
from recovery.measures.spc.activity_rules import chart_rule, measure_rule
from recovery.period import FinancialYear
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening
from tests.engine.published import published_tables
from tests.engine.test_judged import judged
from tests.measures.looking import VIEW, at_month_3

ATTENDANCES, SPELLS = "E.M.12", "E.M.10"
FIFTEEN = (100, 102, 100, 102, 100, 102, 100, 102, 100, 102, 100, 102, 100, 102, 112)


def done(counts, code=ATTENDANCES, since=2017, **more):
    """Return actuals month by month from April of a year."""
    rows = [
        {"code": code, "title": code, "financial_year": since + place // 12, "month": place % 12 + 1, "actual": count}
        for place, count in enumerate(counts)
        if count is not None
    ]
    return Loaded(table("activity-actuals", rows), 3, **more)


def plan(count, **more):
    months = dict.fromkeys(("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"), count)
    rows = [{"code": code, "title": code, "plan": 12 * count, **months} for code in (ATTENDANCES, SPELLS)]
    return Loaded(table("activity-plan", rows), **more)


def charted(*loads, code=ATTENDANCES, events=(), view=VIEW):
    engine = FilledEngine(*loads)
    engine.happen(*events)
    return [row for row in figure("spc", engine, view).records() if row["code"] == code]


def test_all_months_of_all_years_up_to_the_month_are_one_chart():
    rows = charted(done((*FIFTEEN, 99)))
    assert [(row["year"], row["month"]) for row in rows] == [
        *(("2017/18", month) for month in range(1, 13)), *(("2018/19", month) for month in range(1, 4)),
    ]  # fmt: skip
    points = chart(FIFTEEN)
    assert [row["rule"] for row in rows] == [point.rule for point in points] == ["none"] * 14 + ["outside"]
    assert {row["mean"] for row in rows} == {Decimal("101.7333")}
    assert {row["upper"] for row in rows} == {Decimal("107.0533")}
    assert {row["activity"] for row in rows[:2]} == {100, 102}


def test_more_attendances_are_a_concern_fewer_an_improvement_and_chance_is_neither():
    assert [row["variation"] for row in charted(done(FIFTEEN))[-2:]] == ["common cause", "concern"]
    assert charted(done((*FIFTEEN[:14], 90)))[-1]["variation"] == "improvement"
    assert charted(done(FIFTEEN, SPELLS), code=SPELLS)[-1]["variation"] in {"neutral", "common cause"}


def test_a_signal_goes_up_or_down_whatever_is_better():
    assert [row["way"] for row in charted(done(FIFTEEN))[-2:]] == [None, "up"]
    assert charted(done((*FIFTEEN[:14], 90)))[-1]["way"] == "down"
    rising = charted(done((*(120, 90) * 4, 94, 96, 98, 100, 102, 103, 104)))
    assert {(row["rule"], row["way"]) for row in rising[-7:]} == {("trend", "up")}


def test_spells_are_charted_by_the_working_day_with_their_plan():
    """April 2018 has 20 working days, May 21: 2,000 and 2,100 are both a hundred a day."""
    rows = charted(done([2000, 2100], SPELLS, 2018), plan(2100), code=SPELLS)
    assert [(row["working_days"], row["value"], row["activity"]) for row in rows[:2]] == [
        (20, 100, 2000), (21, 100, 2100),
    ]  # fmt: skip
    assert {row["unit"] for row in rows} == {"a working day"}
    assert [row["plan"] for row in rows[:2]] == [105, 100]


def test_where_working_days_are_not_known_the_month_is_charted():
    rows = charted(done([2000, 2100], SPELLS, 2008), code=SPELLS)
    assert {row["unit"] for row in rows} == {"a month"}
    assert [row["value"] for row in rows] == [2000, 2100]


def test_thirteen_points_come_before_limits_and_signals():
    assert chart_rule().points_before_limits == 13
    twelve = charted(done([*FIFTEEN[:11], 300]))
    assert {(row["lower"], row["upper"], row["rule"], row["variation"]) for row in twelve} == {
        (None, None, "none", None)
    }
    assert {row["mean"] for row in twelve} == {Decimal("117.5")}
    assert charted(done([*FIFTEEN[:12], 300]))[-1]["rule"] == "outside"


def test_a_month_without_an_actual_is_shown_with_its_plan_and_makes_no_point():
    rows = charted(done([*FIFTEEN[:13], None, 101]), plan(100))
    gap = rows[13]
    assert (gap["value"], gap["mean"], gap["rule"], gap["plan"]) == (None, None, None, 100)
    assert rows[14]["mean"] == round(Decimal(sum(FIFTEEN[:13]) + 101) / 14, 4)


@pytest.mark.parametrize(("planned", "expected"), [(120, "pass"), (101, "hit or miss"), (90, "fail")])
def test_the_plan_is_kept_to_always_now_and_then_or_never(planned, expected):
    assert charted(done([*FIFTEEN[:14], 100]), plan(planned))[-1]["assurance"] == expected


def test_the_first_plan_of_the_year_is_shown_beside_the_one_that_holds():
    rows = charted(done(FIFTEEN), plan(100), plan(90))
    assert {(row["plan"], row["original_plan"]) for row in rows if row["year"] == "2018/19"} == {(90, 100)}
    assert {row["original_plan"] for row in charted(done(FIFTEEN), plan(100), plan(100))} == {None}


def test_the_plan_that_came_first_is_among_what_the_figure_is_made_from():
    first, same = plan(100), plan(90)
    assert at_month_3(FilledEngine(done(FIFTEEN), first, same), "spc").submissions == (1, 2, 3)
    assert at_month_3(FilledEngine(done(FIFTEEN), same, same), "spc").submissions == (1, 3)


def test_every_year_is_held_against_its_own_plan():
    rows = charted(done(FIFTEEN), plan(100, year=2017), plan(95))
    assert [row["plan"] for row in rows] == [100] * 12 + [95] * 3


def test_a_chart_can_be_begun_anew_from_a_month_and_its_rules_set():
    happening = Happening()
    judged(happening, f"chart/{ATTENDANCES}", rebase_year=2017, rebase_month=3, screen=False, points=6)
    rows = charted(done([50, 50, *FIFTEEN[:13]]), events=happening.events)
    assert {row["mean"] for row in rows[:2]} == {50}
    assert {row["upper"] for row in rows[:2]} == {None}
    expected = chart(FIFTEEN[:13], Options(screen=False, points=6))
    assert [row["rule"] for row in rows[2:]] == [point.rule for point in expected]
    assert float(rows[-1]["mean"]) == pytest.approx(float(expected[0].mean), abs=1e-4)


def test_codes_are_the_same_however_they_are_written_and_the_newest_figure_holds():
    rows = charted(plan(100), done(FIFTEEN, "e.m.12 "), done([None] * 14 + [101]))
    assert [row["value"] for row in rows[-2:]] == [102, 101]
    assert [row["rule"] for row in rows] == ["none"] * 15


def test_what_is_invented_is_marked_wherever_it_comes_from():
    engine = FilledEngine(plan(100), done(FIFTEEN[:12], illustrative=True), done(FIFTEEN[12:], since=2018))
    found = at_month_3(engine, "spc")
    assert found.illustrative
    assert found.submissions == (1, 2, 3)
    assert not at_month_3(FilledEngine(done(FIFTEEN)), "spc").illustrative


def test_measures_stand_in_the_order_of_the_plan_their_parts_with_them():
    found = at_month_3(FilledEngine(*published_tables(), done(FIFTEEN)), "spc")
    assert list(dict.fromkeys(found.values("code")))[:4] == ["E.M.7", "E.M.7a", "E.M.7b", "E.M.8"]
    assert found.kinds[found.values("code").index("E.M.7a")] == "part"


def test_without_actuals_there_is_nothing_to_chart():
    with pytest.raises(NothingLoaded, match="activity actuals"):
        at_month_3(FilledEngine(plan(100)), "spc")
    with pytest.raises(NothingLoaded):
        figure("spc", FilledEngine(done(FIFTEEN)), replace(VIEW, year=FinancialYear(2015)))


@pytest.mark.parametrize(
    ("code", "title", "direction", "by_day"),
    [
        ("E.M.7a", "Total GP Referrals", Direction.DECREASE, True),
        ("e.m.11b", "Total Non-Elective Admissions", Direction.DECREASE, False),
        ("EM10a", "Spells", Direction.NEUTRAL, True),
        ("X1", "Non-elective admissions (G&A)", Direction.DECREASE, False),
        ("X2", "Elective day case admissions", Direction.NEUTRAL, True),
        ("X3", "Other referrals made", Direction.DECREASE, True),
        ("X4", "Prescriptions", Direction.NEUTRAL, False),
        ("X5", "Non\N{EN DASH}elective  spells", Direction.DECREASE, False),
        ("X6", "Total A&E attendances", Direction.DECREASE, False),
        ("E.M.70", "Contacts", Direction.NEUTRAL, False),
        ("E.M.7 a", "Contacts", Direction.DECREASE, True),
    ],
)
def test_which_way_is_better_is_data_by_code_or_title(code, title, direction, by_day):
    rule = measure_rule(code, title)
    assert (rule.direction, rule.by_working_day) == (direction, by_day)
