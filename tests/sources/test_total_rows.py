"""Totals told from lines by words and by whether they add up."""

from __future__ import annotations

from recovery.money import Unit
from recovery.sources.options import Options
from tests.sources.grids import column, grid, reading_of, rules, table_of

RISKS = """
Risks £'000|Total risk|Mitigated risk|In forecast|Residual risk
Plan with QIPP|-1360|-1360|-1360|
Delivery risks||||
Total beds|-330|-160|-160|0
Ward costs|-20|-10|0|-10
Backlog|-250|-120|-120|0
Contract risks||||
Total joint pathway|-40|0|0|0
Prices|-120|-50|0|-50
Total risk position|-2120|-1700|-1640|-60
Contingency||300|300|0
Net position||-40|20|-60
"""
HEAD = "£'000|YTD budget|YTD actual|Annual budget|Forecast\n"


def test_a_risk_whose_name_begins_with_total_is_a_line_of_its_group():
    table = table_of(RISKS)
    lines = ["line", "line", "line", "line", "line"]
    assert column(table, "kind") == ["baseline", *lines, "total", "contingency", "net"]
    assert column(table, "group")[1:6] == ["Delivery risks"] * 3 + ["Contract risks"] * 2


def test_a_total_that_is_wrong_everywhere_is_still_a_total():
    table = table_of(HEAD + "Hospitals|60|61|120|121\nSurgeries|30|31|60|61\nTotal spend|190|192|380|382")
    assert column(table, "kind") == ["line", "line", "total"]


def test_a_sum_of_all_other_lines_is_a_total_wherever_it_stands():
    rows = grid(
        HEAD + "Hospitals|6012|6139|12044|12158\nOverall spend|9535|9674|19170|19379\nSurgeries|3523|3535|7126|7221"
    )
    reading = reading_of(rows, Options(unit=Unit.THOUSANDS))
    assert column(reading.tables[0], "kind") == ["line", "total", "line"]
    assert rules(reading) == ["kind-from-figures"]


def test_columns_that_are_nought_on_both_sides_do_not_make_a_total():
    table = table_of(HEAD + "Total beds|10|0|0|0\nSurgeries|30|0|0|0\nWards|12|0|0|0\nTotal|52|0|0|0")
    assert column(table, "kind") == ["line", "line", "line", "total"]
