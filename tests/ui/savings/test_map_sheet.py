"""The sheet behind the grid of the map: what was typed is kept, whatever others have saved meanwhile."""

from __future__ import annotations

import pytest

from recovery.period import FinancialYear
from recovery.ui.savings import map_sheet
from recovery.ui.savings.map_sheet import AREA, MapNow, open_sheet
from recovery.view import View

VIEW = View("X01", FinancialYear(2018), 3)
BEDS, CHC = ("plan_lines", "Beds"), ("target_areas", "CHC")


def held(beds: str, chc: str) -> MapNow:
    return MapNow({BEDS: beds, CHC: chc}, (), {}, ({AREA: beds}, {AREA: chc}))


@pytest.fixture
def session(monkeypatch):
    monkeypatch.setattr(map_sheet.st, "session_state", state := {})
    return state


def test_an_untouched_sheet_shows_what_others_have_saved(session):  # noqa: ARG001 - held there
    assert open_sheet(VIEW, held("Acute", "Care")).opened == held("Acute", "Care")
    assert open_sheet(VIEW, held("Acute", "Acute")).opened == held("Acute", "Acute")


def test_the_first_thing_typed_after_somebody_else_has_saved_is_not_lost(session):
    before = open_sheet(VIEW, held("Acute", "Care"))
    session[before.grid] = {"edited_rows": {1: {AREA: "Beds"}}}
    sheet = open_sheet(VIEW, held("Community", "Acute"))
    sheet.take([{AREA: "Acute"}, {AREA: "Beds"}])
    assert sheet.wanted == {CHC: "Beds"}
    assert sheet.clashes(held("Community", "Acute")) == [(CHC, "Care", "Acute", "Beds")]


def test_a_closed_sheet_opens_anew(session):  # noqa: ARG001 - held there
    before = open_sheet(VIEW, held("Acute", "Care"))
    before.take([{AREA: "Beds"}, {AREA: "Care"}])
    map_sheet.close()
    assert open_sheet(VIEW, held("Acute", "Care")).grid != before.grid
