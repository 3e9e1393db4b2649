"""A map gives each thing to one area."""

from __future__ import annotations

import pytest

from recovery.errors import UsageError
from recovery.savings.triangulation.area_map import AreaMap, MapEntry

ACUTE = MapEntry("Hospitals", plan_lines=("Acute",), target_areas=("Acute  (GIC)",), activity_codes=("E.M.8",))
BEDS = MapEntry("Beds", plan_lines=("Beds",))


def test_names_are_found_whatever_their_case_and_spaces():
    held = AreaMap((ACUTE, BEDS))
    assert held.area_of("target_areas", "acute (gic)") == "Hospitals"
    assert held.area_of("activity_codes", "e.m.8") == "Hospitals"
    assert held.area_of("plan_lines", "E.M.8") == ""


def test_a_thing_in_two_areas_is_refused_with_both_named():
    with pytest.raises(
        UsageError, match=r"The plan line 'Acute' belongs to 'Hospitals' and to 'Beds': it can belong to one area only"
    ):
        AreaMap((ACUTE, MapEntry("Beds", plan_lines=("Beds", "ACUTE"))))


def test_the_same_name_may_stand_on_two_sides_and_twice_within_an_entry():
    AreaMap((MapEntry("A", plan_lines=("Acute", "acute")), MapEntry("B", target_areas=("Acute",))))


def test_a_map_is_a_proposal_until_it_is_confirmed():
    assert AreaMap().standing == "proposed, not confirmed"
    assert AreaMap(is_confirmed=True).standing == "confirmed"
