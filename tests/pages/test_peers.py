"""Among commissioners on the demonstration: the answer, a funnel for any measure, every measure in a table."""

from __future__ import annotations

from recovery.loading import load
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from tests.pages.conftest import Visit

HEADINGS = (
    "financial year,month,code,name,elective ordinary admissions,elective daycase admissions,non-elective admissions,"
    "GP referrals made,other referrals made,first outpatient attendances"
)


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


def test_one_commissioners_row_alone_is_growth_and_a_chart_and_no_england(use):
    rows = [f"{year},3,X01,A CCG,{count},90,80,70,60,50" for year, count in (("2017/18", 10), ("2018/19", 20))]
    file = SourceFile("return.csv", "\n".join([HEADINGS, *rows]).encode())
    about = {"organisation": "X01", "organisation_name": "A CCG", "year": FinancialYear(2018), "month": None}
    record = Record(str(use()))
    assert not load(record, [file], Options(year=FinancialYear(2018)), **about, loaded_by="tester").problems
    record.close()
    peers = Visit().open("Among commissioners")
    assert "England&#x27;s growth, ranks and limits are not known" in peers.html
    assert not peers.app.get("plotly_chart")
    assert "Median" not in peers.html
    activity = Visit().open("Activity against plan")
    assert "By control chart, 8 measures have too few months to tell." in activity.html
    assert "E.M.10 Elective admissions" in activity.html
