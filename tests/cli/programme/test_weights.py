"""Risk weights are set from a day on, in the programme's words, with a reason."""

from __future__ import annotations

import json

import pytest

SET = ("weights", "set", "--reason", "Agreed in committee", "--by", "office", "--from", "2018-05-01")


def weights(office):
    found = json.loads(office.must("show", "weights", "--format", "json"))
    return {row["key"]: row["weight"] for row in found}


def test_a_weight_holds_from_its_day_in_the_programmes_words(office):
    office.begin()
    office.must("scheme", "edit", "Q18-001", "--set", "comment=x", "--on", "2018-06-01")
    said = office.must(*SET, "--basis", "rag", "--key", "r", "--weight", "12.5%")
    assert said == "Red: 12.5 % is counted on from 01/05/2018, set by office."
    assert weights(office)["Red"] == 12.5
    said = office.must(*SET, "--basis", "stage-and-rag", "--key", "in planning, g", "--weight", "0.7")
    assert said.startswith("Planning, Green: 70 % is counted on")
    said = office.must(*SET, "--basis", "stage", "--key", "idea", "--weight", "0")
    assert said.startswith("Pipeline: 0 % is counted on")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--basis", "mood", "--key", "r", "--weight", "1"),
        ("--basis", "rag", "--key", "purple", "--weight", "1"),
        ("--basis", "stage and rag", "--key", "Planning", "--weight", "1"),
        ("--basis", "rag", "--key", "r", "--weight", "70"),
        ("--basis", "rag", "--key", "r", "--weight", "some"),
        ("--basis", "rag", "--key", "r", "--weight", "-5%"),
    ],
)
def test_a_weight_that_makes_no_sense_is_wrong_usage(office, wrong):
    office.begin()
    office.refused(*SET, *wrong, status=2)


def test_a_reason_is_needed(office):
    office.begin()
    wanting = ("weights", "set", "--basis", "rag", "--key", "r", "--weight", "1", "--from", "2018-05-01")
    assert "--reason" in office.refused(*wanting, status=2)
