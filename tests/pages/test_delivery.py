"""Delivery on the demonstration: the answer, the choices kept in the address, what slips, what is unidentified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import EditScheme
from recovery.programme.folding import states
from recovery.programme.performing import perform
from recovery.record import Record
from recovery.ui.savings.delivery import GROUPS
from tests.pages.conftest import Visit


def choose(visit, label: str, option: str):
    box = next(radio for radio in visit.app.radio if radio.label == label)
    box.set_value(option)
    return visit.run()


def test_delivery_opens_with_what_is_delivered_and_where_the_year_is_forecast(visit):
    visit.open("Delivery")
    assert (
        "At month 3 savings of £8.6m are delivered, 98% of the £8.8m planned; the year is forecast at £" in visit.html
    )
    for label in ("Delivered to month 3", "Forecast for the year", "Forecast variance", "Full-year effect next year",
                  "Unidentified"):  # fmt: skip
        assert f"<dt>{label}</dt>" in visit.html


def test_the_month_the_year_to_date_and_the_year_stand_side_by_side(visit):
    visit.open("Delivery")
    for period in ("Month 3 (June)", "Year to date", "Full year, forecast", "Full-year effect next year"):
        assert period in visit.html


@pytest.mark.parametrize("group", GROUPS)
def test_the_grouping_is_kept_in_the_address(visit, group):
    visit.open("Delivery", by=group)
    assert f"<h2>By {group}</h2>" in visit.html
    assert visit.app.query_params["by"] in (group, [group])


def test_choosing_a_grouping_puts_it_into_the_address(visit):
    visit.open("Delivery")
    assert "<h2>By area</h2>" in visit.html
    choose(visit, "Delivery by", "lead")
    assert "<h2>By lead</h2>" in visit.html
    assert visit.app.query_params["by"] in ("lead", ["lead"])


def test_an_address_with_an_unknown_grouping_shows_the_first(visit):
    visit.open("Delivery", by="colour")
    assert "<h2>By area</h2>" in visit.html


def test_the_months_can_be_added_up(visit):
    visit.open("Delivery")
    assert "Savings by month" in visit.html
    choose(visit, "Months", "cumulative")
    assert "Savings added up by month" in visit.html


def test_unidentified_savings_are_a_line_below_the_total(visit):
    visit.open("Delivery")
    table = visit.html.split("<h2>Every scheme</h2>")[1].split("<tbody>")[1]
    assert table.index('class="rf-total"') < table.index(">Unidentified<")
    assert "they stand in no total on this page." in visit.html


def test_slippage_unmoved_forecasts_and_what_recurs_are_told(visit):
    visit.open("Delivery")
    for heading in ("Slippage", "Forecasts that have not moved", "Recurrent and non-recurrent"):
        assert f"<h2>{heading}</h2>" in visit.html
    assert "delivered to date" in visit.html


def test_every_chart_has_a_text_in_its_place_and_every_table_a_download(visit):
    visit.open("Delivery")
    assert all(len(chart.proto.alt) > 40 for chart in visit.app.get("plotly_chart"))
    assert len(visit.app.get("download_button")) >= 5


HOSTILE = '<img src=x onerror="alert(1)"> ![p](https://x.test/p.png) £5 $y$'


def test_a_hostile_title_and_reason_stay_text_in_tables_and_charts(use, demo):
    record = Record(str(use(demo)))
    held = states(record.events_of("06H", 2018, "scheme"))["Q18-048"]
    altered = replace(held.scheme, title=HOSTILE, lead=HOSTILE, slippage_reason=HOSTILE, area=HOSTILE)
    actor = Actor("tests", "test", trusted=True)
    perform(
        record, EditScheme("Q18-048", altered, reason="Try it"), actor, organisation="06H", year=FinancialYear(2018)
    )
    record.close()
    for group in GROUPS:
        page = Visit().open("Delivery", by=group)
        assert "<img" not in page.html
        assert not any("<img" in chart.proto.spec for chart in page.app.get("plotly_chart"))
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in page.html
