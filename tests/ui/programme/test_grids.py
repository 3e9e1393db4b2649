from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.programme.scheme import Kpi, Milestone, ProfileMonth, SchemeRisk
from recovery.ui.programme import grids
from tests.ui.programme.building import full


def test_every_list_of_a_case_comes_back_from_its_grid_as_it_was():
    case = full()
    assert grids.profile(grids.profile_rows(case.profile)) == case.profile
    assert grids.milestones(grids.milestone_rows(case.milestones)) == case.milestones
    assert grids.kpis(grids.kpi_rows(case.kpis)) == case.kpis
    assert grids.risks(grids.risk_rows(case.risks)) == case.risks
    assert grids.assessments(grids.assessment_rows(case.assessments)) == case.assessments
    assert grids.activity(grids.activity_rows(case.activity)) == case.activity


def test_a_profile_is_twelve_rows_and_what_is_typed_goes_to_its_line():
    rows = grids.profile_rows(())
    assert [row["Month"] for row in rows][::11] == ["April", "March"]
    rows[0]["Plan"], rows[0]["Actual, non-recurrent"], rows[11]["Forecast"] = 1000.5, 250.0, 0.0
    assert grids.profile(rows) == (
        ProfileMonth(1, Decimal("1000.50")),
        ProfileMonth(1, Decimal(0), Decimal(250), None, recurrent=False),
        ProfileMonth(12, Decimal(0), None, Decimal(0)),
    )


def test_rows_without_a_name_are_left_out():
    empty = {"Milestone": None, "Due": dt.date(2018, 5, 1), "Now expected": None, "Done": None}
    assert grids.milestones([empty, {**empty, "Milestone": " Agree "}]) == (Milestone("Agree", dt.date(2018, 5, 1)),)


def test_a_new_risk_is_open_and_scores_one_until_somebody_says_otherwise():
    row = {"Risk": "Supply", "Likelihood": None, "Consequence": None, "Mitigation": None, "Owner": None, "Open": None}
    assert grids.risks([row]) == (SchemeRisk("Supply", 1, 1),)


def test_a_new_kpi_counts_more_as_better():
    row = {"KPI": "Items", "Unit": None, "Baseline": 3.0, "Target": None, "Direction": None, "Jun": 4.5}
    assert grids.kpis([row]) == (Kpi("Items", "", Decimal(3), None, "up", ((3, Decimal("4.5")),)),)
