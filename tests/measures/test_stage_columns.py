from __future__ import annotations

from recovery.figure import Column
from recovery.measures.stage_columns import StageColumn, stage_columns
from tests.showing import EFFICIENCY, QIPP, shown, small


def test_the_stages_are_those_of_the_matrix_s_own_columns():
    found = stage_columns(shown("qipp-gateway"), QIPP)
    assert [stage.title for stage in found] == [
        "0 Pipeline", "1 Initiation", "2 Planning", "3 Delivery", "4 Monitoring", "5 Closure"
    ]  # fmt: skip
    assert (found[0].count, found[0].value) == ("pipeline_count", "pipeline_value")


def test_another_programme_s_stages_have_its_names():
    matrix = small([], Column("area", "Area"), Column("plans_in_progress_count", "No.", "count"),
                   Column("plans_in_progress_value", "Plans in progress", "money"),
                   Column("total_including_pipeline_count", "No.", "count"))  # fmt: skip
    assert stage_columns(matrix, EFFICIENCY) == (StageColumn(1, "Plans in progress", "plans_in_progress"),)


def test_a_stage_that_the_programme_does_not_know_keeps_its_column_s_words():
    matrix = small([], Column("area", "Area"), Column("in_planning_count", "No.", "count"))
    assert stage_columns(matrix, EFFICIENCY) == (StageColumn(0, "In planning", "in_planning"),)
