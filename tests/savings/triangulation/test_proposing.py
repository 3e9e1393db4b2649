"""What names alone suggest as a map."""

from __future__ import annotations

import pytest

from recovery.savings.triangulation.area_map import SIDES
from recovery.savings.triangulation.proposing import proposed, said_by


def names(**sides: list[str]) -> dict[str, dict[str, str]]:
    """Names that are compared as they stand."""
    return {side: {name: name for name in sides.get(side, [])} for side in SIDES}


def areas(**sides: list[str]) -> list[tuple[str, ...]]:
    """Every area as one row: its name, then whatever belongs to it."""
    found = proposed(names(**sides))
    return [(entry.area, *(name for side in SIDES for name in entry.names(side))) for entry in found.entries]


def test_equal_names_belong_together_and_abbreviations_are_written_out():
    assert areas(plan_lines=["Continuing Care", "Prescribing"], target_areas=["prescribing", "CHC", "Estates"]) == [
        ("Continuing Care", "Continuing Care", "CHC"),
        ("Prescribing", "Prescribing", "prescribing"),
    ]


def test_what_has_all_the_words_of_another_belongs_to_it():
    targets = ["Acute (GIC)", "Acute (PbR)"]
    assert areas(plan_lines=["Acute"], target_areas=targets, position_lines=["Acute Services"]) == [
        ("Acute", "Acute", *targets, "Acute Services")
    ]


def test_one_shared_word_is_not_enough():
    assert areas(plan_lines=["Continuing Care"], target_areas=["Primary Care", "Contract Adjustments (CSI)"]) == []


def test_a_slip_of_the_keys_still_finds_its_area():
    assert areas(plan_lines=["Prescribing"], target_areas=["Presribing"]) == [
        ("Prescribing", "Prescribing", "Presribing")
    ]


def test_what_stands_on_one_side_alone_is_left_unmapped():
    assert areas(plan_lines=["Acute", "Contingency"], target_areas=["Acute"]) == [("Acute", "Acute", "Acute")]


def test_without_a_plan_the_targets_name_the_areas():
    assert areas(target_areas=["Running costs"], position_lines=["Corporate"]) == [
        ("Running costs", "Running costs", "Corporate")
    ]


def test_a_code_is_compared_by_what_it_counts():
    held = names(plan_lines=["Acute"]) | {
        "activity_codes": {"E.M.8": "First attendances (Specific Acute)", "E.M.9": ""}
    }
    assert proposed(held).area_of("activity_codes", "E.M.8") == "Acute"
    assert proposed(held).area_of("activity_codes", "E.M.9") == ""


@pytest.mark.parametrize(("name", "words"), [("Total NHS Services", ""), ("Mental  Health Services", "mental")])
def test_words_that_say_nothing_are_left_out(name, words):
    assert said_by(name) == words


def test_a_proposal_is_never_taken_as_confirmed():
    assert not proposed(names(plan_lines=["A"], target_areas=["A"])).is_confirmed
