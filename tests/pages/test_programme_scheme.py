"""A scheme's page: who agreed what on what evidence, what the case said then, and deciding the next thing."""

from __future__ import annotations

import pytest

from recovery.ui.markup import plain
from tests.pages.acting import ASSESSOR, COMMITTEE, LEAD, MANAGER, VIEWER, Acting

REF = "Q18-001"


@pytest.fixture
def acting(use, demo, monkeypatch):
    use(demo)
    return lambda email: Acting(email, monkeypatch)


def test_an_auditor_finds_who_agreed_on_what_evidence_and_the_case_as_it_stood_then(acting):
    html = acting(VIEWER).open("Scheme", ref=REF).html
    decisions = html.split("Decisions so far")[-1].split("The case</h2>")[0]
    assert "Finance review: approved" in decisions
    assert "finance.lead@ccg.example, 19 April 2018, from stage Pipeline" in decisions
    assert "<b>Evidence:</b> Budget line and phasing agreed with the budget holder" in decisions
    assert "The case as it stood then: version 1, net value £262,132" in decisions
    assert "What has changed since" in decisions
    assert "Trust pharmacies still to agree the share of the gain" in decisions
    history = html.split("Everything that happened")[-1]
    assert "<b>Stage:</b> Pipeline → Initiation" in history


def test_an_earlier_version_shows_the_case_as_it_was_and_what_has_changed_since(acting):
    page = acting(VIEWER).open("Scheme", ref=REF)
    assert "This is an earlier version of the case." not in page.html
    page.fill("selectbox", "Which version", 1)
    case = page.html.split("The case</h2>")[-1]
    assert "This is an earlier version of the case." in case
    assert "What has changed since this version" in case


def test_a_viewer_is_told_what_they_may_not_do_and_who_may(acting):
    page = acting(VIEWER).open("Scheme", ref=REF)
    assert "There is nothing here that you may decide." in page.html
    assert "governing.body@ccg.example may not give Clinical executive committee review of Q18-001" in page.html
    assert "cec.secretary@ccg.example" in page.html.split("What you may not do here, and why")[-1]
    assert not page.app.button
    assert not page.app.get("page_link")


def test_two_people_take_a_scheme_through_its_gateway(acting):
    page = acting(COMMITTEE).open("Scheme", ref=REF)
    label = plain("Approve: Clinical executive committee review")
    page.press(label)
    assert "Say on what evidence you approve." in page.html
    page.fill("text_area", "Evidence: what you have seen, and where it is kept", "Minute 7")
    page.press(label)
    assert (
        "Approved: Clinical executive committee review of Q18-001. One approval is still outstanding: "
        "Impact assessors&#x27; sign-off (quality and equality)." in page.html
    )
    page = acting(ASSESSOR).open("Scheme", ref=REF)
    page.fill("text_area", "Evidence: what you have seen, and where it is kept", "Forms seen")
    page.press(plain("Approve: Impact assessors' sign-off (quality and equality)"))
    assert "Q18-001 is now in Planning." in page.html
    assert "<dd>2 Planning</dd>" in page.html
    assert "<b>Evidence:</b> Minute 7" in page.html


def test_conditions_need_words_owner_and_date(acting):
    page = acting(COMMITTEE).open("Scheme", ref=REF)
    page.fill("radio", "Decision", "Approve with conditions")
    page.fill("text_area", "Evidence: what you have seen, and where it is kept", "Minute 7")
    page.fill("text_input", "Condition 1", "Tell the practices")
    page.press(plain("Approve with conditions: Clinical executive committee review"))
    assert "Give each condition its words, an owner and a date." in page.html


def test_a_scheme_is_sent_back_with_a_reason_only(acting):
    page = acting(COMMITTEE).open("Scheme", ref=REF)
    page.fill("radio", "What do you want to do?", "Send back")
    page.press("Send back")
    assert "Give the reason: a move back is never without one." in page.html
    page.fill("text_area", "Reason", "The value is not agreed")
    page.press("Send back")
    assert "Sent back: Q18-001 is now in Pipeline, and its approvals there have to be given again." in page.html
    assert "<b>Reason:</b> The value is not agreed" in page.html


def test_a_rating_set_by_hand_stands_beside_the_computed_one(acting):
    page = acting(MANAGER).open("Scheme", ref=REF)
    page.fill("radio", "What do you want to do?", "Change the rating")
    page.fill("selectbox", "RAG", "Amber")
    page.fill("text_area", "Reason; it stands beside the computed rating", "The risk has passed")
    page.press("Set the rating")
    assert "Q18-001 is rated Amber by hand." in page.html
    rated = page.html.split("RAG of Q18-001")[-1].split("</table>")[0]
    assert "Set by hand, over the computed one." in rated
    assert "The risk has passed" in rated


def test_a_scheme_is_withdrawn_and_restored(acting):
    page = acting(MANAGER).open("Scheme", ref=REF)
    page.fill("radio", "What do you want to do?", "Withdraw")
    page.fill("text_area", "Reason", "Not this year")
    page.press("Withdraw the scheme")
    assert "Withdrawn: Q18-001." in page.html
    assert "Q18-001 is withdrawn and counts in no total" in page.html
    page.fill("text_area", "Reason", "This year after all")
    page.press("Restore the scheme")
    assert "Restored: Q18-001 is in Initiation again." in page.html


def test_a_lead_may_tick_and_edit_their_own_scheme_and_no_other(acting):
    page = acting(LEAD).open("Scheme", ref="Q18-010")
    assert [link.proto.label for link in page.app.get("page_link")] == ["Edit this scheme"]
    other = acting(LEAD).open("Scheme", ref="Q18-034")
    assert not other.app.get("page_link")


def test_a_reference_that_is_not_there_is_said_and_others_offered(acting):
    page = acting(VIEWER).open("Scheme", ref="NOPE")
    assert "There is no scheme &#x27;NOPE&#x27; in 2018/19. Choose one below." in page.html
    page.fill("selectbox", "Scheme", REF)
    assert "<h1>Q18-001 Biosimilar" in page.html


def test_a_condition_is_overdue_by_the_programmes_day_on_the_scheme_as_in_the_list(acting):
    html = acting(VIEWER).open("Scheme", ref="Q18-042").html
    condition = html.split("1. No package is reduced")[1]
    assert condition.index("Overdue") < condition.index("by 6 July 2018.")
    assert "Both assessments read with the continuing care team. Condition 1 below." in html
