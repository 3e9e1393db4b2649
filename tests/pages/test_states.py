"""What a page shows where data is missing, hostile or broken."""

from __future__ import annotations

import importlib
from dataclasses import replace

import pytest

from recovery.errors import RecoveryError
from recovery.record import Record
from tests.checks.building import table
from tests.pages.conftest import FILES, Visit
from tests.record import building
from tests.spec import published_tables as published

HOSTILE = '<img src=x onerror="alert(1)"> ![p](https://x.test/p.png) [l](https://x.test) £5 $y$'


@pytest.fixture
def load(use):
    """Load tables into a record that the application then serves."""
    path = use()

    def put(*tables, month=3):
        record = Record(str(path))
        record.append(building.load(*tables, month=month))
        record.close()

    return put


def register(title: str):
    return table(
        "schemes",
        [{"ref": "Q1", "scheme": title, "area": title, "stage": 3, "rag": "Red", "net_value": 500}],
    )


def test_a_partly_loaded_month_shows_what_it_has_and_says_what_is_missing(load):
    load(published.position())
    assert "£0.8m adverse" in Visit().open("Month-end variance").html
    page = Visit().open("Risks and mitigations")
    assert "Risks and mitigations: nothing is loaded for 06H, month 3 (June), 2018/19." in page.html
    assert [link.proto.page for link in page.app.get("page_link")] == ["load-data"]
    assert "Load the financial plan (financial-plan)" in Visit().open("Triangulation").html
    assert "Neither a scheme register nor a published QIPP summary is loaded" in Visit().open("QIPP gap").html


def test_a_summary_without_last_month_says_so_and_still_answers(load):
    load(published.position())
    page = Visit().open("Summary")
    assert "Not on plan:" in page.html
    assert "No position is loaded for month 2 (May), so there is no movement to show." in page.html


def test_a_year_without_a_month_shows_its_plan(load):
    load(published.financial_plan(), month=None)
    page = Visit().open("Financial plan")
    assert "CCG" not in page.html
    assert "A commissioner, 2018/19" in page.html
    assert page.picker("Month").options == ["No month yet"]


def test_a_hostile_scheme_title_stays_text_everywhere(load):
    load(register(HOSTILE), published.position())
    for title in FILES:
        page = Visit().open(title)
        assert "<img" not in page.html
        assert '<a href="https://x.test' not in page.html
    page = Visit().open("QIPP gap")
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in page.html
    charts = [chart.proto.spec for chart in page.app.get("plotly_chart")]
    assert charts
    assert not any("<img" in chart for chart in charts)


def test_a_figure_that_cannot_be_had_says_so_in_its_own_words(load, monkeypatch):
    load(published.position())
    figures = importlib.import_module("recovery.measures.figures")

    def refuse(_request):
        raise RecoveryError("The position could not be worked out.")

    broken = {**figures.FIGURES, "forecast": replace(figures.FIGURES["forecast"], make=refuse)}
    monkeypatch.setattr(figures, "FIGURES", broken)
    assert "The position could not be worked out." in Visit().open("Forecast outturn").html


def test_whatever_a_page_does_the_visitor_is_told_without_a_traceback(load, monkeypatch):
    load(published.position())
    figures = importlib.import_module("recovery.measures.figures")

    def crash(_request):
        raise ZeroDivisionError("secret detail")

    broken = {**figures.FIGURES, "forecast": replace(figures.FIGURES["forecast"], make=crash)}
    monkeypatch.setattr(figures, "FIGURES", broken)
    page = Visit().open("Forecast outturn")
    assert "This page could not be shown; the details are in the server&#x27;s log." in page.html
    assert "secret detail" not in page.html


def test_an_unreadable_record_is_a_state_of_its_own(use):
    use().write_bytes(b"this is no database")
    page = Visit()
    page.run()
    assert "The record cannot be read" in page.html
    assert "No page can show figures until it can." in page.html
    assert not page.app.get("page_link")  # nothing can be loaded into it either
