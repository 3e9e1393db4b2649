"""The page of the financial duties on both demonstrations, on a position alone and with nothing it needs."""

from __future__ import annotations

from recovery.record import Record
from tests.checks.building import table
from tests.pages.conftest import Visit
from tests.record import building
from tests.spec import published_tables as published

HEADINGS = (
    "Each duty, by its kind of rule", "Underlying position", "Allocation, from opening to current limit", "Contingency",
)  # fmt: skip


def test_duties_stand_by_their_kind_of_rule_with_word_and_sign(visit):
    page = visit.open("Financial duties").html
    statutory, size = page.index("Statutory duty</th>"), page.index("Size of variance</th>")
    assert statutory < page.index("Revenue resource limit</th>") < size < page.index("Control total</th>")
    assert 'rf-rag-red" aria-hidden="true">▼</span>\u00a0Red' in page
    assert (
        "Spend may not exceed the limit by the end of the year: any excess of the forecast is red, else green" in page
    )
    assert [f"<h2>{heading}</h2>" in page for heading in HEADINGS] == [True] * 4


def test_a_position_alone_gives_what_follows_from_it(use):
    record = Record(str(use()))
    record.append(building.load(published.position(), month=3))
    record.close()
    page = Visit().open("Financial duties").html
    assert "1 of 3 financial duties is red: Revenue resource limit" in page
    assert "The allocation is £1,184.8m; no movement of it is known." in page


def test_a_position_of_spend_alone_draws_and_explains_no_chart(use):
    record = Record(str(use()))
    rows = [{"line": "Running costs", "flow": "expenditure", "annual_budget": 100, "forecast_outturn": 90}]
    record.append(building.load(table("position", rows), month=3))
    record.close()
    page = Visit().open("Financial duties")
    assert "The position has no net row, so that there is no outturn to start from.<" in page.html
    assert page.app.get("plotly_chart") == []
    assert [f"<h2>{heading}</h2>" in page.html for heading in HEADINGS] == [True, True, False, False]


def test_a_list_of_movements_alone_is_no_duty_and_says_what_to_load(use):
    record = Record(str(use()))
    rows = [{"movement": "Opening allocation", "amount": 5}]
    record.append(building.load(table("allocations", rows), month=3))
    record.close()
    page = Visit().open("Financial duties")
    assert "Key financial duties: nothing is loaded for 06H, month 3 (June), 2018/19." in page.html
    assert [link.proto.page for link in page.app.get("page_link")] == ["load-data"]


def test_what_leads_to_the_underlying_position_is_said_and_drawn(visit):
    page = visit.open("Financial duties")
    assert (
        "A deficit of £32.5m underneath, 2.7% of the recurrent allocation: reported is a deficit of £35.1m" in page.html
    )
    assert [chart.proto.alt[:33] for chart in page.app.get("plotly_chart")] == ["Waterfall chart. Reported outturn"]
    assert "The allocation is up £3.7m, from £1,181.0m to £1,184.8m by 6 movements" in page.html
    assert (
        "All of the £3.0m contingency is in the forecast, £0.8m of it released to date: nothing is left." in page.html
    )


def test_the_care_board_has_its_own_word_for_savings_and_no_contingency(use, both):
    use(both)
    page = Visit().open("Financial duties", org="QZZ").html
    assert "Efficiency savings" in page
    assert "4 cannot be rated, as a figure, its target or a rule is missing." in page
    assert [f"<h2>{heading}</h2>" in page for heading in HEADINGS] == [True, True, True, False]
