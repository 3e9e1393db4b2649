from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from recovery.programme.scheme import Milestone, Scheme, SchemeRisk
from recovery.sentences.programme.faults import doubts, faults, plan_against_value
from tests.ui.programme.building import full


def test_a_sound_case_has_no_faults_and_no_doubts():
    assert faults(full()) == doubts(full()) == {}
    assert plan_against_value(full()) == "The monthly plan adds up to the net value of £120,000."


def test_an_empty_case_is_told_what_it_needs():
    assert faults(Scheme("", "", "")) == {
        "ref": "Give the scheme a reference.", "title": "Give the scheme a title.", "area": "Name the area.",
    }  # fmt: skip


def test_each_fault_stands_with_its_field():
    wrong = replace(
        full(), end=dt.date(2018, 3, 31), risks=(SchemeRisk("Supply", 6, 1),),
        milestones=(Milestone("Agree"), Milestone("agree")),
    )  # fmt: skip
    assert faults(wrong, frozenset({"s1"})) == {
        "ref": "S1 is taken by another scheme of this year.",
        "end": "The end is before the start.",
        "risks": "'Supply': likelihood and consequence go from 1 to 5.",
        "milestones": "Two rows have the same milestone: give each a name of its own.",
    }


def test_what_does_not_add_up_is_said_but_no_bar():
    odd = replace(full(), net_value=Decimal(119_999))
    assert doubts(odd) == {
        "net_value": "Gross saving less investment is £120,000.",
        "recurrent_value": "The two parts add up to £120,000, the net value is £119,999.",
    }
    assert faults(odd) == {}
    assert plan_against_value(odd) == "The monthly plan adds up to £120,000: £1 more than the net value of £119,999."
