from __future__ import annotations

from decimal import Decimal

from recovery.measures.bridge import Step
from recovery.measures.risk_steps import as_figure, risk_steps
from tests.showing import shown


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


def test_the_steps_are_a_table_beside_their_chart():
    steps = as_figure(risk_steps(shown("risks")), shown("risks"))
    assert steps.rows[0] == ("Before mitigation", Decimal(-28_150_000))
    assert steps.kinds == ("total", "line", "total", "part", "part", "line", "total")
