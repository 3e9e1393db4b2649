from __future__ import annotations

from recovery.sentences.programme import doing as words


def test_an_approval_says_what_is_outstanding_still():
    assert words.approved("Finance review", "Q18-001", ["Management executive review"], "") == (
        "Approved: Finance review of Q18-001. One approval is still outstanding: Management executive review."
    )
    assert words.approved("Finance review", "Q18-001", ["A", "B"], "", 2) == (
        "Approved with 2 conditions: Finance review of Q18-001. Two approvals are still outstanding: A and B."
    )


def test_the_last_approval_says_where_the_scheme_went():
    moved = words.moved("Q18-001", "Initiation")
    assert words.approved("Finance review", "Q18-001", [], moved) == (
        "Approved: Finance review of Q18-001. Q18-001 is now in Initiation."
    )


def test_a_save_says_how_much_and_what_lapsed():
    assert words.saved("Q18-001", 1) == "Saved: 1 change to Q18-001."
    assert words.saved("Q18-001", 3, ["Finance review"]) == (
        "Saved: 3 changes to Q18-001. Finance review has to be given again."
    )
