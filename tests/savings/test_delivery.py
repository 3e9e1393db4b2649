"""Delivery against plan by scheme, by group and by month, worked through by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from recovery.measures.figures import figure
from recovery.programme.scheme import ProfileMonth
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, profile, scheme
from tests.engine.kept import kept
from tests.measures.looking import VIEW, at_month_3, row


def one(case, targets: int | None = None) -> FilledEngine:
    loads = [Loaded(table("qipp-targets", [{"area": "Acute", "target": targets}]))] if targets else []
    engine, happening = FilledEngine(*loads), Happening()
    happening.begin(case, 3)
    engine.happen(*happening.events)
    return engine


def amounts(engine: FilledEngine, label: str, *columns: str) -> list[int | None]:
    cells = [row(at_month_3(engine, "delivery"), label)[column] for column in columns]
    return [None if cell is None else int(cell) for cell in cells]


def test_a_published_98_percent_comes_from_8786_planned_and_8609_delivered():
    months = [
        ProfileMonth(month, *map(Decimal, pair))
        for month, pair in enumerate(((2_731_347, 2_577_903), (2_904_543, 2_817_353), (3_150_110, 3_213_862)), 1)
    ]
    found = at_month_3(one(scheme(profile=tuple(months))), "delivery-by-stage").records()[0]
    assert (found["plan_ytd"], found["actual_ytd"], found["variance_ytd"]) == (8_786_000, 8_609_118, -176_882)
    assert found["delivery_percent"] == Decimal("97.986774")
    assert round(found["delivery_percent"]) == 98


def test_the_year_is_what_was_delivered_and_what_is_forecast_of_the_months_to_come():
    case = scheme(profile=profile(100, [90, 80, 70], [110] * 9))
    assert amounts(one(case), "Q1", "plan_ytd", "actual_ytd", "variance_ytd") == [300, 240, -60]
    assert amounts(one(case), "Q1", "plan_year", "forecast_year", "variance_year") == [1200, 1230, 30]


def test_a_month_to_come_without_a_forecast_is_forecast_as_planned_and_a_past_one_without_an_actual_is_nought():
    case = scheme(profile=profile(100, [90, 90], [50] * 3))
    assert amounts(one(case), "Q1", "actual_ytd", "forecast_year") == [180, 180 + 6 * 100 + 3 * 50]


def test_only_recurrent_lines_make_up_the_recurrent_part():
    lines = profile(100, [100, 100, 100]) + profile(10, [40, 40, 40], recurrent=False)
    found = one(scheme(profile=lines, full_year_effect=Decimal(1_500)))
    assert amounts(found, "Q1", "plan_year", "forecast_year", "recurrent_year", "full_year_effect") == [
        1320,
        1410,
        1200,
        1500,
    ]


def test_a_scheme_without_months_is_planned_for_months_to_come():
    found = one(scheme(recurrent_value=Decimal(70_000)))
    assert amounts(found, "Q1", "plan_ytd", "plan_year", "forecast_year", "recurrent_year") == [
        0,
        120_000,
        120_000,
        70_000,
    ]


def test_what_a_scheme_without_months_has_delivered_is_not_known():
    engine = one(scheme(recurrent_value=Decimal(70_000)), targets=200)
    for label in ("Q1", "Total"):
        assert amounts(engine, label, "actual_ytd", "variance_ytd", "plan_year") == [None, None, 120_000]
    assert at_month_3(engine, "delivery-by-stage").records()[0]["delivery_percent"] is None
    assert set(at_month_3(engine, "delivery-by-month").values("actual")) == {None}
    rates = at_month_3(engine, "savings-rate").records()
    assert {rate[name] for rate in rates for name in ("delivered", "monthly_rate", "left")} == {None}
    assert set(at_month_3(engine, "triangulation").values("delivered_ytd")) == {None}


def test_a_forecast_that_is_still_the_plan_shows_where_delivery_is_not():
    late = profile(100, [50, 50, 50])
    cases = {
        "as planned": profile(100, [100] * 3),
        "late": late,
        "thought about": profile(100, [50] * 3, [90] * 9),
        "no actual": profile(100),
    }
    found = {
        name: row(at_month_3(one(scheme(profile=lines)), "delivery"), "Q1")["forecast_is_plan"]
        for name, lines in cases.items()
    }
    assert found == {"as planned": "no", "late": "yes", "thought about": "no", "no actual": "no"}
    stated = tuple(replace(line, forecast=line.plan) for line in late)
    assert row(at_month_3(one(scheme(profile=stated)), "delivery"), "Q1")["forecast_is_plan"] == "yes"


def test_what_is_not_identified_stands_below_the_total_and_not_in_it():
    found = at_month_3(one(scheme(), targets=150), "delivery")
    assert (found.kinds, found.values("scheme")) == (("line", "total", "memo"), ["Scheme Q1", "Total", "Unidentified"])
    assert found.values("plan_year") == [120_000, 120_000, 30_000]
    assert at_month_3(one(scheme(), targets=150), "delivery-by-lead").values("plan_year") == [120_000, 120_000, 30_000]


def test_withdrawn_schemes_are_in_no_total():
    found = at_month_3(kept(), "delivery")
    assert found.values("ref") == ["Q1", "Q2", "Q3", "Q8", "", ""]
    assert row(found, "Total")["plan_year"] == 120_000 + 60_000 + 30_000 + 500


def test_groups_add_up_and_the_nameless_come_last():
    by_lead, by_stage = (at_month_3(kept(), f"delivery-by-{group}") for group in ("lead", "stage"))
    assert by_lead.values("group") == ["Ann", "Cid", "No lead named", "Total", "Unidentified"]
    assert by_stage.values("group") == ["Initiation", "Delivery", "Monitoring", "Closure", "Total", "Unidentified"]
    assert by_lead.values("schemes") == [1, 1, 2, 4, None]
    for found in (by_lead, by_stage):
        lines = [record for record, kind in zip(found.records(), found.kinds, strict=True) if kind == "line"]
        for column in ("plan_ytd", "actual_ytd", "plan_year", "forecast_year", "variance_year"):
            assert sum(line[column] or 0 for line in lines) == row(found, "Total")[column]
    assert at_month_3(kept(), "delivery-by-area").values("group")[:3] == ["Beds", "CHC", "Prescribing"]
    assert at_month_3(kept(), "delivery-by-workstream").values("group")[:2] == ["Medicines", "No workstream"]


def test_months_show_plan_delivery_and_forecast_and_what_recurs():
    found = at_month_3(kept(), "delivery-by-month")
    assert found.values("month") == list(range(1, 13))
    third, fourth = (dict(list(record.items())[1:]) for record in found.records()[2:4])
    assert list(third.values()) == [12_500, 10_500, 10_500, 37_500, 34_500, 34_500, 10_000, 8_000, 2_500, 2_500]
    assert list(fourth.values()) == [12_500, None, 13_000, 50_000, None, 47_500, 10_000, None, 2_500, None]


def test_an_edit_counts_from_its_own_day():
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(profile=profile(100, [100])))
    happening.edit(scheme(profile=profile(100, [100, 40])), dt.date(2018, 6, 4))
    engine.happen(*happening.events)
    at = {day: figure("delivery", engine, replace(VIEW, as_at=dt.date(2018, 6, day))) for day in (3, 4)}
    assert [found.rows[0][4] for found in at.values()] == [100, 140]
