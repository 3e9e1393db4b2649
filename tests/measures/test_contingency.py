"""The contingency from whichever table speaks of it."""

from __future__ import annotations

import pytest

from recovery.errors import NothingLoaded
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.measures.looking import at_month_3

LINE = {
    "line": "Contingency reserve", "flow": "expenditure", "ytd_budget": 30, "ytd_actual": 10, "annual_budget": 120,
    "forecast_outturn": 40,
}  # fmt: skip
PLANNED = {"line": "Contingency", "flow": "expenditure", "plan": 150}


def shown(engine):
    found = at_month_3(engine, "contingency")
    return {step: (None if amount is None else int(amount) // 1000, source) for step, amount, _, source in found.rows}


def test_the_positions_own_line_says_what_is_released_and_what_is_not_to_be_spent():
    engine = FilledEngine(Loaded(table("position", [LINE]), 3), Loaded(table("financial-plan", [PLANNED])))
    assert shown(engine) == {
        "In the plan": (150, "plan"),
        "In the plan and held no longer": (30, "worked out"),
        "Held": (120, "position"),
        "Released to date": (20, "position"),
        "In the forecast": (80, "position"),
        "Left": (40, "worked out"),
    }


def test_a_plan_alone_says_only_what_is_held():
    assert shown(FilledEngine(Loaded(table("financial-plan", [PLANNED])))) == {
        "Held": (150, "plan"),
        "Released to date": (None, "nothing loaded"),
        "In the forecast": (None, "nothing loaded"),
        "Left": (None, "worked out"),
    }


def test_no_contingency_anywhere_is_nothing_loaded():
    with pytest.raises(NothingLoaded, match="Contingency"):
        at_month_3(FilledEngine(Loaded(table("position", [LINE | {"line": "Acute"}]), 3)), "contingency")


@pytest.mark.parametrize("name", ["0.5% contingency", "CCG contingency", "Contingency (0.5%)"])
def test_a_contingency_is_known_wherever_the_word_stands_in_its_name(name):
    line, planned = LINE | {"line": name}, PLANNED | {"line": name}
    engine = FilledEngine(Loaded(table("position", [line]), 3), Loaded(table("financial-plan", [planned])))
    assert (shown(engine)["In the plan"], shown(engine)["Held"]) == ((150, "plan"), (120, "position"))
