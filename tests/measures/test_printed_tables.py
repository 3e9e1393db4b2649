"""A printed table shows what the source prints; re-added, what its parts give."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import NothingLoaded
from recovery.figure import Mark
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands

LINES = [
    {"line": "Allocation", "flow": "income", "ytd_budget": 120, "ytd_actual": 110},
    {"line": "Acute", "flow": "expenditure", "ytd_budget": 90, "ytd_actual": 100},
]


@pytest.fixture(scope="module")
def engine():
    return FilledEngine(*published_tables())


def test_a_reported_total_shows_as_printed_with_the_computed_one_beside_it(engine):
    found = at_month_3(engine, "position")
    assert thousands(found, "Total Expenditure", "ytd_budget", "ytd_variance") == [304393, -818]
    assert found.marks[8, "ytd_budget"] == Mark(Decimal(304393000), Decimal(304392000), "rounding")
    assert found.kinds == ("line",) * 8 + ("total", "net")
    assert (found.title, found.submissions, found.illustrative) == ("Month-end position", (1,), False)


def test_a_re_added_total_is_built_from_the_lines_and_needs_no_mark(engine):
    found = at_month_3(engine, "position", computed=True)
    assert thousands(found, "Total Expenditure", "ytd_budget", "ytd_variance") == [304392, -818]
    assert thousands(found, "Other", "forecast_variance") == [2987]
    assert not found.marks


def test_a_real_difference_is_marked_as_one(engine):
    found = at_month_3(engine, "plan")
    assert found.marks[13, "planned_qipp"] == Mark(Decimal(-35142000), Decimal(-35533000), "difference")
    assert thousands(at_month_3(engine, "plan", computed=True), "Total spend", "planned_qipp") == [-35533]


def test_the_columns_name_the_years_they_speak_of(engine):
    names = [column.name for column in at_month_3(engine, "plan").columns]
    assert names[1:3] == ["forecast_outturn_2017_18", "recurrent_exit_2017_18"]
    assert names[-2:] == ["plan_2018_19", "growth_on_recurrent_exit"]


def test_nil_in_a_printed_column_stays_nil_and_shows_only_re_added(engine):
    assert thousands(at_month_3(engine, "risks"), "FY18/19 plan with QIPP", "residual_risk") == [None]
    assert thousands(at_month_3(engine, "risks", computed=True), "FY18/19 plan with QIPP", "residual_risk") == [0]


def test_a_column_that_the_source_does_not_have_is_computed():
    found = at_month_3(FilledEngine(Loaded(table("position", LINES), 3)), "position")
    assert thousands(found, "Allocation", "ytd_actual", "ytd_variance") == [110, -10]
    assert thousands(found, "Acute", "ytd_variance", "annual_budget", "forecast_variance") == [-10, None, None]


def test_a_table_without_total_and_net_position_shows_computed_ones():
    found = at_month_3(FilledEngine(Loaded(table("position", LINES), 3)), "position")
    assert found.values("line") == ["Allocation", "Acute", "Total expenditure", "Net position"]
    assert found.kinds == ("line", "line", "total", "net")
    assert thousands(found, "Net position", "ytd_budget", "ytd_actual", "ytd_variance") == [30, 10, -20]


def test_a_memorandum_row_is_told_apart_from_the_others(engine):
    found = at_month_3(engine, "qipp-gateway")
    assert found.kinds == ("line",) * 9 + ("total", "memo", "memo", "memo", "memo_total")
    assert row(found, "Prescribing")["planning_count"] == 13


def test_an_older_submission_can_still_be_seen_in_place_of_the_newest():
    older, newer = (table("position", [{**LINES[1], "ytd_actual": actual}]) for actual in (95, 100))
    engine = FilledEngine(Loaded(older, 3), Loaded(newer, 3))
    assert thousands(at_month_3(engine, "position"), "Acute", "ytd_actual") == [100]
    assert thousands(at_month_3(engine, "position", submission=1), "Acute", "ytd_actual") == [95]


def test_a_table_that_nobody_has_loaded_is_asked_for(engine):
    with pytest.raises(NothingLoaded, match=r"QIPP schemes: nothing is loaded for X01, month 3 \(June\), 2018/19"):
        at_month_3(engine, "schemes")
