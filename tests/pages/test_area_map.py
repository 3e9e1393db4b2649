"""The map of areas on its page: who may change it, with what reason, and two people at once."""

from __future__ import annotations

import json

import pytest

from recovery.record import Record, Subject
from tests.pages.acting import FINANCE, LEAD, MANAGER, VIEWER, Acting, grids_typed_into

BOARD = "QZZ"
REASON = "As agreed with the provider"


@pytest.fixture
def served(use, both):
    return use(both)


@pytest.fixture
def acting(served, monkeypatch):  # noqa: ARG001 - served by then
    return lambda email: Acting(email, monkeypatch)


def put(areas):
    """Type into the grid of the map: areas by name."""

    def typed(key, rows):
        if not key.startswith("map "):
            return rows
        return [row | {"Area": areas.get(row["Name"], row["Area"])} for row in rows]

    return typed


def entry(path, area: str, organisation: str = "06H", year: int = 2018):
    record = Record(str(path))
    try:
        events = record.events(Subject(organisation, year, "judgement", f"map/{area}"))
    finally:
        record.close()
    return [(event.kind, event.by, event.reason, json.loads(event.body)) for event in events]


def test_what_belongs_to_which_area_is_shown_to_everybody(acting):
    page = acting(VIEWER).open("Triangulation")
    assert "The map is confirmed: 8 areas, and 1 thing is in none of them." in page.html
    row = page.html.split(">Community</th>")[-1].split("</tr>")[0]
    assert "Community / CSI, Contract Adjustments (CSI)" in row
    assert "Not mapped" in page.html
    decided = page.html.split("Decided last about the map")[-1].split("</table>")[0]
    assert "What the position reports as other; no target asks for it" in decided
    assert FINANCE in decided
    assert "Changing the map: " in page.html


def test_only_finance_and_the_pmo_may_change_it(acting):
    page = acting(LEAD).open("Triangulation")
    assert "Changing the map: " in page.html
    assert not [one for one in page.app.button if one.label == "Save the map"]


def test_a_line_is_put_into_another_area_with_a_reason_as_one_change(acting, served, monkeypatch):
    with grids_typed_into(monkeypatch, put({"Contract Adjustments (CSI)": "acute"})):
        page = acting(FINANCE).open("Triangulation")
        page.fill("text_input", "Reason", REASON)
        page.press("Save the map")
    assert "The map of areas is saved: 2 changes, with the reason." in page.html
    assert entry(served, "Community")[-1][3]["target_areas"] == ["Community / CSI"]
    kind, by, reason, body = entry(served, "Acute")[-1]
    assert (kind, by, reason) == ("judged", FINANCE, REASON)
    assert body["target_areas"] == ["Contract Adjustments (CSI)", "Acute (GIC)", "Acute (PbR)"]
    assert ">18,500<" in page.html


def test_without_a_reason_nothing_is_kept(acting, served, monkeypatch):
    with grids_typed_into(monkeypatch, put({"CHC": "Acute"})):
        page = acting(MANAGER).open("Triangulation")
        page.press("Save the map")
    assert "Map of areas: say why." in page.html
    assert len(entry(served, "Acute")) == 1


def test_a_proposed_map_is_confirmed_whole(acting, served):
    page = acting("finance.lead@icb.example").open("Triangulation", org=BOARD)
    page.fill("text_input", "Reason", REASON)
    page.press("Confirm this map")
    assert "The map of areas is saved: 6 changes, with the reason." in page.html
    assert "The map is confirmed: 6 areas" in page.html
    assert "(proposed map, not confirmed)" not in page.html
    assert entry(served, "Running costs", BOARD, 2024)[-1][0] == "judged"


def test_what_two_people_put_elsewhere_is_shown_and_chosen(acting, served, monkeypatch):
    second = acting(MANAGER)
    with grids_typed_into(monkeypatch, put({"CHC": "Acute", "Other": "Elsewhere"})):
        second.open("Triangulation")
    with grids_typed_into(monkeypatch, put({"CHC": "Prescribing"})):
        first = acting(FINANCE).open("Triangulation")
        first.fill("text_input", "Reason", REASON)
        first.press("Save the map")
    with grids_typed_into(monkeypatch, put({"CHC": "Acute", "Other": "Elsewhere"})):
        second.run()
        clash = second.html.split("Changed by both of you")[-1].split("</table>")[0]
        assert clash.index("Continuing care") < clash.index("Prescribing") < clash.index("Acute")
        assert second.field("button", "Save the map").disabled
        second.fill("radio", "Whose areas hold for these?", "Theirs")
        second.fill("text_input", "Reason", REASON)
        second.press("Save the map")
    assert "The map of areas is saved" in second.html
    assert "CHC" in entry(served, "Prescribing")[-1][3]["target_areas"]
    assert entry(served, "Elsewhere")[-1][3] == {"position_lines": ["Other"]}
