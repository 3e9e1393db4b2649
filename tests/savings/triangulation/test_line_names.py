"""Lines whose names stand under several headings are told apart by them."""

from __future__ import annotations

from recovery.savings.triangulation.line_names import line_names
from recovery.sources.table import Table
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.measures.looking import at_month_3, row, thousands
from tests.sources.grids import table_of


def names(made: Table) -> dict[int, str]:
    return {order: one.name for order, one in line_names(made).items()}


PLAN = """
Line|Recurrent exit|Planned QIPP|2018/19 plan
Acute|||
Trust|1010|-40|970
Other|100|-5|95
Community|||
Trust|510|-10|500
Other|51|-1|50
Drugs|30|-2|28
Winter fund|||
Total|1701|-58|1643
Reserves|5||5
"""


def test_a_name_that_repeats_goes_by_its_heading_and_one_that_does_not_by_itself():
    assert list(names(table_of(PLAN)).values()) == [
        "Acute: Trust", "Acute: Other", "Community: Trust", "Community: Other", "Drugs", "Winter fund", "Reserves",
    ]  # fmt: skip


def test_a_section_tells_lines_apart_and_a_total_closes_what_stands_open():
    rows = [
        {"line": "Other", "section": "Acute", "planned_qipp": -4},
        {"line": "Other", "section": "Community", "planned_qipp": -1},
        {"line": "Beds", "section": "Community"},
        {"line": "Other", "section": "Community", "planned_qipp": -2},
        {"line": "Total", "kind": "total", "planned_qipp": -7},
        {"line": "Other", "planned_qipp": -3},
        {"line": "Other", "section": "Income", "flow": "income", "planned_qipp": 9},
    ]
    assert names(table("financial-plan", rows)) == {
        0: "Acute: Other", 1: "Community: Other", 3: "Beds: Other", 5: "Other",
    }  # fmt: skip


def test_income_of_the_same_name_changes_nothing():
    rows = [
        {"line": "Other", "section": "Income", "flow": "income", "planned_qipp": 9},
        {"line": "Other", "section": "Expenditure", "planned_qipp": -4},
    ]
    assert names(table("financial-plan", rows)) == {1: "Other"}


def test_lines_under_each_heading_are_mapped_for_themselves_and_the_heading_is_not():
    targets = table_of("Area|Target\nAcute|45\nCommunity|11\nTotal|56")
    made = FilledEngine(Loaded(table_of(PLAN)), Loaded(targets))
    found = {(one["side"], one["item"]): one["area"] for one in at_month_3(made, "triangulation-map").records()}
    assert [item for side, item in found if side == "plan line"] == [
        "Acute: Trust", "Acute: Other", "Community: Trust", "Community: Other", "Drugs", "Winter fund", "Reserves",
    ]  # fmt: skip
    assert found["plan line", "Acute: Trust"] == found["plan line", "Acute: Other"] == found["target area", "Acute"]
    shown = at_month_3(made, "triangulation")
    area = found["target area", "Acute"]
    assert thousands(shown, area, "budget_qipp", "target", "largest_difference") == [45, 45, 0]
    assert row(shown, "Total")["budget_qipp"] == 58_000
