"""The QIPP gap in its parts."""

from __future__ import annotations

import pytest

from recovery.errors import NothingLoaded
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import everything_published, register
from tests.measures.looking import at_month_3


def values(engine, **options):
    return dict(at_month_3(engine, "qipp-gap", **options).rows)


def test_both_readings_of_the_risk_adjusted_gap_are_given():
    found = values(everything_published())
    assert found == {
        "target": 35_000_000,
        "identified": 35_091_000,
        "identified_excluding_pipeline": 34_491_000,
        "risk_adjusted": 32_934_000,
        "risk_adjusted_gap": 2_157_000,
        "gap_excluding_pipeline": 509_000,
        "gap_including_pipeline": -91_000,
        "risk_adjusted_gap_to_target": 2_066_000,
    }


def test_re_added_it_comes_from_the_register():
    found = values(everything_published(), computed=True)
    assert (found["identified"], found["risk_adjusted"], found["risk_adjusted_gap_to_target"]) == (
        2_000_500,
        1_630_350,
        33_369_650,
    )


def test_without_a_target_there_is_no_gap():
    found = values(FilledEngine(register()))
    assert (found["identified_excluding_pipeline"], found["risk_adjusted_gap"]) == (1_800_500, 370_150)
    assert (found["target"], found["gap_including_pipeline"], found["risk_adjusted_gap_to_target"]) == (
        None,
        None,
        None,
    )


def test_a_published_matrix_alone_says_nothing_about_risk():
    rows = [{"area": "Acute", "pipeline_value": 5, "delivery_value": 20, "target": 30}]
    found = values(FilledEngine(Loaded(table("qipp-gateway", rows), 3)))
    assert (found["identified"], found["gap_excluding_pipeline"], found["risk_adjusted"]) == (25_000, 10_000, None)


def test_with_nothing_loaded_the_register_is_asked_for():
    with pytest.raises(NothingLoaded, match="qipp scheme register"):
        values(FilledEngine())


def test_a_published_gap_is_not_called_illustrative_because_of_a_register_it_does_not_use():
    reported = at_month_3(everything_published(), "qipp-gap")
    assert (reported.submissions, reported.illustrative) == ((3, 6), False)
    re_added = at_month_3(everything_published(), "qipp-gap", computed=True)
    assert (re_added.submissions, re_added.illustrative) == ((6, 8), True)
