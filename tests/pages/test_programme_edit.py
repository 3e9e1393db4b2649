"""Beginning and editing schemes on pages: what is wrong is said, two people's edits are never lost."""

from __future__ import annotations

import pytest

from tests.pages.acting import FINANCE, LEAD, MANAGER, VIEWER, Acting, grids_typed_into

REF = "Q18-001"
HOSTILE = "<b>x</b> ![](http://x) $y$ :smile: [a](http://b)"
ESCAPED = "&lt;b&gt;x&lt;/b&gt; ![](http://x) $y$ :smile: [a](http://b)"


@pytest.fixture
def acting(use, demo, monkeypatch):
    use(demo)
    return lambda email: Acting(email, monkeypatch)


def test_an_edit_is_saved_with_its_reason_and_shown_on_the_scheme_s_page(acting):
    page = acting(MANAGER).open("Edit a scheme", ref=REF)
    assert "Nothing has been changed yet." in page.html
    page.fill("text_input", "Title", "Biosimilars first")
    assert "1 change not saved yet" in page.html
    page.fill("text_input", "Reason (shown in the history)", "Shorter name")
    page.press("Save")
    assert "Saved: 1 change to Q18-001." in page.html
    assert "<h1>Q18-001 Biosimilars first</h1>" in page.html
    assert "Shorter name" in page.html.split("Everything that happened")[-1]


def test_what_is_wrong_is_said_beside_its_field_and_cannot_be_saved(acting):
    page = acting(MANAGER).open("Edit a scheme", ref=REF)
    page.fill("text_input", "Gross saving, £", "lots")
    assert "Write an amount in pounds, as 250,000 or 250k." in page.html
    assert page.field("button", "Save").disabled
    page.fill("text_input", "Gross saving, £", "302,132")
    page.fill("text_input", "Title", " ")
    assert "Give the scheme a title." in page.html
    page.fill("text_input", "Title", "Anything")
    page.fill("text_input", "Net value, £", "262k")
    assert "Gross saving less investment is £262,132." in page.html
    assert "The monthly plan adds up to £262,132: £132 more than the net value of £262,000." in page.html
    assert not page.field("button", "Save").disabled


def test_approvals_that_would_lapse_are_named_before_and_need_a_reason(acting):
    page = acting(FINANCE).open("Scheme", ref="Q18-034")
    page.fill("text_area", "Evidence: what you have seen, and where it is kept", "Budget line agreed")
    page.press("Approve: Finance review")
    page = acting(MANAGER).open("Edit a scheme", ref="Q18-034")
    page.fill("text_area", "Comment", "Words alone")
    assert "would lapse" not in page.html
    page.fill("text_input", "Full-year effect, £", "1")
    assert "(Finance review) would lapse and have to be given again. Say why." in page.html
    page.press("Save")
    assert "Give the reason: approvals would lapse by this change." in page.html
    page.fill("text_input", "Reason (needed)", "Worked out again")
    page.press("Save")
    assert "Finance review has to be given again." in page.html
    assert "Lapsed on" in page.html.split("Decisions so far")[-1]


def test_the_second_of_two_is_shown_both_versions_and_nothing_is_lost(acting):
    first, second = acting(MANAGER).open("Edit a scheme", ref=REF), acting(MANAGER).open("Edit a scheme", ref=REF)
    second.fill("text_input", "Title", "Second title")
    second.fill("text_area", "Comment", "Second comment")
    first.fill("text_input", "Title", "First title")
    first.fill("text_area", "Depends on", "First dependency")
    first.press("Save")
    second.run()
    assert "Somebody else has saved this scheme since you opened it." in second.html
    second.press("Save")
    assert "Somebody else saved Q18-001 while you were editing it." in second.html
    assert "3 fields differ, 1 of them changed by both of you" in second.html
    table = second.html.split("<h3>Title</h3>")[1].split("</table>")[0]
    assert table.index("Biosimilar first choice") < table.index("First title") < table.index("Second title")
    assert second.field("button", "Save what I chose").disabled
    second.fill("radio", "Which holds for Title?", "Mine")
    second.press("Save what I chose")
    assert "<h1>Q18-001 Second title</h1>" in second.html
    assert "First dependency" in second.html
    assert "Second comment" in second.html
    history = second.html.split("Everything that happened")[-1]
    assert "First title → Second title" in history


def test_who_gives_up_keeps_the_other_s_version(acting):
    first, second = acting(MANAGER).open("Edit a scheme", ref=REF), acting(MANAGER).open("Edit a scheme", ref=REF)
    second.fill("text_input", "Title", "Second title")
    first.fill("text_input", "Title", "First title")
    first.press("Save")
    second.press("Save")
    second.press("Keep theirs, give up mine")
    assert second.field("text_input", "Title").value == "First title"
    assert "Nothing has been changed yet." in second.html


def test_a_scheme_is_begun_in_the_first_stage(acting):
    page = acting(MANAGER).open("Edit a scheme")
    assert page.field("button", "Save").disabled
    page.fill("text_input", "Reference", REF)
    page.fill("text_input", "Title", HOSTILE)
    assert "Q18-001 is taken by another scheme of this year." in page.html
    page.fill("text_input", "Reference", "N-1")
    page.fill("selectbox", "Expenditure area", "Prescribing")
    page.fill("text_input", "Net value, £", "10k")
    page.press("Save")
    assert "Begun: N-1 stands in the first stage." in page.html
    assert f"<h1>N-1 {ESCAPED}</h1>" in page.html
    for title in ("Board", "Approvals", "Register"):
        html = page.open(title).html
        assert ESCAPED in html, title
        assert "<b>x" not in html


def test_those_who_may_not_are_told_who_may(acting):
    page = acting(VIEWER).open("Edit a scheme", ref=REF)
    assert "governing.body@ccg.example may not" in page.html
    assert not page.app.text_input
    page = acting(LEAD).open("Edit a scheme", ref="Q18-034")
    assert not page.app.text_input


def test_a_month_typed_into_the_grid_is_saved(acting, monkeypatch):
    def typed(key, rows):
        if key.endswith("profile"):
            rows[0]["Actual"] = 1234.5
        return rows

    with grids_typed_into(monkeypatch, typed):
        page = acting(MANAGER).open("Edit a scheme", ref=REF)
        changes = page.html.split("not saved yet")[-1]
        assert "April actual" in changes
        assert "£1,234.50" in changes
        page.press("Save")
    assert "to Q18-001." in page.html.split("Saved: ")[1]
    assert "1,234.5" in page.html.split("Monthly profile (net saving)")[-1]
