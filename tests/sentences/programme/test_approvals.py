from __future__ import annotations

from decimal import Decimal

from recovery.sentences.programme import approvals as words

WAITING = [{"ref": "S1", "stands_in_the_way": ""}, {"ref": "S1", "stands_in_the_way": ""},
           {"ref": "S2", "stands_in_the_way": "No SRO"}]  # fmt: skip


def condition(state):
    return {"state": state}


def test_the_page_opens_with_what_waits_and_what_is_overdue():
    overdue = [condition("overdue"), condition("open"), condition("open"), condition("met")]
    assert words.answer(WAITING[:1], WAITING, overdue) == (
        "1 approval waits for you, of 3 outstanding on 2 schemes; 1 condition is overdue and 2 are open."
    )
    assert words.answer([], WAITING, [condition("open")]) == (
        "No approval waits for you, of 3 outstanding on 2 schemes; 1 condition is open."
    )
    assert words.answer([], [], [condition("met")]) == "No approval is outstanding; no condition is open."


def test_key_figures_count_what_is_ready_and_what_lapsed():
    mine, outstanding, overdue, decisions = words.key_figures(
        WAITING[:2], WAITING, [condition("overdue")], [{"lapsed": "yes"}, {"lapsed": "no"}]
    )
    assert (mine.value, outstanding.value, outstanding.note) == ("2", "3", "2 with nothing in the way")
    assert (overdue.value, overdue.tone) == ("1", "bad")
    assert decisions.note == "1 lapsed since"


def test_benefits_are_held_against_the_case_approved_last():
    def row(value, actual):
        return {"ref": "S1", "case_net_value": Decimal(value), "actual_to_date": Decimal(actual)}

    assert words.benefits([row(100_000, 50_000), row(200_000, 50_000)]) == (
        "1 scheme past delivery: £0.1m realised to date of £0.2m in the case as approved at the last gateway passed "
        "(25.0%)."
    )
    assert words.benefits([]).startswith("No scheme is past delivery yet")
