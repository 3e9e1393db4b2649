from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Column, Figure
from recovery.rows import amount, bottom_line, has_column, last_of_kind, number, of_kind, overall, text, total_spend

FIGURE = Figure(
    "position",
    "Position",
    (Column("line", "Line"), Column("variance", "Variance", "money")),
    (("Acute", Decimal(-5)), ("Other", None), ("Sub-total", Decimal(-5)), ("Total", Decimal(-4)), ("Net", None)),
    ("line", "line", "total", "total", "net"),
)


def test_rows_are_found_by_kind_and_the_last_total_is_the_grand_total():
    assert [row["line"] for row in of_kind(FIGURE, "line")] == ["Acute", "Other"]
    assert last_of_kind(FIGURE, "total") == {"line": "Total", "variance": Decimal(-4)}
    assert last_of_kind(FIGURE, "contingency") is None


def test_all_spend_is_the_last_total_of_expenditure_wherever_the_table_shows_its_income():
    totals = (("Spend", Decimal(7)), ("All spend", Decimal(9)), ("Income", Decimal(5)), ("Aside", Decimal(1)))
    shown = Figure("position", "Position", FIGURE.columns, totals, ("total",) * 4)
    assert total_spend(shown) == {"line": "Aside", "variance": Decimal(1)}  # of a table that knows no flows the last
    told = replace(shown, flows=("expenditure", "expenditure", "income", "memorandum"))
    assert total_spend(told) == bottom_line(told) == {"line": "All spend", "variance": Decimal(9)}
    assert overall(told, "variance") == 9
    income = replace(shown, rows=totals[2:3], kinds=("total",), flows=("income",))
    assert total_spend(income) is None
    assert bottom_line(income) == {"line": "Income", "variance": Decimal(5)}


def test_nil_counts_as_nought_in_a_sum_but_is_told_apart_from_it():
    row = of_kind(FIGURE, "line")[1]
    assert amount(row, "variance") == 0
    assert number(row, "variance") is None
    assert amount(None, "variance") == 0
    assert text(row, "line") == "Other"
    assert text(row, "variance") == ""


def test_the_bottom_line_is_the_net_row_else_the_last_total_else_the_sum_of_lines():
    assert overall(FIGURE, "variance") == -4
    lines = Figure("position", "Position", FIGURE.columns, FIGURE.rows[:2], FIGURE.kinds[:2])
    assert overall(lines, "variance") == -5


def test_a_column_is_known_by_its_name():
    assert has_column(FIGURE, "variance")
    assert not has_column(FIGURE, "budget")
