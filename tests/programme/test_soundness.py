from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from recovery.errors import UsageError
from recovery.programme.configuration import programme_of
from recovery.programme.scheme import ActivityChange, Assessment, Kpi, Milestone, ProfileMonth, SchemeRisk
from recovery.programme.soundness import LARGEST_MONEY, cleaned, sound
from tests.programme.building import scheme

QIPP = programme_of("06H")
MONTH, KPI, RISK = scheme().profile[0], scheme().kpis[0], scheme().risks[0]

WRONG = [
    ({"ref": " "}, "The scheme cannot be kept: it has no reference"),
    ({"ref": "X" * 41}, "its reference is longer than 40 characters"),
    ({"ref": "S\n1"}, "more than one line"),
    ({"title": ""}, "it has no title"),
    ({"end": dt.date(2018, 3, 31)}, "its end, 31 March 2018, is before its start, 1 April 2018"),
    ({"profile": (replace(MONTH, month=13),)}, "its profile has a month 13"),
    ({"profile": (replace(MONTH, month=0),)}, "its profile has a month 0"),
    ({"profile": (MONTH, MONTH)}, "its profile has April 2 times, each recurrent"),
    ({"profile": (replace(MONTH, recurrent=False),) * 3}, "its profile has April 3 times, each non-recurrent"),
    ({"activity": (ActivityChange("E.M.8", "FU", 13, Decimal(1)),)}, "its activity has a month 13"),
    ({"activity": scheme().activity * 2}, r"its activity has E\.M\.8 Follow-up in July 2 times"),
    ({"activity": (ActivityChange("", "FU", 1, Decimal(1)),)}, "an activity has no code"),
    ({"milestones": (Milestone(" "),)}, "a milestone has no name"),
    ({"kpis": (replace(KPI, name=""),)}, "a KPI has no name"),
    ({"kpis": (replace(KPI, direction="sideways"),)}, "direction of KPI 'Follow-ups' is 'sideways': write up or down"),
    ({"kpis": (replace(KPI, actuals=((13, Decimal(1)),)),)}, "KPI 'Follow-ups' has a month 13"),
    ({"kpis": (replace(KPI, actuals=((1, Decimal(1)),) * 2),)}, "KPI 'Follow-ups' has a month twice"),
    ({"kpis": (replace(KPI, target=Decimal("0.1234567")),)}, "at most six decimals"),
    ({"kpis": (replace(KPI, target=Decimal(10) ** 18),)}, "a number of 'Follow-ups' is .* more than can be kept"),
    ({"risks": (replace(RISK, likelihood=0),)}, "the likelihood of risk 'Nobody answers' is 0: it goes from 1 to 5"),
    ({"risks": (replace(RISK, consequence=6),)}, "the consequence of risk 'Nobody answers' is 6"),
    ({"risks": (SchemeRisk(""),)}, "a risk has no title"),
    ({"assessments": (Assessment("privacy"),)}, "an impact assessment is 'privacy': write quality or equality"),
    ({"assessments": (Assessment("quality", stage_1_score=-1),)}, "the quality assessment has a score of -1"),
    ({"net_value": Decimal("0.001")}, r"its net value of £0\.001 is not to the penny"),
    ({"gross_saving": Decimal("NaN")}, "its gross saving of NaN is more than can be kept"),
    ({"profile": (replace(MONTH, actual=Decimal("1.005")),)}, r"its actual of £1\.005 is not to the penny"),
    ({"investment": LARGEST_MONEY + 1}, "its investment of 10000000000000000.99 is more than can be kept"),
    ({"profile": tuple(ProfileMonth(month, LARGEST_MONEY) for month in (1, 2))}, "its plan adds up to £19,999,"),
    ({"reported_rag": "Purple"}, r"'Purple' is not a rating \(Red, Amber, Green\)"),
]


@pytest.mark.parametrize(("changes", "words"), WRONG)
def test_what_is_wrong_with_a_case_is_said(changes: dict[str, Any], words: str):
    with pytest.raises(UsageError, match=words):
        sound(scheme(**changes), QIPP)


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(UsageError) as refused:
        sound(scheme(title="", end=dt.date(2018, 3, 31), risks=(replace(RISK, likelihood=9),)), QIPP)
    assert str(refused.value) == (
        "S-1 cannot be kept: it has no title; its end, 31 March 2018, is before its start, 1 April 2018; the "
        "likelihood of risk 'Nobody answers' is 9: it goes from 1 to 5."
    )


def test_a_sound_case_stays_as_it_is():
    assert sound(scheme(), QIPP) == scheme()
    both = (MONTH, replace(MONTH, recurrent=False), *scheme().profile[1:])
    assert sound(scheme(profile=both, net_value=LARGEST_MONEY, start=scheme().end), QIPP).profile == both


def test_texts_lose_control_characters_everywhere():
    dirty = scheme(
        title=" Fewer\x00 follow-ups\u202e ",
        comment="One\r\nTwo\tthree",
        milestones=(replace(scheme().milestones[0], name="Agreed\x07"),),
        kpis=(Kpi("Follow-ups ", "a month", KPI.baseline, KPI.target, "down", KPI.actuals),),
    )
    assert cleaned(dirty) == scheme(comment="One\nTwo\tthree")
