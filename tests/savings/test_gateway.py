"""The stage by area matrix: as published, and from the register."""

from __future__ import annotations

from tests.engine.filled import FilledEngine
from tests.engine.published import everything_published, published_tables, register
from tests.measures.looking import at_month_3, row, thousands

TOTALS = ("total_excluding_pipeline_value", "total_including_pipeline_value", "target", "gap_including_pipeline")


def test_the_published_matrix_shows_where_one_is_loaded():
    found = at_month_3(everything_published(), "qipp-gateway")
    assert thousands(found, "Totals", *TOTALS) == [34491, 35091, 35000, -91]
    assert row(found, "Totals")["total_including_pipeline_count"] == 55


def test_re_added_without_a_register_it_is_added_across_and_down():
    found = at_month_3(FilledEngine(*published_tables()), "qipp-gateway", computed=True)
    assert thousands(found, "Prescribing", *TOTALS) == [4923, 4923, 5700, 777]
    assert thousands(found, "Totals", *TOTALS) == [34491, 35091, 35000, -91]
    assert thousands(found, "Memorandum: Acute GIC and PbR Total", *TOTALS) == [13189, 13189, None, None]


def test_re_added_with_a_register_its_schemes_fill_the_published_areas():
    found = at_month_3(everything_published(), "qipp-gateway", computed=True)
    assert found.values("area")[:3] == ["Prescribing", "Community / CSI", "Mental Health"]
    prescribing = row(found, "Prescribing")
    assert (prescribing["initiation_count"], prescribing["initiation_value"]) == (1, 500_500)
    assert (prescribing["planning_count"], prescribing["planning_value"]) == (None, None)
    assert thousands(found, "CHC", *TOTALS) == [300, 300, 7500, 7200]
    assert found.values("area")[9:11] == ["Beds", "Totals"]
    assert thousands(found, "Beds", *TOTALS) == [0, 200, None, -200]
    assert found.values("area")[11:] == [
        "Memorandum: Planned", "Memorandum: UEC", "Memorandum: Community / CSI - GIC",
        "Memorandum: Acute GIC and PbR Total",
    ]  # fmt: skip


def test_a_register_alone_gives_its_own_areas_and_no_gaps():
    found = at_month_3(FilledEngine(register()), "qipp-gateway")
    assert found.values("area") == ["Prescribing", "CHC", "Beds", "Total"]
    assert row(found, "Total")["total_excluding_pipeline_value"] == 1_800_500
    assert found.values("gap_excluding_pipeline") == [None] * 4
