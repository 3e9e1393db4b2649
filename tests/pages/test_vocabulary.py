"""One app, two programmes: an integrated care board reads its own words on every page, a CCG its own."""

from __future__ import annotations

import re

import pytest

from recovery.demo import ALL, manifest
from tests.pages.conftest import FILES, Visit

BOARD = manifest(ALL[1]).organisation
PROGRAMME = r"QIPP|Pipeline|pipeline|Initiation|Monitoring"
OTHERS = re.compile(rf"\b({PROGRAMME}|RAG|Amber|amber|Red)\b")
ALWAYS_COLOURED = {"Questions and answers", "Forecast outturn", "Financial duties", "Methods"}
"""Pages that rate money, not schemes: by red, amber and green, as every commissioner's duties are."""
HELD_AS_LOADED = {"Load data", "Data quality"}
"""Pages that name the tables as the files do."""


@pytest.fixture
def visit(use, both):
    use(both)
    return Visit()


def words_on(page) -> str:
    """Return the text that a page shows in its own HTML, and in place of its charts."""
    shown = "\n".join(element.proto.body for element in page.app.get("html") if "<style>" not in element.proto.body)
    charts = "\n".join(chart.proto.alt for chart in page.app.get("plotly_chart"))
    return f"{re.sub(r'<[^>]+>', ' ', shown)}\n{charts}"


@pytest.mark.parametrize("title", [title for title in FILES if title not in HELD_AS_LOADED])
def test_no_page_of_a_care_board_speaks_of_another_s_programme(visit, title):
    visit.open(title, org=BOARD)
    others = re.compile(rf"\b({PROGRAMME})\b") if title in ALWAYS_COLOURED else OTHERS
    assert others.findall(words_on(visit)) == []


def test_a_scheme_of_a_care_board_is_rated_by_rules_in_its_words(visit):
    visit.open("Scheme", org=BOARD, ref="E24-04")
    assert "High risk when" in words_on(visit)
    assert OTHERS.findall(words_on(visit)) == []


def test_the_gap_page_of_a_care_board_is_its_efficiency_gap(visit):
    visit.open("QIPP gap", org=BOARD)
    assert "<h1>Efficiency gap</h1>" in visit.html
    assert "Efficiency schemes of £" in visit.html
    for heading in ("Value by risk rating", "0 Opportunity", "2 Fully developed", "Gap excluding opportunity"):
        assert heading in visit.html
    assert "rf-rag-red" in visit.html
    assert "High risk" in visit.html


def test_the_pages_of_a_care_board_have_its_stages_and_ratings(visit):
    visit.open("Delivery", org=BOARD, by="stage")
    assert "Plans in progress" in visit.html
    visit.open("Confidence and risk", org=BOARD)
    assert "High risk when a milestone is" in visit.html
    assert "<h2>Value by risk rating</h2>" in visit.html


def test_the_schemes_of_a_stage_are_found_by_its_own_name(visit):
    visit.open("QIPP gap", org=BOARD)
    assert visit.picker("Stage").options == [
        "All", "0 Opportunity", "1 Plans in progress", "2 Fully developed", "3 Delivered"
    ]  # fmt: skip
    visit.picker("Stage").set_value("0 Opportunity")
    visit.run()
    assert "at stage 0 Opportunity, net value £" in visit.html


def test_the_gap_page_says_how_the_register_kept_here_stands_to_the_published_figure(visit):
    visit.open("QIPP gap")
    links = [link.proto for link in visit.app.get("page_link")]
    assert any(link.page == "board" and "The register kept here" in link.label for link in links)
