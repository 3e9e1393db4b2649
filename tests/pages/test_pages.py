"""Every page on the demonstration, on an empty record, and with an address that cannot be had."""

from __future__ import annotations

import pytest

from recovery.ui.markup import plain
from tests.pages.conftest import FILES, Visit

OPENINGS = {
    "Summary": "Not on plan: at month 3 (June), 2018/19, the position is £0.8m adverse for the year to date",
    "Questions and answers": "At month 3 (June), 2018/19 the year is reported to end with a deficit of £35.1m;",
    "Financial plan": "The 2018/19 plan is a deficit of £35.1m.",
    "Month-end variance": "At month 3 (June), 2018/19, the position is £0.8m adverse",
    "Forecast outturn": "The reported deficit of £35.1m is the best of eight methods; the others run from",
    "What moved": "Since month 2 (May) the forecast has not moved: a deficit of £35.1m.",
    "Track record": "In 2017/18 the month 3 forecast was £32.7m better than what came: a deficit of £15.5m",
    "Financial duties": "2 of 9 financial duties are red: Revenue resource limit, a statutory duty (£35.1m adverse on",
    "Risks and mitigations": "Risks of £28.2m before mitigation come down to £3.0m",
    "Chance of control total": "On 10,000 runs the outturn lies between a deficit of £42.8m and a deficit of £29.9m",
    "Board": "55 schemes worth £35.1m: 26 wait for you, 3 are stuck, 19 have an overdue milestone.",
    "Scheme": "Choose a scheme to see where it stands, who agreed what on what evidence",
    "Edit a scheme": "Begin a new scheme here, or choose one to change its case.",
    "Monthly profiles": "55 schemes that you may edit: £35.1m planned for the year, £8.6m saved so far",
    "Delivery": "At month 3 savings of £8.6m are delivered, 98% of the £8.8m planned; the year is forecast at £",
    "Confidence and risk": "is counted on after risk, £2.1m short of the target of £35.0m.",
    "Approvals": "35 approvals wait for you, of 71 outstanding on 55 schemes; 3 conditions are overdue and 3 are open.",
    "Register": "The register has 55 schemes: 55 live worth £35.1m; 1 other is withdrawn, in no total.",
    "QIPP gap": "QIPP schemes of £35.1m are worth £32.9m after risk: a risk-adjusted gap of £2.2m.",
    "Triangulation": "One story in total, but not area by area: the budget gives up £35.1m, the targets ask for £35.0m",
    "Activity against plan": "To June 2018/19, ",
    "Among commissioners": "Of 8 measures 3 lie outside the funnel of growth: elective ordinary admissions (+12.8%",
    "Load data": "Drop a month-end workbook to see how it is understood",
    "Data quality": "printed figures differ from what their parts give by more than rounding",
    "Methods": "each is worked out in one place, and this is how.",
    "People": "12 people have a role here, 1 as administrator.",
}
NEED_DATA = [title for title in FILES if title not in {"Load data", "Methods", "People"}]


def test_there_is_an_expectation_for_every_page():
    assert list(OPENINGS) == list(FILES)


@pytest.mark.parametrize("title", FILES)
def test_a_page_opens_with_the_sentence_that_states_the_answer(visit, title):
    visit.open(title)
    assert visit.html.count("<h1>") == 1
    assert f"<h1>{title}</h1>" in visit.html
    assert OPENINGS[title] in visit.html


@pytest.mark.parametrize("title", FILES)
def test_a_page_of_an_empty_record_says_what_to_do_next(use, title):
    use()
    page = Visit().open(title)
    assert f"<h1>{title}</h1>" in page.html
    if title in NEED_DATA:
        assert "Nothing is loaded yet." in page.html
        assert [link.proto.page for link in page.app.get("page_link")] == ["load-data"]


@pytest.mark.parametrize("title", NEED_DATA)
def test_an_address_that_cannot_be_had_gives_a_note_and_the_newest_view(visit, title):
    visit.open(title, org="NOWHERE", year="banana", month="99")
    assert "Nothing is loaded for organisation &#x27;NOWHERE&#x27;: 06H is shown." in visit.html
    assert "&#x27;banana&#x27; is not a financial year: 2018/19 is shown." in visit.html
    assert "Month &#x27;99&#x27; of 2018/19 is not loaded: month 3 (June) is shown." in visit.html
    assert OPENINGS[title] in visit.html


def test_the_address_holds_the_view_and_is_kept_from_page_to_page(visit):
    visit.open("Month-end variance", month="2")
    assert "month 2 (May), 2018/19" in visit.html
    visit.app.query_params.clear()  # as the browser does on the way to another page
    visit.open("Forecast outturn")
    assert "month 2 (May), 2018/19" in visit.html
    assert visit.app.query_params["month"] in ("2", ["2"])


def test_picking_a_month_changes_the_address_and_the_figures(visit):
    visit.open("Month-end variance")
    visit.picker("Month").set_value(1)
    visit.run()
    assert "month 1 (April), 2018/19" in visit.html
    assert visit.app.query_params["month"] in ("1", ["1"])


def test_everybody_is_told_that_nobody_signs_in(visit):
    visit.open("Summary")
    assert "<strong>Single-user mode:</strong> nobody signs in, only this computer reaches it." in visit.html


def test_charts_have_a_table_beside_them_and_a_text_in_their_place(visit):
    for title in FILES:
        visit.open(title)
        charts = visit.app.get("plotly_chart")
        alone = [chart for chart in charts if not str(chart.key).startswith("small ")]
        assert len(alone) + (len(alone) < len(charts)) <= visit.html.count("<table>")  # small ones share one
        assert all(len(chart.proto.alt) > 40 for chart in charts)


def test_the_plan_s_chart_says_which_totals_it_does_not_add_to(visit):
    visit.open("Financial plan")
    assert "Planned QIPP is £35.1m as reported but £35.5m added up from the lines, as drawn." in visit.html


def test_each_decision_leads_to_its_page_with_the_view_kept(visit):
    visit.open("Summary", month="2")
    links = [link.proto for link in visit.app.get("page_link")]
    assert {link.page for link in links} <= {"month-end-variance", "forecast-outturn", "qipp-gap",
                                             "risks-and-mitigations", "data-quality"}  # fmt: skip
    assert links[0].label.startswith(plain("Forecast overspends to recover or to cover: Mental Health Services £1.2m"))
    assert all("month=2" in link.query_string for link in links)


def test_findings_stand_the_severest_first_with_what_was_checked(visit):
    visit.open("Data quality")
    places = [visit.html.index(f"<h2>{title}</h2>") for title in
              ("Differences to explain", "Cannot be checked", "Rounding only")]  # fmt: skip
    assert places == sorted(places)
    assert "Columns down. The lines add to -35,533, the table prints -35,142: 391 apart" in visit.html
    first = visit.html[places[0] : places[1]]
    assert first.index("Within a table: Financial plan") < first.index("Between tables: Month-end position")


def test_a_first_month_shows_its_own_variances_under_a_heading_that_says_so(visit):
    visit.open("Summary", month="1")
    assert "so there is no movement to show." in visit.html
    assert "<h2>Year to date variance by line</h2>" in visit.html
