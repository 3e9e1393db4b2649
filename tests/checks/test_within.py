from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recovery.checks import reconcile
from recovery.checks.within import RULES
from recovery.findings import Severity
from recovery.sources.definitions import datasets
from tests.checks.building import table
from tests.checks.generated import FIGURES, plainly, positions


@given(positions())
@settings(deadline=None, derandomize=True)
def test_a_position_that_adds_up_has_no_findings(rows):
    assert reconcile(table("position", rows)) == []


@given(positions(), st.data())
@settings(deadline=None, derandomize=True)
def test_one_cell_changed_beyond_rounding_is_found_and_named(rows, data):
    number, field = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.sampled_from(FIGURES))
    change = data.draw(st.sampled_from([-1, 1])) * data.draw(st.integers(len(rows), 10**6))
    changed = [dict(row) for row in rows]
    changed[number][field] = int(str(rows[number][field])) + change
    found = [one for one in reconcile(table("position", changed)) if one.severity == Severity.DIFFERENCE]
    partner = {"ytd": "ytd_variance", "ann": "forecast_variance", "for": "forecast_variance"}[field[:3]]
    named = {(one.row_order, one.column) for one in found}
    assert (number, partner) in named
    if changed[number].get("kind", "line") != "line":
        assert (number, field) in named
    else:
        assert {column for row, column in named if row != number} == {field}


@given(positions(), st.data())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_the_vectorised_rules_agree_with_a_plain_reading(rows, data):
    changed = [dict(row) for row in rows]
    for _ in range(data.draw(st.integers(0, 6))):
        number, field = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.sampled_from(FIGURES))
        value = changed[number][field]
        assume(value is not None)
        changed[number][field] = data.draw(
            st.sampled_from([None, *(int(str(value)) + step for step in (-3, -2, -1, 1, 2, 9))])
        )
    made = table("position", changed)
    found = {(one.row_order, one.column, one.check, one.severity.value) for one in reconcile(made)}
    silent = _rows_that_leave_columns_out(changed)
    assert {one for one in found if one[0] not in silent} == {one for one in plainly(made) if one[0] not in silent}


def _rows_that_leave_columns_out(rows):
    """Totals and net rows with a nil figure: whether they can be checked across is a matter of its own."""
    return {number for number, row in enumerate(rows) if "kind" in row and None in row.values()}


def test_findings_stand_from_top_to_bottom():
    rows = [{"line": f"L{number}", "flow": "expenditure", "ytd_budget": 5, "ytd_variance": 99} for number in range(5)]
    assert [one.row_order for one in reconcile(table("position", rows))] == [0, 1, 2, 3, 4]


def test_every_dataset_can_be_empty():
    for name in datasets():
        assert reconcile(table(name, [])) == []


def test_every_rule_has_a_name_and_says_what_it_checks():
    assert len({rule.__name__ for rule in RULES}) == len(RULES) == 18
    assert all(rule.__doc__ and rule.__doc__.startswith("Check") for rule in RULES)
