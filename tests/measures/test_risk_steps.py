from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Column
from recovery.measures.bridge import Step
from recovery.measures.risk_steps import as_figure, risk_steps
from tests.showing import shown, small

COLUMNS = (Column("risk", "Risk"), Column("total_risk", "Total", "money"), Column("mitigated_risk", "Left", "money"))


def test_the_steps_run_from_gross_to_net_and_are_added_up_from_the_risks():
    assert risk_steps(shown("risks")) == (
        Step("Before mitigation", Decimal(-28_150_000), level=True),
        Step("Mitigation", Decimal(25_150_000)),
        Step("After mitigation", Decimal(-3_000_000), level=True),
        Step("of which in the forecast", Decimal(-3_000_000), level=True, aside=True),
        Step("of which outside the forecast", Decimal(0), level=True, aside=True),
        Step("Contingency", Decimal(3_000_000)),
        Step("Net after contingency", Decimal(0), level=True),
    )


def test_every_contingency_of_the_table_is_in_its_step():
    two = small([("Winter", 0, -7), ("Reserve", 0, 3), ("Contingency", 0, 2)], *COLUMNS)
    shown_so = replace(two, kinds=("line", "contingency", "contingency"))
    assert risk_steps(shown_so)[-2:] == (
        Step("Contingency", Decimal(5)),
        Step("Net after contingency", Decimal(-2), level=True),
    )


def test_the_steps_are_a_table_beside_their_chart():
    steps = as_figure(risk_steps(shown("risks")), shown("risks"))
    assert steps.rows[0] == ("Before mitigation", Decimal(-28_150_000))
    assert steps.kinds == ("total", "line", "total", "part", "part", "line", "total")
