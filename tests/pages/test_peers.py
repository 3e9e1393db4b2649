"""Among commissioners on the demonstration: the answer, a funnel for any measure, every measure in a table."""

from __future__ import annotations


def test_the_page_opens_with_the_answer_and_says_that_it_is_invented(visit):
    visit.open("Among commissioners")
    assert "Total referrals grew by 0.3% over April to June on the year before, against +1.8% in England" in visit.html
    assert "Illustrative" in visit.html
    assert len(visit.app.get("plotly_chart")) == 1
    assert "3 commissioners are left out of the ranks" in visit.html


def test_another_measure_shows_its_own_funnel_and_those_outside_it(visit):
    visit.open("Among commissioners")
    next(box for box in visit.app.selectbox if box.label == "Measure").set_value("E.M.10b")
    visit.run()
    assert "<h2>Elective ordinary admissions: growth against size</h2>" in visit.html
    assert "very high" in visit.html
