"""The map that people have confirmed goes before the one that names suggest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands


def judged(happening: Happening, area: str, kind: str = "judged", **sides: list[str]) -> None:
    """Decide one area of the map of 2018/19."""
    entry = happening.happens(
        f"map/{area}", kind, dt.date(2018, 7, 10), subject_kind="judgement", reason="Ours", **sides
    )
    happening.events[-1] = replace(entry, subject=replace(entry.subject, year=2018))


def engine() -> FilledEngine:
    """Hospitals is both acute targets; out of hospital is the other plan lines' community money."""
    happening, made = Happening(), FilledEngine(*published_tables())
    judged(happening, "Out of hospital", plan_lines=["Community Health Services"], target_areas=["Community / CSI"])
    judged(happening, "Hospitals", plan_lines=["acute "], target_areas=["Acute (GIC)", "Acute (PbR)", "Gone"])
    made.happen(*happening.events)
    return made


def test_a_confirmed_map_holds_alone_in_the_order_of_the_tables_with_all_else_not_mapped():
    found = at_month_3(engine(), "triangulation")
    assert found.title == "Triangulation"
    assert found.values("area")[:2] == ["Hospitals", "Out of hospital"]
    assert all(str(area).startswith("Not mapped: ") for area in found.values("area")[2:-1])
    assert thousands(found, "Hospitals", "budget_qipp", "target", "identified") == [13969, 14000, 14046]
    assert set(found.values("map")) == {"confirmed", "not mapped", ""}


def test_what_is_mapped_and_stands_in_no_table_any_more_is_said():
    gone = next(one for one in at_month_3(engine(), "triangulation-map").records() if one["item"] == "Gone")
    assert (gone["area"], gone["map"]) == ("Hospitals", "mapped, but in no table now")


def test_when_all_of_it_is_taken_back_the_proposal_stands_in_again():
    happening, made = Happening(), FilledEngine(*published_tables())
    judged(happening, "Hospitals", plan_lines=["Acute"])
    judged(happening, "Hospitals", "taken back")
    made.happen(*happening.events)
    found = at_month_3(made, "triangulation")
    assert row(found, "Acute")["map"] == "proposed, not confirmed"
