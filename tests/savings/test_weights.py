"""The weights in force are the newest at the month's end."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.engine import queries
from recovery.engine.kept import loaded_register
from recovery.period import FinancialYear
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.published import register
from tests.measures.looking import VIEW, at_month_3


def engine_with_a_change_in_june() -> FilledEngine:
    engine = FilledEngine(register())
    engine.connection.execute(
        "INSERT INTO risk_weight VALUES ('', 'qipp', '2018-06-30', 'rag', 'Red', 0.25, 'Late', 0)"
    )
    return engine


def in_force(engine: FilledEngine, view: View) -> list[tuple[object, ...]]:
    return [row[:4] for row in queries.weights_in_force(engine, loaded_register(view, None))]


def test_a_weight_holds_from_its_own_day():
    engine = engine_with_a_change_in_june()
    may, june = (in_force(engine, View("X01", FinancialYear(2018), month)) for month in (2, 3))
    assert ("rag", "Red", Decimal(60), dt.date(2018, 4, 1)) in may
    assert ("rag", "Red", Decimal(25), dt.date(2018, 6, 30)) in june
    assert len(may) == len(june) == 4


def test_no_weight_holds_before_the_first_day():
    assert in_force(FilledEngine(), View("X01", FinancialYear(2017), 12)) == []


def test_a_change_of_weight_changes_what_is_counted_on():
    register_rows = {row[0]: row for row in queries.schemes(engine_with_a_change_in_june(), loaded_register(VIEW, 1))}
    assert register_rows["Q3"][7:9] == (Decimal(25), Decimal(75_000))


def test_each_weight_says_why_and_since_when():
    found = at_month_3(FilledEngine(), "weights")
    assert found.rows[0][:4] == ("stage", "Pipeline", 50, "2018-04-01")
    assert all(row[4] for row in found.rows)
