"""Prices by activity measure, under the names that people give them."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from tests.sources.grids import column, table_of


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


def test_a_list_of_prices_alone_is_enough():
    table = table_of("Code|Cost per attendance £\nE.M.12|142")
    assert (table.dataset, column(table, "unit_price")) == ("activity-prices", [14200])


def test_activity_tables_are_still_told_apart():
    assert table_of("Code|Title|Year|Month|Actual\nE.M.8|Firsts|2018/19|1|300").dataset == "activity-actuals"
