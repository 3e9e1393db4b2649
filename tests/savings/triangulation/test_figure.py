"""Area by area, each column adds up to its own table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.errors import NothingLoaded
from recovery.figure import Mark
from recovery.savings.triangulation.area_map import SIDES, AreaMap, MapEntry
from recovery.savings.triangulation.figure import COLUMNS, MONEY, MORE, TOTAL, largest, rows_of
from recovery.savings.triangulation.gathering import gathered
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import published_tables
from tests.measures.looking import at_month_3, row, thousands
from tests.savings.triangulation.gathered import engine, request

FIRST = (
    "budget_qipp",
    "target",
    "identified",
    "risk_adjusted",
    "delivered_ytd",
    "activity_value",
    "largest_difference",
)
EVERYTHING = gathered(request(engine(), computed=True))
THINGS = [(item.side, item.name) for item in EVERYTHING.items.values()]


def test_the_first_columns_stand_in_the_order_in_which_people_ask_for_them():
    assert tuple(column.name for column in COLUMNS)[:8] == ("area", *FIRST)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 4), min_size=len(THINGS), max_size=len(THINGS)))
def test_whatever_the_map_each_column_adds_up_to_its_own_table(places):
    held = {place: {side: [] for side in SIDES} for place in range(5)}
    for (side, name), place in zip(THINGS, places, strict=True):
        if place >= 0:
            held[place][side].append(name)
    entries = tuple(MapEntry(f"Area {place}", **{side: tuple(names) for side, names in sides.items()})
                    for place, sides in held.items())  # fmt: skip
    *rows, total = rows_of(AreaMap(entries), EVERYTHING)
    assert total.kind == TOTAL
    for column in (*MONEY, *MORE):
        assert sum((one.amounts.get(column) or Decimal(0) for one in rows), Decimal(0)) == (
            total.amounts.get(column) or Decimal(0)
        ), column


def test_totals_are_printed_ones_with_what_their_lines_add_to_beside_them():
    found = at_month_3(engine(), "triangulation")
    assert thousands(found, "Total", "budget_qipp", "target") == [35142, 35000]
    assert found.marks[len(found.rows) - 1, "budget_qipp"] == Mark(
        Decimal(35_142_000), Decimal(35_533_000), "difference"
    )
    assert thousands(at_month_3(engine(), "triangulation", computed=True), "Total", "budget_qipp") == [35533]


def test_the_columns_agree_with_the_figures_that_show_each_table():
    made = engine()
    found = row(at_month_3(made, "triangulation", computed=True), "Total")
    gap = {one["measure"]: one["value"] for one in at_month_3(made, "qipp-gap", computed=True).records()}
    assert (found["target"], found["identified"], found["risk_adjusted"]) == (
        gap["target"], gap["identified"], gap["risk_adjusted"],
    )  # fmt: skip
    assert found["delivered_ytd"] == row(at_month_3(made, "delivery"), "Total")["actual_ytd"]
    plan = row(at_month_3(made, "plan", computed=True), "Total spend")
    assert found["budget_qipp"] == -plan["planned_qipp"]
    assert found["plan_budget"] == plan["plan_2018_19"]


def test_names_that_are_alike_are_proposed_and_said_to_be_no_more_than_that():
    found = at_month_3(engine(), "triangulation")
    assert found.title == "Triangulation (proposed map, not confirmed)"
    assert set(found.values("map")) == {"proposed, not confirmed", "not mapped", ""}
    assert thousands(found, "Acute", *FIRST[:3]) == [13969, 14000, 400]
    acute = row(found, "Acute")
    assert (acute["largest_difference"], acute["largest_difference_between"]) == (13_600_000, "Targets and Register")


def test_what_is_not_mapped_is_a_row_of_its_own_without_a_comparison():
    left = row(at_month_3(engine(), "triangulation"), "Not mapped: Contract Adjustments (CSI) (target area)")
    assert (left["target"], left["budget_qipp"], left["largest_difference"]) == (4_500_000, None, None)
    assert left["map"] == "not mapped"


def test_a_table_that_says_nothing_of_an_area_counts_as_nought_and_one_that_is_not_there_is_left_out():
    plan = [{"line": "Acute", "flow": "expenditure", "recurrent_exit_prior": 90, "planned_qipp": -40, "plan": 50}]
    targets = [{"area": "Acute", "target": 30}, {"area": "Beds", "target": 5}]
    alone = at_month_3(FilledEngine(Loaded(table("financial-plan", plan))), "triangulation")
    assert row(alone, "Total")["largest_difference"] is None
    both = FilledEngine(Loaded(table("financial-plan", plan)), Loaded(table("qipp-targets", targets)))
    found = at_month_3(both, "triangulation")
    assert thousands(found, "Acute", "budget_qipp", "target", "largest_difference") == [40, 30, 10]
    mapped = AreaMap((MapEntry("Beds", target_areas=("Beds",)),))
    things = gathered(request(both))
    assert largest(rows_of(mapped, things)[0], things.totals) == (5_000, "Financial plan and Targets")


def test_activity_without_a_price_has_no_value_and_is_named():
    acute = row(at_month_3(engine(), "triangulation"), "Acute")
    assert acute["activity_value"] is None
    assert acute["activity_without_price"] == "E.M.8: 600; E.M.10: 180"


def test_the_published_matrix_stands_in_where_there_is_neither_a_register_nor_a_table_of_targets():
    tables = [one for one in published_tables() if one.table.dataset != "qipp-targets"]
    found = at_month_3(FilledEngine(*tables), "triangulation")
    assert thousands(found, "Total", "target", "identified", "risk_adjusted") == [35000, 35091, None]
    assert thousands(found, "Mental Health", "budget_qipp", "target", "identified") == [300, 300, 200]


def test_income_and_memoranda_are_in_no_area():
    assert "Allocation" not in [name for _, name in THINGS]


def test_without_plan_targets_and_register_there_is_nothing_to_triangulate():
    with pytest.raises(NothingLoaded, match=r"Triangulation: nothing is loaded for X01, .*Load the financial plan"):
        at_month_3(FilledEngine(), "triangulation")
