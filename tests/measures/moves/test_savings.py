"""How the savings programme moved between May and June, on the kept programme worked through by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.engine.kept import everything


@pytest.fixture(scope="module")
def june():
    return figure("movement", everything(), View("X01", FinancialYear(2018), 3))


def steps(found, measure: str) -> list[tuple[str, Decimal]]:
    return [(str(row["step"]), row["amount"]) for row in found.records() if row["measure"] == measure]


def test_the_savings_forecast_moves_by_what_june_delivered_off_its_plan(june):
    # 150,000 is profiled, another 4,500 forecast for July to March, 60,500 has no profile; in May Prescribing was 1,000
    # short.  For June it had planned 10,000 and delivered 8,000.
    assert steps(june, "Savings forecast") == [
        ("Opening: month 2 (May)", Decimal(214_000)),
        ("Prescribing", Decimal(-2_000)),
        ("Closing: month 3 (June)", Decimal(212_000)),
    ]


def test_against_the_target_every_bridge_of_savings_ties_out(june):
    for measure in ("Savings forecast", "Savings after risk", "Savings after risk against target"):
        *before, (_, closing) = steps(june, measure)
        assert sum((amount for _, amount in before), Decimal(0)) == closing
    adjusted, short = (steps(june, name) for name in ("Savings after risk", "Savings after risk against target"))
    assert short[-1][1] == adjusted[-1][1] - 35_000_000
