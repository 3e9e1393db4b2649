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


@pytest.mark.parametrize("name", ["0.5% contingency", "CCG contingency", "Contingency (0.5%)"])
def test_a_contingency_is_known_wherever_the_word_stands_in_its_name(name):
    line, planned = LINE | {"line": name}, PLANNED | {"line": name}
    engine = FilledEngine(Loaded(table("position", [line]), 3), Loaded(table("financial-plan", [planned])))
    assert (shown(engine)["In the plan"], shown(engine)["Held"]) == ((150, "plan"), (120, "position"))


def test_every_contingency_of_the_risk_table_counts():
    rows = [
        {"risk": "Winter", "total_risk": -500, "mitigated_risk": -400, "in_forecast": -100},
        {"risk": "Contingency", "kind": "contingency", "mitigated_risk": 300, "in_forecast": 100},
        {"risk": "Contingency reserve for prescribing", "kind": "contingency", "mitigated_risk": 200, "in_forecast": 0},
    ]
    assert shown(FilledEngine(Loaded(table("risks", rows), 3))) == {
        "Held": (500, "risk table"),
        "Released to date": (25, "worked out: 3 twelfths of what is in the forecast"),
        "In the forecast": (100, "risk table"),
        "Left": (400, "worked out"),
    }


RISK = {"ref": "R1", "title": "Winter", "type": "Risk", "state": "Open", "gross_value": -100, "probability": 50}
HELD = {"type": "Mitigation", "mitigation_kind": "Contingency"}
HOLDINGS = (
    HELD | {"ref": "M1", "title": "Contingency", "state": "Open", "gross_value": 300, "in_forecast": 100},
    HELD | {"ref": "M2", "title": "Reserve", "state": "In the position", "gross_value": 200},
    HELD | {"ref": "M3", "title": "Old reserve", "state": "Closed", "gross_value": 900},
)
SUMMARY = Loaded(table("risks", [{"risk": "Contingency", "kind": "contingency", "mitigated_risk": 50}]), 3)


def register(*rows, month=3):
    return Loaded(table("risk-register", rows), month)


def test_the_risk_register_goes_before_the_risk_table_and_the_position():
    engine = FilledEngine(SUMMARY, Loaded(table("position", [LINE]), 3), register(RISK, *HOLDINGS))
    assert [shown(engine)[step] for step in ("Held", "In the forecast", "Left")] == [
        (500, "risk register"), (300, "risk register"), (200, "worked out"),
    ]  # fmt: skip
    assert at_month_3(engine, "contingency").submissions == (2, 3)
    assert shown(FilledEngine(SUMMARY, register(RISK)))["Held"] == (50, "risk table")


def test_what_is_left_is_where_the_movement_of_the_contingency_ends():
    engine = FilledEngine(*(Loaded(table("position", [LINE]), month) for month in (2, 3)))
    engine.load(register(HOLDINGS[0] | {"in_forecast": 0}, month=2))
    engine.load(register(RISK, *HOLDINGS))
    *_, end = (row for row in at_month_3(engine, "movement").rows if row[0] == "Contingency outside the forecast")
    assert (end[2], int(end[3]) // 1000) == ("Closing: month 3 (June)", shown(engine)["Left"][0])


def test_without_a_contingency_anywhere_it_is_said_where_one_would_stand():
    engine = FilledEngine(Loaded(table("position", [LINE | {"line": "Acute"}]), 3))
    with pytest.raises(NothingLoaded, match=r"X01, month 3 \(June\), 2018/19 has a contingency\. It would stand in"):
        at_month_3(engine, "contingency")
    with pytest.raises(NothingLoaded, match="Contingency: nothing is loaded"):
        at_month_3(FilledEngine(), "contingency")
