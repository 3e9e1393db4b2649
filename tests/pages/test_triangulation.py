"""Triangulation on the demonstration: one story or not, the differences, the activity, and the map."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Visit

BOARD = "QZZ"


def test_every_area_stands_with_what_each_table_says_then_the_differences_the_activity_and_the_budgets(visit):
    visit.open("Triangulation")
    assert len(visit.app.get("plotly_chart")) == 1
    acute = visit.html.split('<th scope="row" class="rf-middle">Acute</th>')[1].split("</tr>")[0]
    assert [cell in acute for cell in (">13,969<", ">14,000<", ">14,046<")] == [True] * 3
    assert "computed 35,533" in visit.html
    said = visit.html.split('<ol class="rf-said">')[1].split("</ol>")[0]
    assert said.startswith("<li>Acute: the register&#x27;s schemes are worth £14,046k; the activity that")
    assert said.index("£7,680k less.") < said.index("Prescribing: the financial plan takes £5,700k out of the budget;")
    assert "its lines add to £35,533k, £391k more." in said
    assert "<h2>Activity behind the savings</h2>" in visit.html
    assert "Schemes remove exactly what the activity plan takes out, in every measure." in visit.html
    assert "The position&#x27;s annual budgets come to £1,219.8m, £3.7m more than" in visit.html


@pytest.fixture
def second(use, both):
    use(both)
    return Visit()


def test_an_organisation_without_a_plan_compares_what_it_has_on_a_proposed_map(second):
    second.open("Triangulation", org=BOARD)
    assert "Not one story: the targets ask for £23.8m and schemes are worth £20.2m" in second.html
    assert "The map of areas is only proposed from names" in second.html
    assert "Triangulation (proposed map, not confirmed)" in second.html
    assert "QIPP" not in second.html.split("<h1>")[1]


def test_a_month_without_published_summaries_still_has_its_page(visit):
    visit.open("Triangulation", month="1")
    assert "the budget gives up £35.1m, the targets ask for £35.0m" in visit.html
