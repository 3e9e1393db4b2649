from __future__ import annotations

from recovery.checks import reconcile_across
from recovery.findings import Severity
from tests.checks.building import table


def test_each_measure_without_a_plan_is_said_once():
    plan = table("activity-plan", [{"code": "X.1", "title": "All", "plan": 1}])
    rows = [
        {"code": code, "title": "Calls", "financial_year": 2018, "month": month, "actual": 5}
        for code in ("x.1", "X.2")
        for month in (1, 2, 3)
    ]
    (found,) = reconcile_across({"activity-plan": plan, "activity-actuals": table("activity-actuals", rows)})
    assert (found.dataset, found.check, found.row, found.column, found.severity) == (
        "activity-actuals", "actuals against the plan", "X.2 Calls", "actual", Severity.CANNOT_BE_CHECKED,
    )  # fmt: skip
    assert (found.printed, found.computed, found.row_order) == (None, None, None)


def test_a_code_without_its_points_is_the_code_of_the_plan():
    plan = table("activity-plan", [{"code": "E.M.8", "title": "First", "plan": 1}])
    done = {"code": "EM8", "title": "First", "financial_year": 2018, "month": 1, "actual": 5}
    assert reconcile_across({"activity-plan": plan, "activity-actuals": table("activity-actuals", [done])}) == []
