"""Income negative and a deficit positive, as a ledger prints them."""

from __future__ import annotations

import pytest

from tests.sources.grids import column, grid, reading_of, rules, table_of

HEAD = "Line|YTD budget|YTD actual|YTD variance|Annual budget|FOT|FOT variance"
LEDGER = """
Allocation|-1250|-1250|0|-5000|-5000|0
Acute|1000|1020|20|4000|4050|50
Drugs|260|263|3|1040|1045|5
Total expenditure|1260|1283|23|5040|5095|55
Deficit / (Surplus)|10|33|23|40|95|55"""
EXPECTED = {
    "ytd_actual": [125_000_000, 102_000_000, 26_300_000, 128_300_000, -3_300_000],
    "ytd_variance": [0, -2_000_000, -300_000, -2_300_000, -2_300_000],
    "forecast_outturn": [500_000_000, 405_000_000, 104_500_000, 509_500_000, -9_500_000],
    "forecast_variance": [0, -5_000_000, -500_000, -5_500_000, -5_500_000],
}


def _turned(rows: str, *which: int) -> str:
    """Return the rows with the amounts, but not the variances, of some lines the other way round."""
    lines = [line.split("|") for line in rows.strip().split("\n")]
    for place in which:
        for cell in (1, 2, 4, 5):
            lines[place][cell] = str(-float(lines[place][cell]))
    return "\n" + "\n".join("|".join(line) for line in lines)


@pytest.mark.parametrize("which", [(), (0,), (1, 2, 3), (4,), (0, 4)], ids=str)
def test_income_spend_and_a_surplus_come_out_positive_whichever_way_they_are_printed(which):
    rows = _turned(LEDGER, *which)
    table = table_of(HEAD + rows)
    assert {name: column(table, name) for name in EXPECTED} == EXPECTED
    told = [one for one in reading_of(grid(HEAD + rows)).notices if one.rule == "ledger-turned"]
    assert len(told) == (which != (0, 4))


def test_what_was_turned_is_named():
    notice = reading_of(grid(HEAD + LEDGER)).notices[0]
    assert notice.message.endswith(
        "Turned, so that the net position is income less spend: income and the net position."
    )


def test_an_allocation_printed_negative_is_turned_where_no_net_position_stands_below():
    table = table_of(HEAD + LEDGER.rpartition("\n")[0])
    assert column(table, "ytd_actual") == EXPECTED["ytd_actual"][:-1]


def test_one_wrong_figure_does_not_hide_the_ledger_and_figures_that_prove_nothing_are_left():
    wrong = reading_of(grid(HEAD + LEDGER.replace("|10|33|23|", "|10|44|23|")))
    assert column(wrong.tables[0], "ytd_actual")[0] == 125_000_000
    other = reading_of(grid(HEAD + LEDGER.replace("|10|33|23|40|95|55", "|7|44|23|3|9|55")))
    assert column(other.tables[0], "ytd_actual")[0] == -125_000_000
    assert "ledger-turned" not in rules(other)


@pytest.mark.parametrize("net", ["Net|0|5|-5|0|15|-15", "Bottom line|0|5|-5|0|15|-15", "Bottom line|0|-5|-5|0|-15|-15"])
def test_a_ledgers_net_row_under_any_name_is_no_spend(net):
    table = table_of(
        "Category|YTD budget|YTD actual|YTD variance|Annual budget|Forecast|Forecast variance\n"
        "Income|-1000|-1000|0|-3000|-3000|0\nAcute|560|570|-10|1680|1700|-20\nOther|440|435|5|1320|1315|5\n" + net
    )
    assert column(table, "kind") == ["line", "line", "line", "net"]
    assert column(table, "forecast_outturn") == [300_000_000, 170_000_000, 131_500_000, -1_500_000]
    assert column(table, "forecast_variance")[3] == -1_500_000
