"""Which line of a position a name means, and what an amount in it does to the net position."""

from __future__ import annotations

from decimal import Decimal

from recovery.measures.position_lines import PositionLine, line_named, position_lines
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded

ROWS = [
    {"line": "Running Costs", "flow": "income", "ytd_actual": 1},
    {"line": "Running Costs", "flow": "expenditure", "ytd_actual": 2},
    {"line": "Acute Services", "flow": "expenditure", "ytd_actual": 3},
    {"line": "acute services", "flow": "expenditure", "ytd_actual": 4},
    {"line": "Total", "flow": "expenditure", "kind": "total", "parts": (1, 3), "ytd_actual": 9},
]


def test_expenditure_goes_before_income_and_the_first_of_one_name_before_the_others():
    engine = FilledEngine()
    lines = position_lines(engine, engine.load(Loaded(table("position", ROWS), 3)))
    assert [line.label for line in lines] == ["Running Costs", "Acute Services", "acute services", "Running Costs"]
    assert line_named("running  costs", lines) is lines[0]
    assert line_named("ACUTE", lines) is lines[1]
    assert line_named("Total", lines) is None


def test_what_makes_the_position_worse_is_extra_spend_or_missing_income():
    income, spend = PositionLine(0, "income", "Allocation"), PositionLine(1, "expenditure", "Acute")
    assert (income.effect(Decimal(5)), spend.effect(Decimal(5))) == (5, -5)
    assert (income.in_actual(Decimal(-5)), spend.in_actual(Decimal(-5))) == (-5, 5)
