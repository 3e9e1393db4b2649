"""The register by area and stage at any day, and what is not identified of the targets."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, scheme
from tests.engine.published import register
from tests.measures.looking import VIEW, at_month_3, row

TARGETS = Loaded(
    table(
        "qipp-targets",
        [{"area": "Acute", "target": 100}, {"area": "CHC", "target": 50}, {"area": "Beds", "target": 10}],
    )
)


def engine() -> FilledEngine:
    """Acute has 120 of 100, CHC 30 of 50 (in the pipeline until 2 May), Beds nothing of 10; Estates has no target."""
    made, happening = FilledEngine(TARGETS), Happening()
    happening.begin(scheme("Q1"), 3)
    happening.begin(scheme("Q2", area="chc ", net_value=Decimal(30_000)))
    happening.begin(scheme("Q3", area="Estates", net_value=Decimal(5_000)), 1)
    happening.approve("Q2", "finance-review", dt.date(2018, 5, 1))
    happening.approve("Q2", "management-executive-review", dt.date(2018, 5, 2))
    happening.move("Q2", 1, dt.date(2018, 5, 2))
    made.happen(*happening.events)
    return made


def test_areas_stand_by_stage_with_target_gaps_and_what_is_unidentified():
    found = at_month_3(engine(), "pipeline")
    assert found.values("area") == ["Acute", "CHC", "Beds", "Estates", "Total"]
    names = ("initiation_count", "initiation_value", "gap_including_pipeline", "unidentified")
    assert [row(found, "CHC")[name] for name in names] == [1, 30_000, 20_000, 20_000]
    total = row(found, "Total")
    assert (total["delivery_value"], total["initiation_value"], total["pipeline_value"]) == (120_000, 35_000, None)
    assert (total["target"], total["gap_including_pipeline"], total["unidentified"]) == (160_000, 5_000, 30_000)


def test_any_past_day_has_its_own_matrix():
    on = {day: figure("pipeline", engine(), replace(VIEW, as_at=dt.date(2018, 5, day))) for day in (1, 2)}
    assert [row(on[day], "CHC")["pipeline_count"] for day in (1, 2)] == [1, None]
    assert [row(on[day], "CHC")["initiation_count"] for day in (1, 2)] == [None, 1]


def test_one_areas_surplus_never_hides_what_another_has_not_identified():
    found = at_month_3(engine(), "unidentified")
    assert found.rows == (
        ("Acute", 100_000, 120_000, 0, 20_000),
        ("CHC", 50_000, 30_000, 20_000, 0),
        ("Beds", 10_000, 0, 10_000, 0),
        ("Estates", None, 5_000, 0, 5_000),
        ("Total", 160_000, 155_000, 30_000, 25_000),
    )


def test_without_any_target_nothing_is_said_to_be_missing():
    found = at_month_3(FilledEngine(register()), "unidentified")
    assert row(found, "Total") == {
        "area": "Total", "target": None, "identified": 2_000_500, "unidentified": None, "over_identified": None,
    }  # fmt: skip


def test_a_loaded_register_shows_where_none_is_kept():
    found = at_month_3(FilledEngine(register()), "pipeline")
    assert row(found, "Prescribing")["initiation_value"] == 500_500
    assert found.submissions == (1,)


def test_the_stages_are_those_of_the_organisations_own_programme():
    made, happening = FilledEngine(), Happening("QXX")
    happening.begin(scheme("E1"), 1)
    made.happen(*happening.events)
    view = View("QXX", FinancialYear(2018), 3)
    found = figure("pipeline", made, view)
    assert [column.name for column in found.columns][1:9] == [
        "opportunity_count", "opportunity_value", "plans_in_progress_count", "plans_in_progress_value",
        "fully_developed_count", "fully_developed_value", "delivered_count", "delivered_value",
    ]  # fmt: skip
    assert found.columns[3].heading == "1 Plans in progress, number"
    assert found.records()[0]["plans_in_progress_value"] == 120_000
    assert figure("qipp-gateway", made, view).columns == found.columns[:-1]
    by_rag = figure("qipp-rag", made, view)
    assert by_rag.values("rag") == ["High risk", "Medium risk", "Low risk", "Not rated", ""]
