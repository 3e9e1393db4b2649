"""The page of the simulated outturn and the register on the page of risks, on the demonstration."""

from __future__ import annotations

import re

from tests.pages.acting import FINANCE, VIEWER, Acting

PAGE = "Chance of control total"


def page_place(page, ref: str) -> int:
    """Return which of what can be changed begins with a reference."""
    options = page.field("selectbox", "Risk, mitigation or scheme").options
    return next(place for place, words in enumerate(options) if words.startswith(ref))


def chance(page) -> str:
    found = re.search(r"the chance of meeting the control total \(a deficit of £35\.1m\) is (\d+)%", page.html)
    assert found
    return found[1]


def test_the_page_opens_with_range_chance_and_largest_driver(visit):
    visit.open(PAGE)
    assert (
        "On 10,000 runs the outturn lies between a deficit of £42.8m and a deficit of £29.9m in eight of ten"
        in visit.html
    )
    assert chance(visit) == "39"
    assert "the largest driver is R14, Delayed transfers do not come down (17% of the spread)." in visit.html
    assert "If those of one group went together (correlation 0.5)" in visit.html
    for shown in ("Seed", "2018", "P10: one run in ten is no better", "Named twice and counted once"):
        assert shown in visit.html
    assert "<h2>Scenarios</h2>" in visit.html
    for shown in ("Base: nothing changed", "Contract challenges fail", "M01 left out", "conceded none", FINANCE):
        assert shown in visit.html


def test_a_change_moves_the_chance_and_is_saved_reopened_and_taken_back(use, demo, monkeypatch):
    use(demo)
    page = Acting(FINANCE, monkeypatch).open(PAGE)
    before = page.html
    page.field("selectbox", "Risk, mitigation or scheme").set_value(page_place(page, "M14 "))
    page.app.run()
    page.field("selectbox", "Change").set_value("drop")
    page.press("Add the change")
    assert page.html != before
    assert re.search(r"M14 left out: the chance moves down by \d+\.\d points to \d+\.\d%", page.html)
    page.field("text_input", "Name").set_value("No discharge to assess")
    page.field("text_input", "Reason").set_value("No staff")
    page.press("Save the scenario")
    assert "Scenario saved: No discharge to assess." in page.html
    page.press("Start again with nothing changed")
    assert "the chance moves down by" not in page.html
    page.fill("selectbox", "Begin from", "No discharge to assess")
    assert "M14 left out: the chance moves down by" in page.html
    page.field("selectbox", "Scenario").set_value("No discharge to assess")
    page.field("text_input", "Reason for taking it back").set_value("Staffed after all")
    page.press("Take it back")
    assert "Scenario taken back: No discharge to assess." in page.html
    page.field("text_input", "Name").set_value("No discharge to assess")
    page.field("text_input", "Reason").set_value("They have left again")
    page.press("Save the scenario")
    assert "Scenario saved: No discharge to assess." in page.html


def test_a_scenario_that_somebody_else_has_saved_meanwhile_is_not_replaced_unseen(use, demo, monkeypatch):
    use(demo)
    mine, theirs = (Acting(FINANCE, monkeypatch).open(PAGE) for _ in range(2))
    mine.press("Add the change")
    theirs.press("Add the change")
    for page, reason in ((theirs, "Seen first"), (mine, "Not seen")):
        page.field("text_input", "Name").set_value("Contracts")
        page.field("text_input", "Reason").set_value(reason)
        page.press("Save the scenario")
    assert "Contracts has been changed since it was looked at" in mine.html
    mine.field("text_input", "Name").set_value("contracts")
    mine.press("Save the scenario")  # the page has shown theirs by now
    assert "Scenario saved: contracts." in mine.html


def test_a_viewer_tries_changes_and_cannot_save_them(use, demo, monkeypatch):
    use(demo)
    page = Acting(VIEWER, monkeypatch).open(PAGE)
    assert page.field("number_input", "To").value == 50  # what the register has of R01
    page.press("Add the change")
    assert "R01 at 50 %" in page.html
    page.field("selectbox", "Risk, mitigation or scheme").set_value(page_place(page, "Q18-034 "))
    page.app.run()
    assert page.field("selectbox", "Change").options == ["Later by so many months"]
    assert page.field("number_input", "To").value == 1
    page.field("number_input", "To").set_value(1.5)
    page.press("Add the change")
    assert "Q18-034: a scheme is delayed by whole months, not by 1.5." in page.html
    page.field("selectbox", "Risk, mitigation or scheme").set_value(page_place(page, "R03p "))
    page.app.run()
    page.press("Add the change")
    assert "R03p does not count. In the position: the forecast holds it." in page.html
    assert "Saving scenarios: " in page.html
    assert all(button.label != "Save the scenario" for button in page.app.button)


def test_an_organisation_without_a_risk_register_is_told_or_shown_what_it_has(use, both, visit):
    use(both)
    visit.open(PAGE, org="QZZ")
    assert f"<h1>{PAGE}</h1>" in visit.html
    assert "On 10,000 runs" in visit.html


def test_the_page_of_risks_shows_what_counts_why_and_by_when(visit):
    visit.open("Risks and mitigations")
    assert "<h2>The register</h2>" in visit.html
    for shown in (
        "at expected values £1.3m of net risk counts outside the forecast, with (£1.6m) of the delivery of savings ",
        "1 mitigation had to begin already.",
        "Counted by the risk weight of scheme Q18-034",
        "Had to begin by 15/06/2018",
        "From a deficit of £68.1m at worst over a deficit of £36.3m as likely to a deficit of £10.0m at best.",
        "Net risk outside the forecast stands at (£1.3m), £0.6m better than in May.",
    ):
        assert shown in visit.html
