"""Favourable is positive, whichever way round a table prints it."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from recovery.sources.options import Options
from tests.sources.grids import IN_THOUSANDS, column, grid, reading_of, rules, table_of

FAVOURABLE_ROWS = """
Allocation|1000|1010|10|4000|4040|40
Hospitals|600|620|-20|2400|2450|-50
Surgeries|300|290|10|1200|1190|10
Total spend|900|910|-10|3600|3640|-40
In year surplus|100|100|0|400|400|0
"""
HEAD = "Line|YTD budget|YTD actual|YTD variance{0}|Annual budget|FOT|FOT variance{0}"
EXPECTED = [1_000_000, -2_000_000, 1_000_000, -1_000_000, 0]


def _turned(body: str) -> str:
    lines = [line.split("|") for line in body.strip().split("\n")]
    return "\n" + "\n".join(
        "|".join(str(-int(cell)) if place in {3, 6} else cell for place, cell in enumerate(line)) for line in lines
    )


@pytest.mark.parametrize("declared", ["", " Fav/(adv)", " (adv)/fav", " fav +ve", " (over)/underspend"])
def test_favourable_printed_positive_is_kept(declared):
    table = table_of(HEAD.format(declared) + FAVOURABLE_ROWS)
    assert column(table, "ytd_variance") == EXPECTED
    assert table.sign_from == (
        f"heading: YTD variance{declared}; heading: FOT variance{declared}" if declared else "the figures"
    )


@pytest.mark.parametrize("declared", ["", " Adv/(fav)", " over/(under)spend", " adverse +ve"])
def test_adverse_printed_positive_is_turned_once(declared):
    table = table_of(HEAD.format(declared) + _turned(FAVOURABLE_ROWS))
    assert column(table, "ytd_variance") == EXPECTED
    assert column(table, "forecast_variance")[1] == -5_000_000


def test_a_title_may_declare_the_sign():
    table = table_of("Position £k, adverse = positive\n" + HEAD.format("") + _turned(FAVOURABLE_ROWS), Options())
    assert column(table, "ytd_variance") == EXPECTED
    assert table.sign_from == "title"


def test_one_difference_in_every_row_is_turned_in_the_income_and_net_rows():
    rows = FAVOURABLE_ROWS.replace("|1000|1010|10|4000|4040|40", "|1000|1010|-10|4000|4040|-40")
    reading = reading_of(grid(HEAD.format("") + rows))
    assert column(reading.tables[0], "ytd_variance") == EXPECTED
    assert rules(reading) == ["income-variance-turned"] * 2


UNCLEAR = "\nHospitals|600|620|7|2400|2400|0\nSurgeries|300|290|5|1200|1200|0"


def test_a_sign_that_nothing_shows_is_a_question():
    reading = reading_of(grid(HEAD.format("") + UNCLEAR))
    assert [(question.option, question.choices) for question in reading.questions] == [
        ("variance_sign", ("favourable", "adverse"))
    ]


@pytest.mark.parametrize(("answer", "first"), [("favourable", 700_000), ("adverse", -700_000)])
def test_the_question_is_answered_by_the_option(answer, first):
    table = table_of(HEAD.format("") + UNCLEAR, Options(unit=Unit.THOUSANDS, variance_sign=answer))
    assert column(table, "ytd_variance")[0] == first
    assert table.sign_from == "option"


def test_no_variance_printed_asks_nothing():
    table = table_of(HEAD.format("") + "\nHospitals|600|600|0|2400|2400|-")
    assert column(table, "ytd_variance") == [0]
    assert column(table, "forecast_variance") == [None]


def test_a_heading_that_the_figures_contradict_holds_and_that_is_said():
    reading = reading_of(grid(HEAD.format(" Fav/(adv)") + _turned(FAVOURABLE_ROWS)), IN_THOUSANDS)
    assert column(reading.tables[0], "ytd_variance")[1] == 2_000_000
    assert rules(reading) == ["sign-contradicted"] * 2


def test_a_planned_saving_printed_positive_and_subtracted_is_turned():
    reading = reading_of(
        grid("£'000|Recurrent exit|Growth|QIPP|Plan\nHospitals|500|30|50|480\nDrugs|300||10|290\nTotal|800|30|60|770")
    )
    assert column(reading.tables[0], "planned_qipp") == [-5_000_000, -1_000_000, -6_000_000]
    assert "saving-turned" in rules(reading)


def test_a_planned_saving_printed_positive_over_rows_that_do_not_add_is_turned_and_said_to_be_assumed():
    reading = reading_of(grid("£'000|Recurrent exit|QIPP|Plan\nHospitals|1010|40|980\nDrugs|510|10|505"))
    assert column(reading.tables[0], "planned_qipp") == [-4_000_000, -1_000_000]
    said = "printed positive and taken for savings, although the rows across do not show it."
    assert [said in one.message for one in reading.notices if one.rule == "saving-turned"] == [True]


def test_a_planned_saving_printed_positive_and_added_is_kept():
    table = table_of("£'000|Recurrent exit|QIPP|Plan\nHospitals|500|30|530\nDrugs|300|10|310")
    assert column(table, "planned_qipp") == [3_000_000, 1_000_000]


def test_a_planned_saving_printed_negative_is_kept():
    table = table_of("£'000|Recurrent exit|Growth|QIPP|Plan\nHospitals|500|30|-50|480\nDrugs|300||-10|290")
    assert column(table, "planned_qipp") == [-5_000_000, -1_000_000]


def test_one_wrong_variance_among_three_does_not_hide_the_sign():
    table = table_of(
        "£'000|YTD budget|YTD actual|YTD variance|Annual budget|Forecast\n"
        "Wards|60|65|5|240|250\nSurgeries|40|38|-2|160|158\nDrugs|20|30|44|80|90"
    )
    assert column(table, "ytd_variance") == [-500_000, 200_000, -4_400_000]


def test_an_answer_about_the_sign_goes_before_what_the_figures_show():
    table = table_of(
        "£'000|YTD budget|YTD actual|YTD variance|Annual budget|Forecast\nWards|60|65|5|240|250",
        Options(unit=Unit.THOUSANDS, variance_sign="favourable"),
    )
    assert (column(table, "ytd_variance"), table.sign_from) == ([500_000], "option")
