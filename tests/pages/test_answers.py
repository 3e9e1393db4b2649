"""The page of questions: every one is answered where its tables are loaded, and says what is missing where not."""

from __future__ import annotations

import re

from recovery.loading import load
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from recovery.ui.answers import QUESTIONS
from tests.pages.conftest import Visit


def test_every_question_is_answered_in_a_sentence_that_leads_to_its_evidence(visit):
    visit.open("Questions and answers")
    for question in QUESTIONS:
        assert f"<h2>{question.asked}</h2>" in visit.html
    assert "the reported deficit of £35.1m is" in visit.html.lower()
    assert re.search(r"In eight runs of ten the outturn lies between a deficit of £\d+\.\dm and a", visit.html)
    assert "In 2017/18 the month 3 forecast was £32.7m better than what came" in visit.html
    assert "That cannot be told yet." not in visit.html
    assert [link.proto.page for link in visit.app.get("page_link")] == [one.address for one in QUESTIONS]


def test_a_question_without_its_tables_says_what_to_load(use, both):
    use(both)
    page = Visit().open("Questions and answers", org="QZZ")
    assert "That cannot be told yet. Track record" in page.html


def test_without_a_position_the_other_questions_are_answered_all_the_same(use):
    file = SourceFile("duties.csv", b"indicator,target %,actual %\nBPPC NHS by value,95,92\n")
    about = {"organisation": "X01", "organisation_name": "A", "year": FinancialYear(2018), "month": 3}
    record = Record(str(use()))
    assert not load(record, [file], Options(year=FinancialYear(2018)), **about, loaded_by="tester").problems
    record.close()
    page = Visit().open("Questions and answers")
    assert "At month 3 (June), 2018/19 there is no reported total for the year." in page.html
    assert "That cannot be told yet. Forecast outturn: nothing is loaded" in page.html
    assert page.html.count("That cannot be told yet.") == len(QUESTIONS) - 1
