"""The map of areas from the command line: read as a figure, set and taken back as what people decide."""

from __future__ import annotations

import json

REASON = ("--reason", "As agreed")


def shown(office, name):
    return json.loads(office.must("show", name, "--format", "json", "--unit", "pounds"))


def test_the_map_is_set_read_and_taken_back(office):
    office.begin()
    before = shown(office, "triangulation")
    assert [(row["area"], row["map"]) for row in before] == [
        ("Not mapped: Acute (target area)", "not mapped"),
        ("Total", ""),
    ]
    office.must("judge", "map", "Hospitals", "--with", "target-areas=Acute; Beds", *REASON)
    rows = shown(office, "triangulation")
    assert [(row["area"], row["identified"], row["map"]) for row in rows] == [
        ("Hospitals", 120000, "confirmed"),
        ("Total", 120000, ""),
    ]
    assert [(row["item"], row["area"], row["map"]) for row in shown(office, "triangulation-map")] == [
        ("Acute", "Hospitals", "confirmed"),
        ("Beds", "Hospitals", "mapped, but in no table now"),
    ]
    office.must("judge", "map", "Hospitals", "--take-back", *REASON)
    assert shown(office, "triangulation") == before


def test_what_belongs_to_another_area_is_refused_in_one_line(office):
    office.begin()
    office.must("judge", "map", "Hospitals", "--with", "target-areas=Acute", *REASON)
    said = office.refused("judge", "map", "Beds", "--with", "target-areas=acute", *REASON, status=2)
    assert said.endswith("'acute' belongs to Hospitals already; take it out there first.")
