"""Which column holds which field, whatever the shape of the header."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.sources.options import Options
from tests.sources.grids import column, grid, reading_of, rules, table_of

POSITION_LETTERS = {
    "line": "A",
    "ytd_budget": "B",
    "ytd_actual": "C",
    "ytd_variance": "D",
    "annual_budget": "E",
    "forecast_outturn": "F",
    "forecast_variance": "G",
}
ROWS = """
Hospitals|60|62|-2|150|155|-5
Surgeries|30|29|1|70|70|0
Total|90|91|-1|220|225|-5
"""
SHAPES = {
    "one row": "Line|YTD budget|YTD actual|YTD variance|Annual budget|Forecast outturn|Forecast variance",
    "bare variances": "Area|YTD Plan|YTD Actual|Var|Annual Plan|FOT|Var",
    "period said once": "|YTD Budget|Actual|Variance|Annual Budget|Forecast|Variance",
    "nothing but order": "£k|Budget|Actual|Variance|Budget|Forecast|Variance",
    "groups filled from the left": "|Year to date|||Full year||\nService|Budget|Actual|Var|Budget|Forecast|Var",
    "groups over the middle": "||YTD|||Full year|\nService|Budget|Actual|Variance|Budget|Forecast|Variance",
    "groups repeated": "|YTD|YTD|YTD|Annual|Annual|Annual\n|Plan|Actual|Variance|Plan|FOT|Variance",
    "a title row above": "Month 3 position|\n|YTD Budget|YTD Actual|YTD Variance|Annual Budget|FOT|FOT Variance",
    "units below": "Line|YTD budget|YTD actual|YTD var|Annual budget|FOT|FOT var\n|£'000|£'000|£'000|£'000|£'000|£'000",
    "typing errors": "Line|YTD Bugdet|YTD Acutal|YTD Varience|Anual Budget|Forcast|Forcast Varience",
    "names of a file": "line|ytd_budget|ytd_actual|ytd_variance|annual_budget|forecast_outturn|forecast_variance",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_position_is_read_whatever_the_shape_of_its_header(shape):
    table = table_of(SHAPES[shape] + ROWS)
    assert dict(table.columns) == POSITION_LETTERS
    assert column(table, "ytd_variance") == [-200_000, 100_000, -100_000]
    assert column(table, "forecast_outturn") == [15_500_000, 7_000_000, 22_500_000]
    assert column(table, "kind") == ["line", "line", "total"]


def test_merged_group_cells_hold_for_the_columns_they_span():
    rows = grid("|YTD|||Full year||\nService|Budget|Actual|Variance|Budget|Forecast|Variance" + ROWS)
    table = table_of(rows, merged=((0, 1, 0, 3), (0, 4, 0, 6)))
    assert dict(table.columns) == POSITION_LETTERS


def test_columns_may_stand_in_any_order_beside_columns_that_are_not_asked_for():
    table = table_of("""
        Line|In month Budget|In month Actual|In month Var|Annual Plan|FOT|Notes|YTD Plan|YTD Actual|% var|YTD var|Change
        Hospitals|20|21|-1|150|155|late|60|62|-3%|-2|5
        Surgeries|10|9|1|70|70||30|29|3%|1|0
    """)
    assert dict(table.columns) == {
        "line": "A",
        "annual_budget": "E",
        "forecast_outturn": "F",
        "ytd_budget": "H",
        "ytd_actual": "I",
        "ytd_variance": "K",
    }
    assert table.unused == (
        "In month Budget",
        "In month Actual",
        "In month Var",
        "Notes",
        "% var",
        "Change",
    )
    assert column(table, "ytd_budget") == [6_000_000, 3_000_000]


def test_two_bare_variances_are_told_apart_by_the_columns_to_their_left_in_any_order():
    table = table_of("""
        Line|Annual budget|Forecast|Variance|YTD budget|YTD actual|Variance
        Hospitals|150|155|-5|60|62|-2
        Surgeries|70|70|0|30|29|1
    """)
    assert (table.columns["forecast_variance"], table.columns["ytd_variance"]) == ("D", "G")


def test_two_bare_variances_at_the_end_are_told_apart_by_the_figures():
    table = table_of("""
        Line|YTD budget|YTD actual|Annual budget|Forecast|Variance|Variance
        Hospitals|60|62|150|155|-5|-2
        Surgeries|30|29|70|73|-3|1
    """)
    assert (table.columns["forecast_variance"], table.columns["ytd_variance"]) == ("F", "G")


@pytest.mark.parametrize("share", ["60%|100%|73%", "0.6|1|0.733"])
def test_a_share_under_variance_leaves_the_amount_to_the_unheaded_column_beside_it(share):
    first, second, third = share.split("|")
    table = table_of(f"""
        Status|RAG|Net value £k|Risk adjusted £k|Variance|
        In delivery|Red|100|60|{first}|-40
        |Green|50|50|{second}|0
        Total||150|110|{third}|-40
    """)
    assert (table.columns["share"], table.columns["variance"]) == ("E", "F")
    assert column(table, "variance") == [-4_000_000, 0, -4_000_000]
    assert column(table, "share")[0] == 60_000_000


@pytest.mark.parametrize("heading", ["", "£m", "Month 3 position of the organisation", "Programme", "Budget holder"])
def test_the_label_column_may_have_any_heading(heading):
    table = table_of(
        f"{heading}|YTD budget|YTD actual|Annual budget|Forecast\nHospitals|60|62|150|152\nTotal|60|62|150|152"
    )
    assert column(table, "line") == ["Hospitals", "Total"]


def test_the_years_in_the_headings_choose_between_columns_of_one_name():
    table = table_of(
        """
        £'000|2017/18 Plan|2017/18 Outturn|2017/18 Recurrent exit|QIPP|2018/19 Plan|2019/20 Plan
        Hospitals|90|91|92|-2|90|80
        Total|90|91|92|-2|90|80
    """,
        Options(year=FinancialYear(2018)),
    )
    assert table.columns["plan"] == "F"
    assert table.unused == ("2017/18 Plan", "2019/20 Plan")


@pytest.mark.parametrize("rows_above", [0, 1, 5, 29])
def test_a_header_is_found_in_any_of_the_first_thirty_rows(rows_above):
    above = [[f"Remark {number}"] for number in range(rows_above)]
    rows = above + grid("Line|YTD budget £k|YTD actual £k|Annual budget £k|Forecast £k\nHospitals|60|62|150|152")
    table = table_of(rows)
    assert column(table, "source_row") == [rows_above + 2]


def test_a_header_below_the_thirtieth_row_is_not_looked_for():
    above = [[f"Remark {number}"] for number in range(30)]
    reading = reading_of(above + grid("Line|YTD budget|YTD actual|Annual budget|Forecast\nHospitals|60|62|150|152"))
    assert rules(reading) == ["nothing-recognised"]


def test_a_table_may_stand_away_from_the_corner_of_its_sheet():
    rows = [[], [], *[[None, None, *row] for row in grid(SHAPES["one row"] + ROWS)]]
    table = table_of(rows)
    assert table.columns["line"] == "C"
    assert column(table, "source_row") == [4, 5, 6]


def test_a_missing_column_is_named_with_its_usual_names():
    reading = reading_of(grid("Line|YTD budget|YTD actual|YTD variance|Annual budget\nHospitals|60|62|-2|150"))
    assert rules(reading) == ["missing-column"]
    error = reading.errors[0]
    assert error.dataset == "position"
    assert "Forecast outturn" in error.message
    assert "fot" in error.to_do
    assert reading.tables == ()


def test_months_in_headings_may_be_names_or_dates():
    months = [dt.date(2018 + (number > 8), (number + 3) % 12 + 1, 1) for number in range(12)]
    rows = [
        ["Code", "Title", "2018/19 Plan", *months],
        ["E.M.8", "First attendances", 78.0, *[float(n) for n in range(1, 13)]],
    ]
    table = table_of(rows)
    assert table.dataset == "activity-plan"
    assert column(table, "apr") == [10_000]
    assert column(table, "mar") == [120_000]


def test_a_unit_may_differ_from_column_to_column():
    table = table_of(
        """
        Line|YTD budget £'000|YTD actual £'000|Annual budget £m|Forecast £m
        Hospitals|60|62|0.15|0.152
    """,
        Options(),
    )
    assert table.unit == Unit.THOUSANDS
    assert column(table, "annual_budget") == [15_000_000]
    assert column(table, "ytd_actual") == [6_200_000]


def test_a_column_of_areas_named_once_a_block_leaves_the_label_to_the_column_beside_it():
    table = table_of("""
        Area|Service|YTD budget|YTD actual|Annual budget|Forecast
        Acute|Hospitals|60|62|150|152
        |Ambulances|10|10|20|20
        |Winter|1|1|2|2
        Total||71|73|172|174
    """)
    assert column(table, "line") == ["Hospitals", "Ambulances", "Winter", "Total"]
    assert column(table, "kind") == ["line", "line", "line", "total"]


def test_a_row_of_signs_below_the_header_belongs_to_it():
    table = table_of("""
        Line|YTD budget|YTD actual|YTD variance|Annual budget|FOT|FOT variance
        |||Adv/(fav)|||Adv/(fav)
        Hospitals|60|62|2|150|155|5
    """)
    assert column(table, "ytd_variance") == [-200_000]


def test_the_year_of_the_headings_is_found_where_none_is_said():
    table = table_of("""
        £'000|17/18 FOT|17/18 Recurrent exit|QIPP|18/19 Plan|19/20 Plan
        Hospitals|90|92|-2|90|80
    """)
    assert (table.columns["forecast_outturn_prior"], table.columns["plan"]) == ("B", "E")
    assert table.unused == ("19/20 Plan",)


def test_headings_of_another_year_than_the_load_are_an_error():
    rows = grid("£'000|17/18 FOT|17/18 Recurrent exit|QIPP|18/19 Plan\nHospitals|90|92|-2|90")
    reading = reading_of(rows, Options(year=FinancialYear(2019)))
    assert rules(reading) == ["other-year"]
    assert "2018/19" in reading.errors[0].message
    assert "2019/20" in reading.errors[0].message


def test_a_column_named_exactly_is_that_column_though_every_cell_is_text():
    reading = reading_of(
        grid(
            "£'000|YTD budget|YTD actual|Annual budget|Forecast\n"
            "Wards|60|tbc|240|250\nSurgeries|40|tbc|160|158\nDrugs|20|see note|80|90\nBeds|1|tbc|4|4"
        )
    )
    assert [(one.rule, one.cell) for one in reading.errors] == [("text-in-number", f"C{row}") for row in (2, 3, 4, 5)]
