"""A figure as text: columns that line up, marks that are explained."""

from __future__ import annotations

from decimal import Decimal

from recovery.cli.text_table import as_table, grid
from recovery.figure import Column, Figure, Mark
from recovery.money import Unit

COLUMNS = (Column("line", "Line"), Column("amount", "Amount", "money"))


def made(**more) -> Figure:
    rows = (("Acute", Decimal(-1000)), ("All", Decimal(2000)))
    return Figure("made", "Made", COLUMNS, rows, ("line", "total"), **more)


def test_text_stands_left_and_numbers_right():
    assert grid(["Line", "£"], [["A", "1,000"], ["Bcdefg", "(2)"]], [True, False]) == [
        "Line        £",
        "------  -----",
        "A       1,000",
        "Bcdefg    (2)",
    ]


def test_a_figure_has_its_period_and_unit_in_the_title():
    assert as_table(made(), Unit.THOUSANDS, "X1, month 3").splitlines() == [
        "Made: X1, month 3, £'000", "", "Line   Amount", "-----  ------", "Acute     (1)", "All         2",
    ]  # fmt: skip


def test_marks_are_told_apart_and_a_difference_is_spelt_out():
    marks = {
        (0, "amount"): Mark(Decimal(-1000), Decimal(-1400), "rounding"),
        (1, "amount"): Mark(Decimal(2000), Decimal(9000), "difference"),
    }
    lines = as_table(made(marks=marks), Unit.THOUSANDS, "X1").splitlines()
    assert lines[4:] == [
        "Acute    (1)†",
        "All        2*",
        "",
        "† as reported; differs from its parts by rounding only",
        "* as reported; its parts give another figure:",
        "  All, amount: printed 2, computed 9",
    ]


def test_invented_data_is_said_to_be_invented():
    assert "Contains illustrative data: invented, not published." in as_table(
        made(illustrative=True), Unit.POUNDS, "X1"
    )


def test_a_difference_in_a_mixed_column_is_spelt_out_in_its_row_s_own_kind():
    columns = (Column("duty", "Duty"), Column("target", "Target", "mixed"))
    rows = (("Cash", Decimal(1000)), ("Prompt payment", Decimal(95)))
    marks = {
        (0, "target"): Mark(Decimal(1000), Decimal(2000), "difference"),
        (1, "target"): Mark(Decimal(95), Decimal(90), "difference"),
    }
    lines = as_table(Figure("duties", "Duties", columns, rows, ("money", "percent"), marks), Unit.THOUSANDS, "X1")
    assert lines.splitlines()[-2:] == [
        "  Cash, target: printed 1, computed 2",
        "  Prompt payment, target: printed 95.0%, computed 90.0%",
    ]
