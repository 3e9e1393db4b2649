"""The unit of a table's money: as it states, as the person says, or a question."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from recovery.sources.options import Options
from tests.sources.grids import column, grid, reading_of, rules, table_of

BODY = "\nHospitals|60|62|150|152"
PLAIN = "Line|YTD budget|YTD actual|Annual budget|FOT"


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        (f"£'000|YTD budget|YTD actual|Annual budget|FOT{BODY}", "A1: £'000"),
        (f"All figures in £000s\n{PLAIN}{BODY}", "A1: All figures in £000s"),
        (f"Report|||£k\n{PLAIN}{BODY}", "D1: £k"),
        (f"Line|YTD budget £k|YTD actual|Annual budget|FOT{BODY}", "B1: YTD budget £k"),
        (f"{PLAIN}|£ thousand{BODY}", "F1: £ thousand"),
        (f"{PLAIN}\n|£000|£000|£000|£000{BODY}", "B2: £000"),
        (f"{PLAIN}\n|a|b|c|d\n|£000|£000|£000|£000{BODY}", "B3: £000"),
        (f"Report in thousands\nMonth 3\n{PLAIN}{BODY}", "A1: Report in thousands"),
    ],
)
def test_the_unit_is_found_where_people_put_it(rows, source):
    table = table_of(rows, Options())
    assert (table.unit, table.unit_from) == (Unit.THOUSANDS, source)
    assert column(table, "ytd_budget") == [6_000_000]


def test_a_table_that_does_not_state_its_unit_is_a_question():
    reading = reading_of(grid(PLAIN + BODY), Options())
    question = reading.questions[0]
    assert (question.rule, question.option) == ("unit-not-stated", "unit")
    assert question.choices == ("pounds", "thousands", "millions")
    assert reading.tables[0].unit is None


@pytest.mark.parametrize("unit", list(Unit))
def test_the_question_is_answered_by_the_option(unit):
    table = table_of(PLAIN + BODY, Options(unit=unit))
    assert (table.unit, table.unit_from) == (unit, "option")
    assert column(table, "ytd_budget") == [60 * unit.pence]


def test_a_stated_unit_holds_against_the_general_option_and_that_is_said():
    reading = reading_of(grid(f"£m\n{PLAIN}{BODY}"), Options(unit=Unit.THOUSANDS))
    assert reading.tables[0].unit == Unit.MILLIONS
    assert rules(reading) == ["unit-stated"]
    assert "position=thousands" in reading.notices[0].to_do


def test_a_unit_said_for_the_table_itself_always_holds():
    table = table_of(f"£m\n{PLAIN}{BODY}", Options(units={"position": Unit.THOUSANDS}))
    assert (table.unit, table.unit_from) == (Unit.THOUSANDS, "option")


def test_a_stated_unit_beyond_belief_is_a_question_that_the_option_answers():
    rows = grid(f"£m\n{PLAIN}\nHospitals|600000|620000|1500000|1520000")
    assert rules(reading_of(rows, Options())) == ["unit-not-believed"]
    table = table_of(rows, Options(unit=Unit.THOUSANDS))
    assert (table.unit, table.unit_from) == (Unit.THOUSANDS, "option")


def test_amounts_that_all_have_their_own_k_or_m_need_no_unit():
    table = table_of("Area|QIPP target\nHospitals|£10.5m\nDrugs|£500k\nOther|0", Options())
    assert column(table, "target") == [1_050_000_000, 50_000_000, 0]


def test_a_table_without_money_has_no_unit_and_asks_for_none():
    table = table_of("Code|Financial year|Month|Actual\nE.M.8|2018/19|1|100", Options())
    assert (table.unit, table.unit_from) == (None, "")
