"""What a table gives: its lines, and the total that is its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Column, Figure, Mark
from recovery.savings.triangulation.items import Gathered

COLUMNS = (Column("line", "Line"), Column("saving", "Saving", "money"), Column("plan", "Plan", "money"))
TAKEN = {"saving": ("budget_qipp", -1), "plan": ("plan_budget", 1)}
ROWS = {
    "Acute": ("line", -40, 60), "Care": ("line", None, 20), "Health": ("total", -40, 80), "Office": ("line", -5, 9),
    "All": ("total", -44, 89), "of which office": ("total", -5, 9),
}  # fmt: skip


def taken(*names: str, others: tuple[int, ...] = (), marks: dict[tuple[int, str], Mark] | None = None) -> Gathered:
    rows = tuple((name, *(None if one is None else Decimal(one) for one in ROWS[name][1:])) for name in names)
    found = Gathered()
    table = Figure("plan", "Plan", COLUMNS, rows, tuple(ROWS[name][0] for name in names), marks or {})
    found.take(table, "plan_lines", TAKEN, others)
    return found


@pytest.mark.parametrize("order", [list(ROWS), list(reversed(ROWS))])
def test_of_several_totals_the_one_that_all_lines_add_to_is_the_tables_own(order):
    assert taken(*order).totals == {"budget_qipp": Decimal(44), "plan_budget": Decimal(89)}


def test_without_a_total_the_lines_are_added():
    assert taken("Acute", "Care", "Office").totals == {"budget_qipp": Decimal(45), "plan_budget": Decimal(89)}


def test_a_mark_on_the_total_turns_with_its_sign():
    marks = {(1, "saving"): Mark(Decimal(-44), Decimal(-45), "difference")}
    assert taken("Acute", "All", marks=marks).marks == {"budget_qipp": Mark(Decimal(44), Decimal(45), "difference")}


def test_nil_stays_nil_and_rows_of_others_are_left_out():
    found = taken("Acute", "Care", others=(0,))
    assert [(item.name, item.amounts) for item in found.items.values()] == [
        ("Care", {"budget_qipp": None, "plan_budget": Decimal(20)})
    ]


def test_lines_of_one_name_are_added_up():
    found = taken("Acute", "Acute")
    assert found.items["plan_lines", "acute"].amounts == {"budget_qipp": Decimal(80), "plan_budget": Decimal(120)}
