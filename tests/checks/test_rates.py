from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table


def plan(exit_position, planned, percent, step="0.1"):
    row = {"line": "A", "flow": "expenditure", "recurrent_exit_prior": exit_position}
    row |= {"growth": planned - (exit_position or 0), "plan": planned, "growth_on_recurrent_exit": percent}
    return table("financial-plan", [row], steps={"growth_on_recurrent_exit": step})


def test_growth_is_compared_at_the_rounding_at_which_it_is_printed():
    assert reconcile(plan(581292, 600814, "3.4")) == []
    assert reconcile(plan(581292, 600814, "3", step="1")) == []
    (found,) = reconcile(plan(581292, 600814, "3.3"))
    assert (found.check, found.column, found.kind, found.severity) == (
        "percentage against its parts", "growth_on_recurrent_exit", "percent", Severity.DIFFERENCE,
    )  # fmt: skip
    assert (found.printed, found.computed) == (Decimal("3.3"), Decimal("3.358381"))
    assert found.explanation.startswith("The figures give 3.36%, the table prints 3.30%: 0.06% apart")


@pytest.mark.parametrize(("planned", "printed"), [(100_050, "0.1"), (99_950, "-0.1")])
def test_a_half_of_the_last_digit_is_rounded_away_from_zero(planned, printed):
    assert reconcile(plan(100_000, planned, printed)) == []


def test_a_percentage_of_coarse_figures_can_be_off_by_their_rounding():
    (found,) = reconcile(plan(40, 41, "3.0"))
    assert found.severity == Severity.ROUNDING
    (found,) = reconcile(plan(40, 41, "9.0"))
    assert found.severity == Severity.DIFFERENCE


@pytest.mark.parametrize("base", [0, None])
def test_a_percentage_of_nothing_cannot_be_checked(base):
    (found,) = reconcile(plan(base, 5, "3.0"))
    assert (found.severity, found.computed) == (Severity.CANNOT_BE_CHECKED, None)
    assert reconcile(plan(base, 5, None)) == []


def test_change_on_the_prior_year_is_checked_by_code():
    row = {"code": "X.1", "title": "All", "outturn_prior": 200, "do_nothing": 210, "plan": 210, "change_on_prior": 4}
    (found,) = reconcile(table("activity-plan", [row]))
    assert (found.column, found.computed) == ("change_on_prior", Decimal(5))
