"""The activity page on the demonstration: what needs a look, one measure's chart, its settings, what it costs."""

from __future__ import annotations

from recovery.loading import load
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from tests.pages.acting import FINANCE, VIEWER, Acting
from tests.pages.conftest import Visit

PAGE = "Activity against plan"


def test_the_page_opens_with_what_has_moved_by_more_than_chance_and_what_it_costs(visit):
    visit.open(PAGE)
    assert "activity measures are above plan, furthest" in visit.html
    assert "E.M.10b Total Elective Admissions - Ordinary has changed, neither better nor worse" in visit.html
    assert "the other 11 measures move by chance alone." in visit.html
    small = visit.html.split('<div class="rf-small-chart">')[1:]
    assert len(small) == 12
    assert small[0].startswith("<h3>E.M.10b ")
    assert 'rf-icon-neutral"><span aria-hidden="true">▲</span>' in small[0]
    assert "Chance alone" in small[1]
    assert "Hit or miss" in visit.html
    assert "activity is £0.5m adverse: volume is £0.4m adverse, price £0.1m adverse." in visit.html
    assert "Price variance Fav/(adv)" in visit.html
    visit.picker("Measure").set_value("E.M.7a")
    visit.run()
    assert "August 2017/18 to February 2017/18: a shift: points in a row below the mean (improvement)" in visit.html
    assert "Activity a working day, all years that are loaded" in visit.html
    assert "738 a working day, mean 721, limits 623 to 820" in visit.html
    assert "E.M.7a Total GP Referrals (G&amp;A) as charted" in visit.html


def test_a_chart_is_begun_anew_with_a_reason_and_set_back(use, demo, monkeypatch):
    use(demo)
    page = Acting(FINANCE, monkeypatch).open(PAGE)
    assert page.picker("Measure").value == "E.M.10b"
    page.picker("Measure").set_value("E.M.7")
    page.run()
    page.press("Set the chart")
    assert "say why" in page.html
    page.picker("Mean and limits anew from").set_value((2018, 1))
    page.field("text_input", "Reason").set_value("Referrals now go through one gateway")
    page.press("Set the chart")
    assert "E.M.7 is set." in page.html
    assert "Referrals now go through one gateway" in page.html
    assert "mean and limits anew from April 2018/19" in page.html
    assert "With 3 months there are too few for limits." in page.html
    page.field("text_input", "Reason").set_value("It was only tried")
    page.press("Back to the general settings")
    assert "E.M.7 is charted as all measures are." in page.html
    assert "mean and limits anew from" not in page.html


def test_of_two_who_set_a_chart_for_the_first_time_the_second_is_told(use, demo, monkeypatch):
    use(demo)
    pages = [Acting(FINANCE, monkeypatch).open(PAGE) for _ in range(2)]
    for page in pages:
        page.field("text_input", "Reason").set_value("A new pathway")
        page.press("Set the chart")
    assert "E.M.10b is set." in pages[0].html
    assert "E.M.10b has been changed since it was looked at" in pages[1].html


def test_a_reader_sees_an_earlier_month_and_who_may_set_a_chart(use, demo, monkeypatch):
    use(demo)
    page = Acting(VIEWER, monkeypatch).open(PAGE, month="1")
    assert "By control chart" in page.html
    assert "<h2>What needs a look</h2>" in page.html
    assert "Setting this chart: " in page.html
    assert not [box for box in page.app.selectbox if box.label == "Mean and limits anew from"]


def test_actuals_without_a_plan_or_prices_are_charted_all_the_same_and_nothing_says_what_to_load(use):
    months = [(year, month) for year in ("2016/17", "2017/18") for month in range(1, 13)]
    rows = "\n".join(f"A1,Contacts,{year},{month},{100 + month % 2}" for year, month in months)
    file = SourceFile("contacts.csv", f"code,title,financial year,month,actual\n{rows}\n".encode())
    about = {"organisation": "X01", "organisation_name": "A", "year": FinancialYear(2017), "month": 12}
    record = Record(str(use()))
    assert not load(record, [file], Options(year=FinancialYear(2017)), **about, loaded_by="tester").problems
    visit = Visit().open(PAGE)
    assert "none of 1 measure has moved by more than chance" in visit.html
    assert "Load activity prices" in visit.html
    other = SourceFile("targets.csv", b"area,QIPP target (\xc2\xa3)\nBeds,5\n")
    about = about | {"organisation": "X02", "month": None}
    assert not load(record, [other], Options(year=FinancialYear(2017)), **about, loaded_by="tester").problems
    record.close()
    assert "Load the activity plan" in Visit().open(PAGE, org="X02").html
