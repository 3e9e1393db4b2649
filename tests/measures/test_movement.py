from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Column
from recovery.measures.movement import Movement, movements
from tests.showing import small

COLUMNS = (Column("line", "Line"), Column("ytd_variance", "Variance", "money"))


def test_each_line_that_both_months_have_moves_from_one_to_the_other():
    before = small([("Acute ", Decimal(-5)), ("Gone", Decimal(1))], *COLUMNS)
    now = small([("acute", Decimal(-8)), ("New", Decimal(2))], *COLUMNS)
    assert movements(before, now, "ytd_variance") == [Movement("acute", Decimal(-5), Decimal(-8))]


def test_a_variance_that_becomes_more_adverse_is_worse():
    assert Movement("Acute", Decimal(-5), Decimal(-8)).change == Decimal(-3)


def test_a_line_without_a_variance_now_has_no_movement():
    before, now = small([("Acute", Decimal(-5))], *COLUMNS), small([("Acute", None)], *COLUMNS)
    assert movements(before, now, "ytd_variance") == []


def test_lines_of_one_name_move_each_by_themselves():
    flows = ("income", "expenditure", "expenditure")
    before, now = (
        replace(small([("Pay", Decimal(amount)) for amount in amounts], *COLUMNS), flows=flows)
        for amounts in ((1, 2, 3), (1, 5, 4))
    )
    assert [one.change for one in movements(before, now, "ytd_variance")] == [0, 3, 1]
