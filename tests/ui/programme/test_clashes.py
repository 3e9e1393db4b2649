from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.programme.scheme import Milestone, ProfileMonth
from recovery.ui.programme.clashes import BOTH, MINE, THEIRS, chosen, clashes
from recovery.ui.programme.together import clashing, together
from tests.ui.programme.building import full

BASE = full()


def actual(case, month, pounds):
    lines = tuple(
        replace(one, actual=Decimal(pounds)) if (one.month, one.recurrent) == (month, True) else one
        for one in case.profile
    )
    return replace(case, profile=lines)


def test_a_field_that_one_side_changed_keeps_that_change_unless_told_otherwise():
    theirs, mine = replace(BASE, title="Theirs"), replace(BASE, comment="Mine")
    found = clashes(BASE, theirs, mine)
    assert [(one.field, one.usual) for one in found] == [("title", THEIRS), ("comment", MINE)]
    assert found[0].rows == (("Title", "Lighter prescribing", "Theirs", "Lighter prescribing"),)
    usual = {one.field: one.usual for one in found}
    assert chosen(BASE, theirs, mine, usual) == replace(BASE, title="Theirs", comment="Mine")
    assert chosen(BASE, theirs, mine, {"title": MINE, "comment": THEIRS}) == BASE


def test_a_field_that_both_changed_has_to_be_chosen():
    theirs, mine = replace(BASE, title="Theirs"), replace(BASE, title="Mine")
    (clash,) = clashes(BASE, theirs, mine)
    assert (clash.usual, clash.choices, clash.who) == ("", (THEIRS, MINE), "Changed by both of you")
    assert chosen(BASE, theirs, mine, {"title": MINE}).title == "Mine"
    assert chosen(BASE, theirs, mine, {"title": THEIRS}).title == "Theirs"


def test_both_sides_having_made_the_same_change_is_no_clash():
    changed = replace(BASE, title="Same")
    assert clashes(BASE, changed, changed) == []


def test_months_that_each_changed_alone_are_both_kept():
    theirs, mine = actual(BASE, 1, 50_000), actual(BASE, 2, 39_000)
    (clash,) = clashes(BASE, theirs, mine)
    assert (clash.field, clash.choices[0], clash.usual) == ("profile", BOTH, BOTH)
    assert chosen(BASE, theirs, mine, {"profile": BOTH}) == actual(actual(BASE, 1, 50_000), 2, 39_000)
    assert chosen(BASE, theirs, mine, {"profile": THEIRS}) == theirs
    assert chosen(BASE, theirs, mine, {"profile": MINE}) == mine


def test_a_month_that_both_changed_is_chosen_and_the_other_months_of_both_are_kept():
    theirs, mine = actual(actual(BASE, 1, 50_000), 2, 1), actual(BASE, 1, 51_000)
    (clash,) = clashes(BASE, theirs, mine)
    assert clash.usual == ""
    assert clashing("profile", BASE, theirs, mine) == {(1, True, "actual")}
    assert chosen(BASE, theirs, mine, {"profile": MINE}) == actual(actual(BASE, 1, 51_000), 2, 1)
    assert chosen(BASE, theirs, mine, {"profile": THEIRS}) == theirs


def test_entries_added_by_each_stand_side_by_side_and_one_taken_away_stays_away():
    own, other = Milestone("Mine"), Milestone("Theirs")
    theirs = replace(BASE, milestones=(other,))
    mine = replace(BASE, milestones=(*BASE.milestones, own))
    assert together("milestones", BASE, theirs, mine, take_mine=False) == (other, own)


def test_a_profile_brought_together_with_itself_is_itself():
    assert together("profile", BASE, BASE, BASE, take_mine=True) == BASE.profile
    odd = replace(BASE, profile=(ProfileMonth(4, Decimal(0), Decimal(5), None, recurrent=False),))
    assert together("profile", odd, odd, odd, take_mine=True) == odd.profile
    for name in ("milestones", "kpis", "risks", "assessments", "activity"):
        assert together(name, BASE, BASE, BASE, take_mine=True) == getattr(BASE, name)
