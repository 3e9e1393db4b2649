"""Movements from the opening allocation to the limit, however much of them is known."""

from __future__ import annotations

import pytest

from recovery.checks import reconcile
from recovery.errors import NothingLoaded
from recovery.money import Unit
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.measures.looking import at_month_3

INCOME = {"line": "Allocation", "flow": "income"}
OPENING = {"movement": "Opening allocation", "recurrent": 1000, "amount": 1000}
PILOT = {"movement": "Pilot", "when": "M2", "recurrence": "NR", "amount": 5}


def made(*rows, limit=None, plan=None, **total):
    engine = FilledEngine()
    if rows:
        listed = table("allocations", [*rows, *([total] if total else [])])
        engine.load(Loaded(listed, 3, findings=reconcile(listed)))
    if limit:
        engine.load(Loaded(table("position", [INCOME | {"annual_budget": limit}]), 3))
    if plan:
        engine.load(Loaded(table("financial-plan", [INCOME | {"plan": plan}])))
    return engine


def shown(engine, *, computed=False):
    found = at_month_3(engine, "allocations", computed=computed)
    return [
        (label, when, *(None if cell is None else int(cell) // 1000 for cell in cells), source)
        for label, when, *cells, source in found.rows
    ]


def test_a_list_says_what_recurs_by_columns_or_by_a_word_and_when_by_name():
    assert shown(made(OPENING, PILOT)) == [
        ("Opening allocation", "", 1000, 1000, 0, 1000, "as loaded"),
        ("Pilot", "May", 5, 0, 5, 1005, "as loaded"),
        ("Current limit", "", 1005, 1000, 5, 1005, "added up"),
    ]


def test_a_movement_that_does_not_say_leaves_the_split_open():
    *_, end = shown(made(OPENING, {"movement": "Pilot", "amount": 5}))
    assert end == ("Current limit", "", 1005, None, None, 1005, "added up")


def test_what_the_list_leaves_of_the_positions_allocation_is_one_line():
    assert shown(made(OPENING, PILOT, limit=1012))[2:] == [
        ("Not explained by a list of movements", "", 7, None, None, 1012, "from the position"),
        ("Current limit", "", 1012, None, None, 1012, "added up"),
    ]


def test_a_list_without_its_opening_starts_from_the_plan():
    assert [row[:3] for row in shown(made(PILOT, plan=990, limit=995))] == [
        ("Opening allocation", "", 990),
        ("Pilot", "May", 5),
        ("Current limit", "", 995),
    ]


def test_a_printed_limit_that_its_movements_do_not_give_is_marked():
    printed = {"movement": "Current limit", "amount": 1009, "kind": "total", "parts": (0, 1)}
    engine = made(OPENING, PILOT, **printed)
    found = at_month_3(engine, "allocations")
    assert shown(engine)[-1][2:] == (1009, 1000, 5, 1005, "as loaded")
    mark = found.marks[2, "amount"]
    assert (int(mark.printed), int(mark.computed), mark.severity) == (1_009_000, 1_005_000, "difference")
    assert shown(engine, computed=True)[-1][2] == 1005


def test_a_position_alone_has_a_limit_but_no_opening():
    assert [row[0] for row in shown(made(limit=1012))] == [
        "Allocation, with no opening to compare it with",
        "Current limit",
    ]


def test_a_list_without_any_opening_starts_from_what_it_leaves_of_the_positions_allocation():
    assert [(*row[:3], *row[5:]) for row in shown(made(PILOT, limit=995))] == [
        ("Allocation, with no opening to compare it with", "", 990, 990, "from the position"),
        ("Pilot", "May", 5, 995, "as loaded"),
        ("Current limit", "", 995, 995, "added up"),
    ]


def test_a_list_without_any_opening_or_position_leads_to_no_limit():
    assert [(row[0], *row[2:]) for row in shown(made(PILOT))] == [
        ("Pilot", 5, 0, 5, None, "as loaded"),
        ("Movements in all, with no opening to add them to", 5, 0, 5, None, "added up"),
    ]


def test_only_the_first_row_opens_a_list_and_only_if_that_is_all_it_says():
    hours = {"movement": "Opening hours of practices", "amount": 5}
    again = {"movement": "Opening allocation", "amount": 7}
    assert [row[0] for row in shown(made(hours, limit=1012))][:2] == [
        "Allocation, with no opening to compare it with", "Opening hours of practices",
    ]  # fmt: skip
    assert [row[0] for row in shown(made(PILOT, again, plan=990))][:2] == ["Opening allocation", "Pilot"]


def test_a_list_in_pounds_need_not_give_the_positions_thousands_to_the_pound():
    rows = [{"movement": "Opening allocation", "amount": 999_600}, {"movement": "Pilot", "amount": 5_000}]
    engine = FilledEngine(
        Loaded(table("allocations", rows, unit=Unit.POUNDS), 3),
        Loaded(table("position", [INCOME | {"annual_budget": 1005}]), 3),
    )
    found = at_month_3(engine, "allocations")
    assert [(row[0], int(row[2])) for row in found.rows] == [
        ("Opening allocation", 999_600), ("Pilot", 5_000), ("Current limit", 1_004_600),
    ]  # fmt: skip
    engine.load(Loaded(table("position", [INCOME | {"annual_budget": 1006}]), 3))
    assert at_month_3(engine, "allocations").rows[2][:3] == ("Not explained by a list of movements", "", 1_400)


def test_a_position_of_spend_alone_has_no_allocation():
    engine = FilledEngine(Loaded(table("position", [{"line": "Acute", "flow": "expenditure"}]), 3))
    with pytest.raises(NothingLoaded, match=r"has an allocation\. It would stand in the allocation movements"):
        at_month_3(engine, "allocations")


def test_nothing_loaded_is_said():
    with pytest.raises(NothingLoaded, match="Allocations"):
        at_month_3(FilledEngine(), "allocations")
