"""The register's figures on the command line: on any day, of one scheme, by any group."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def moved(office):
    office.past_the_first_gateway()
    office.begin("Q18-002", on="2018-05-01")
    return office


def rows(office, *arguments: str):
    return json.loads(office.must("show", *arguments, "--format", "json", "--unit", "pounds"))


def total(found):
    return next(row for row in found if row["area"] == "Total")


def test_the_matrix_of_any_past_day(moved):
    assert total(rows(moved, "pipeline", "--as-at", "2018-04-05"))["pipeline_value"] == 120000
    then = total(rows(moved, "pipeline", "--as-at", "2018-04-30"))
    assert (then["pipeline_value"] or 0, then["initiation_value"]) == (0, 120000)
    now = total(rows(moved, "pipeline"))
    assert (now["pipeline_value"], now["initiation_value"]) == (120000, 120000)
    assert "as at 05/04/2018" in moved.must("show", "pipeline", "--as-at", "2018-04-05").splitlines()[0]
    assert "not a date" in moved.refused("show", "pipeline", "--as-at", "yesterday", status=2)


def test_the_history_of_one_scheme(moved):
    assert {row["ref"] for row in rows(moved, "history")} == {"Q18-001", "Q18-002"}
    assert {row["ref"] for row in rows(moved, "history", "--ref", "q18-001")} == {"Q18-001"}
    assert "has nothing on a scheme 'Q9'" in moved.refused("show", "history", "--ref", "Q9")
    assert "leave --ref out" in moved.refused("show", "unidentified", "--ref", "Q18-001", status=2)


@pytest.mark.parametrize("way", ["area", "stage", "lead", "workstream", "month"])
def test_delivery_by_any_group(moved, way):
    assert rows(moved, "delivery", "--by", way, "--month", "2") == rows(moved, f"delivery-by-{way}", "--month", "2")


def test_a_group_that_there_is_not(moved):
    said = moved.refused("show", "delivery", "--by", "mood", status=2)
    assert said == "There is no delivery by mood: it can be shown by area, stage, lead, workstream, month."
    assert "only as it is" in moved.refused("show", "history", "--by", "area", status=2)
