"""Each view that re-adds a table gives what a plain reading of the definitions gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from recovery.sources.definitions import dataset_named
from tests.checks.building import table
from tests.engine.drawn import flow_tables, plain_tables
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.twin import readded
from tests.spec import published_tables as published

if TYPE_CHECKING:
    from recovery.sources.table import Table

ENGINE = FilledEngine()
EXAMPLES = settings(max_examples=40, deadline=None, derandomize=True)


def asked(made: Table) -> list[dict[str, object]]:
    number = ENGINE.load(Loaded(made))
    definition = dataset_named(made.dataset)
    rows = ENGINE.ask(f"{definition.table_name}_readded", submission=number)
    names = ["row_order", "kind", "flow", "added", *(field.name for field in definition.fields)]
    return [dict(zip(names, row, strict=True)) for row in rows]


def assert_same(made: Table) -> None:
    expected, found = readded(made), asked(made)
    fields = ["kind", "flow", "added", *(field.name for field in made.definition.fields)]
    assert [[row[name] for name in fields] for row in found] == [[row[name] for name in fields] for row in expected]
    assert len(found) >= made.rows.num_rows > 0


@EXAMPLES
@given(flow_tables("position"))
def test_a_position_is_re_added_as_its_definition_says(made):
    assert_same(made)


@EXAMPLES
@given(flow_tables("financial-plan"))
def test_a_financial_plan_is_re_added_as_its_definition_says(made):
    assert_same(made)


@EXAMPLES
@given(plain_tables("qipp-targets"))
def test_targets_are_re_added_as_their_definition_says(made):
    assert_same(made)


@pytest.mark.parametrize("name", ["financial_plan", "position", "risks", "qipp_targets"])
def test_the_published_tables_are_re_added_as_their_definitions_say(name):
    assert_same(getattr(published, name)())


def test_a_total_row_is_never_counted_as_a_line():
    rows = [
        {"line": "Acute", "flow": "expenditure", "ytd_actual": 100},
        {"line": "Community", "flow": "expenditure", "ytd_actual": 50},
        {"line": "Sub-total", "flow": "expenditure", "ytd_actual": 150, "kind": "total", "parts": (0, 1)},
        {"line": "Other", "flow": "expenditure", "ytd_actual": 7},
        {"line": "Total", "flow": "expenditure", "ytd_actual": 157, "kind": "total", "parts": (0, 3)},
    ]
    assert [int(row["ytd_actual"]) for row in asked(table("position", rows))] == [100000, 50000, 150000, 7000, 157000]


def test_a_part_of_a_line_is_never_added_beside_it():
    rows = [
        {"line": "Acute", "flow": "expenditure", "ytd_actual": 100},
        {"line": "of which elective", "flow": "expenditure", "ytd_actual": 60, "kind": "part", "parent": 0},
    ]
    found = asked(table("position", rows))
    assert [(row["line"], int(row["ytd_actual"])) for row in found] == [
        ("Acute", 100000), ("of which elective", 60000), ("Total", 100000),
    ]  # fmt: skip
    assert [row["added"] for row in found] == [False, False, True]


def test_a_table_without_totals_gets_them_and_its_net_position():
    rows = [
        {"line": "Allocation", "flow": "income", "ytd_budget": 120, "ytd_actual": 110},
        {"line": "Acute", "flow": "expenditure", "ytd_budget": 90, "ytd_actual": 100},
        {"line": "Other", "flow": "expenditure", "ytd_budget": 30, "ytd_actual": 5},
    ]
    found = [
        (row["line"], row["kind"], int(row["ytd_actual"]), int(row["ytd_variance"]))
        for row in asked(table("position", rows))
    ]
    assert found[3:] == [("Total expenditure", "total", 105000, 15000), ("Net position", "net", 5000, 5000)]


RISKS = [
    {"risk": "Plan", "kind": "baseline", "mitigated_risk": -30, "in_forecast": -30},
    {"risk": "Winter", "mitigated_risk": -5, "in_forecast": -2},
    {"risk": "Contracts", "mitigated_risk": -1, "in_forecast": None},
]


@pytest.mark.parametrize(
    ("total", "net", "expected"),
    [
        ((-36, -32), (-2, 2), [-36, -2]),  # with the plan's row, taken off again
        ((-6, -2), (-2, 2), [-6, -2]),  # without the plan's row
        ((-36, -32), (-32, -28), [-36, -32]),  # with the plan's row, left in
    ],
)
def test_a_risk_total_is_read_as_it_is_printed(total, net, expected):
    rows = [
        *RISKS,
        {"risk": "Total", "kind": "total", "parts": (0, 2), "mitigated_risk": total[0], "in_forecast": total[1]},
        {"risk": "Contingency", "kind": "contingency", "mitigated_risk": 4, "in_forecast": 4},
        {"risk": "Net", "kind": "net", "mitigated_risk": net[0], "in_forecast": net[1]},
    ]
    found = {row["risk"]: row for row in asked(table("risks", rows))}
    assert [int(found[name]["mitigated_risk"]) // 1000 for name in ("Total", "Net")] == expected
    assert found["Contracts"]["residual_risk"] == -1000
    assert len(found) == 6
