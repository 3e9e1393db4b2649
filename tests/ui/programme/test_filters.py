from __future__ import annotations

from recovery.ui.programme.filters import MINE, NOBODY, STUCK, Wanted

ROW = {
    "ref": "S1", "scheme": "Lighter prescribing", "area": "Prescribing", "workstream": "", "lead": "Lee Lead",
    "ageing": "within norm", "overdue_milestones": 0,
}  # fmt: skip


def test_nothing_asked_leaves_nothing_out():
    assert Wanted().fits(ROW, ())
    assert not Wanted().narrowed


def test_names_choose_exactly_and_none_named_is_a_choice():
    assert Wanted(area="Prescribing", lead="Lee Lead").fits(ROW, ())
    assert not Wanted(area="Acute").fits(ROW, ())
    assert Wanted(workstream=NOBODY).fits(ROW, ())
    assert not Wanted(lead=NOBODY).fits(ROW, ())


def test_a_search_needs_every_word_somewhere():
    assert Wanted(search="LIGHT lee").fits(ROW, ())
    assert not Wanted(search="light sam").fits(ROW, ())


def test_attention_is_what_waits_for_the_reader_or_what_is_stuck_or_late():
    assert Wanted(attention=MINE).fits(ROW, {"S1"})
    assert not Wanted(attention=MINE).fits(ROW, {"S2"})
    assert not Wanted(attention=STUCK).fits(ROW, ())
    assert Wanted(attention=STUCK).fits({**ROW, "overdue_milestones": 1}, ())
    assert Wanted(attention=STUCK).fits({**ROW, "ageing": "stuck"}, ())
