"""Prices by activity measure, under the names that people give them."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from recovery.sources.options import Options
from tests.sources.grids import column, grid, reading_of, table_of


@pytest.mark.parametrize(
    "header",
    [
        "Code|Title|Unit price £|Actual cost to date £",
        "code|title|unit_price (£)|actual_cost (£)",
        "Measure|POD|Planned unit cost (£)|Actual cost YTD (£)",
        "EM Code|Measure Name|Average price £|Cost to date £",
        "Ref|Point of delivery|Average tariff £|YTD expenditure £",
        "Code|Description|Plan price £|Actual spend £",
        "Code|Title|Price per unit £|Year to date cost £",
    ],
)
def test_price_and_cost_are_found_however_they_are_called(header):
    table = table_of(f"{header}\nE.M.8|Firsts|120.5|3000\nE.M.9|Follow-ups|90|2000")
    assert (table.dataset, table.unit) == ("activity-prices", Unit.POUNDS)
    assert (column(table, "unit_price"), column(table, "actual_cost")) == ([12050, 9000], [300000, 200000])


def test_a_cost_in_thousands_stands_beside_a_price_in_pounds():
    table = table_of("Code|Tariff £|Actual cost £'000\nE.M.8|120.5|3\nE.M.9|90|2")
    assert (column(table, "unit_price"), column(table, "actual_cost")) == ([12050, 9000], [300000, 200000])


@pytest.mark.parametrize(
    "rows",
    [
        "Code|POD name|21/22 tariff price|YTD cost £000\nE.M.8|First|150|2245\nE.M.11|NEL|£2,200.50|19574",
        "£'000|||\nCode|POD|Unit price|Actual cost\nE.M.8|First|£150|2245\nE.M.11|NEL|2200.5|19574",
    ],
)
def test_a_price_without_a_unit_is_in_pounds_whatever_the_unit_of_the_costs(rows):
    table = table_of(rows, Options())
    assert (column(table, "unit_price"), column(table, "title")) == ([15000, 220050], ["First", "NEL"])
    assert (column(table, "actual_cost"), table.unit) == ([224500000, 1957400000], Unit.THOUSANDS)


def test_prices_alone_need_no_unit_and_the_answer_for_the_costs_leaves_them_alone():
    table = table_of("Code|Tariff\nE.M.8|120.5", Options())
    assert (column(table, "unit_price"), table.unit) == ([12050], Unit.POUNDS)
    rows = "Code|Tariff|Actual cost\nE.M.8|120.5|3"
    for answer in (Options(unit=Unit.THOUSANDS), Options(units={"activity-prices": Unit.THOUSANDS})):
        table = table_of(rows, answer)
        assert (column(table, "unit_price"), column(table, "actual_cost")) == ([12050], [300000])


def test_a_price_whose_own_heading_states_thousands_is_in_thousands():
    assert column(table_of("Code|Unit price £k\nE.M.8|1.25", Options()), "unit_price") == [125000]


def test_a_measure_that_stands_twice_is_refused_however_its_code_is_written():
    rows = grid("Code|Unit price £\nE.M.8|120\nEM8|130\nE.M.8.a|90\nEM 8a|95\nE.M.81|7")
    assert [(one.rule, one.cell) for one in reading_of(rows).errors] == [
        ("duplicate-key", "A3"),
        ("duplicate-key", "A5"),
    ]


def test_a_list_of_prices_alone_is_enough():
    table = table_of("Code|Cost per attendance £\nE.M.12|142")
    assert (table.dataset, column(table, "unit_price")) == ("activity-prices", [14200])


def test_activity_tables_are_still_told_apart():
    assert table_of("Code|Title|Year|Month|Actual\nE.M.8|Firsts|2018/19|1|300").dataset == "activity-actuals"
