"""From where each thing is put to what the record keeps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.programme.commands import Judge, TakeBack
from recovery.savings.triangulation.area_map import AreaMap, MapEntry
from recovery.savings.triangulation.changing import entries_of, map_commands

LINES = ("Acute", "Beds", "Care", "Drugs")
AREAS = ("", "North", "South", "East")
placements = st.lists(st.sampled_from(AREAS), min_size=len(LINES), max_size=len(LINES))


def put(areas: list[str]) -> list[MapEntry]:
    return entries_of({("plan_lines", line): area for line, area in zip(LINES, areas, strict=True)})


def test_an_area_is_written_as_it_is_known_whatever_the_case_and_spaces_it_is_typed_in():
    places = {("plan_lines", "Acute"): "north ", ("target_areas", "Acute"): "NORTH", ("plan_lines", "Beds"): " "}
    assert entries_of(places, ["North"]) == [MapEntry("North", plan_lines=("Acute",), target_areas=("Acute",))]
    assert entries_of(places) == [MapEntry("north", plan_lines=("Acute",), target_areas=("Acute",))]


def test_nothing_changed_is_nothing_to_keep():
    assert map_commands(put(["North"] * 4), {"North": 3}, put(["North"] * 4), "x") == []


def test_what_is_emptied_is_taken_back_and_what_is_new_is_judged():
    kept, wanted = put(["North", "", "", ""]), put(["South", "", "", ""])
    body = {"plan_lines": ["Acute"], "target_areas": [], "position_lines": [], "activity_codes": []}
    assert map_commands(kept, {"North": 3, "South": 2}, wanted, "Moved") == [
        TakeBack("map", "North", "Moved", 3),
        Judge("map", "South", body, "Moved", 2),
    ]


@settings(max_examples=150)
@given(placements, placements)
def test_every_step_from_one_map_to_another_is_a_map_and_the_last_is_the_wanted_one(before, after):
    held = {entry.area: (entry, 1) for entry in put(before)}
    wanted = put(after)
    for command in map_commands(put(before), dict.fromkeys(held, 1), wanted, "x"):
        version = held[command.key][1] if command.key in held else 0
        assert command.seen == version
        if isinstance(command, TakeBack):
            del held[command.key]
        else:
            sides = {side: tuple(names) for side, names in command.body.items()}
            held[command.key] = (MapEntry(command.key, **sides), version + 1)
        AreaMap(tuple(entry for entry, _ in held.values()))
    assert {area: sorted(entry.plan_lines) for area, (entry, _) in held.items()} == {
        entry.area: sorted(entry.plan_lines) for entry in wanted
    }
    assert all(replace(entry, plan_lines=()) == MapEntry(entry.area) for entry, _ in held.values())
