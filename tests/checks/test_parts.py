from __future__ import annotations

from decimal import Decimal

from recovery.checks import reconcile
from recovery.findings import Severity
from tests.checks.building import table
from tests.sources.grids import table_of


def measures(whole, *parts):
    rows = [{"code": "X.1", "title": "All", "outturn_prior": whole}]
    rows += [
        {"code": f"X.1{letter}", "title": "Some", "kind": "part", "parent": 0, "outturn_prior": part}
        for letter, part in zip("abc", parts, strict=False)
    ]
    return table("activity-plan", rows)


def test_the_parts_of_a_code_make_the_code():
    assert reconcile(measures(30, 10, 20)) == []
    (found,) = reconcile(measures(32, 10, 20))
    assert (found.check, found.row, found.row_order, found.column) == (
        "parts against their line", "X.1 All", 0, "outturn_prior",
    )  # fmt: skip
    assert (found.printed, found.computed, found.severity) == (Decimal(32), Decimal(30), Severity.DIFFERENCE)


def test_a_nil_part_cannot_be_checked_unless_the_others_make_the_line():
    assert reconcile(measures(10, 10, None)) == []
    (found,) = reconcile(measures(30, 10, None))
    assert (found.severity, found.computed) == (Severity.CANNOT_BE_CHECKED, None)
    assert found.explanation == "1 of the line's 2 parts have no figure here."


def test_a_nil_line_with_parts_cannot_be_checked():
    (found,) = reconcile(measures(None, 10, 20))
    assert (found.severity, found.printed, found.computed) == (Severity.CANNOT_BE_CHECKED, None, Decimal(30))


def test_a_part_alone_cannot_be_checked_unless_it_is_the_line():
    assert reconcile(measures(10, 10)) == []
    (found,) = reconcile(measures(30, 10))
    assert found.severity == Severity.CANNOT_BE_CHECKED


def test_a_line_and_parts_without_figures_are_no_finding():
    assert reconcile(measures(None, None, None)) == []


def test_actuals_are_compared_month_by_month():
    def actual(code, month, number, **more):
        return {"code": code, "title": "", "financial_year": 2018, "month": month, "actual": number, **more}

    rows = [
        actual("X.1", 1, 30),
        actual("X.1", 2, 35),
        *(actual("X.1a", month, 10, kind="part", parent=month - 1) for month in (1, 2)),
        *(actual("X.1b", month, 20, kind="part", parent=month - 1) for month in (1, 2)),
    ]
    (found,) = reconcile(table("activity-actuals", rows))
    assert (found.row, found.printed, found.computed) == ("X.1, May 2018/19", Decimal(35), Decimal(30))


def test_actuals_in_a_column_a_month_are_added_up_as_those_in_a_row_a_month():
    wide = "Code|POD|Apr 21|May 21\nE.M.10|El|20|16\nEM10a|DC|15|15\nE.M.10.b|Ord|1|1"
    (found,) = reconcile(table_of(wide))
    assert (found.row, found.row_order, found.printed, found.computed, found.severity) == (
        "E.M.10 El, April 2021/22", 0, Decimal(20), Decimal(16), Severity.DIFFERENCE,
    )  # fmt: skip
