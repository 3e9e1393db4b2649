"""Which submissions stand behind a view."""

from __future__ import annotations

from recovery.measures.request import nothing, sources_of
from recovery.period import FinancialYear
from recovery.view import View
from tests.engine.published import everything_published
from tests.measures.looking import VIEW


def test_the_current_submission_of_each_table_stands_behind_a_view():
    sources = sources_of(everything_published(), VIEW)
    assert {name: source.id for name, source in sources.items()} == {
        "position": 1, "risks": 2, "qipp-rag": 3, "qipp-gateway": 4, "financial-plan": 5, "qipp-targets": 6,
        "activity-plan": 7, "schemes": 8, "activity-actuals": 9, "duties": 10, "allocations": 11, "underlying": 12,
        "risk-register": 13, "activity-prices": 14, "activity-return": 16,
    }  # fmt: skip
    assert sources["schemes"].illustrative
    assert {"ytd_budget", "line"} <= sources["position"].fields


def test_another_year_has_nothing_behind_it():
    assert sources_of(everything_published(), View("X01", FinancialYear(2019), 3)) == {}


def test_what_is_missing_is_named_with_what_to_load():
    message = nothing("Plan", ("financial-plan", "position"), View("X9", FinancialYear(2018), 0))
    assert message == (
        "Plan: nothing is loaded for X9, 2018/19. "
        "Load the financial plan (financial-plan) or month-end position (position) first."
    )
