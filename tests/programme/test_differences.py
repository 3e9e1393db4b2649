from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.errors import UsageError
from recovery.programme.differences import HEADINGS, differences, material, merged
from recovery.programme.scheme import Assessment, Kpi, Milestone, ProfileMonth, Scheme
from tests.programme.building import scheme


def told(before: Scheme | None, after: Scheme) -> list[tuple[str, str, str, str]]:
    return [(one.field, one.heading, one.before, one.after) for one in differences(before, after)]


def test_equal_cases_do_not_differ():
    assert differences(scheme(), scheme()) == ()


def test_every_field_of_a_case_has_a_heading():
    assert list(HEADINGS) == [one.name for one in fields(Scheme)]


def test_money_and_days_and_texts_are_told_in_words():
    after = scheme(net_value=Decimal("12345.67"), gross_saving=None, end=dt.date(2019, 2, 3), lead="Other")
    assert told(scheme(), after) == [
        ("lead", "Lead", "lead@trust.example", "Other"),
        ("end", "End", "31 March 2019", "3 February 2019"),
        ("gross_saving", "Gross saving", "£150,000.00", ""),
        ("net_value", "Net value", "£120,000.00", "£12,345.67"),
    ]


def test_the_profile_is_told_by_month_and_measure():
    months = scheme().profile
    first = replace(months[0], actual=Decimal("9000.50"))
    after = scheme(
        profile=(first, replace(months[1], plan=Decimal(-5)), *months[2:], ProfileMonth(12, recurrent=False))
    )
    assert told(scheme(), after) == [
        ("profile", "April actual", "£10,000.00", "£9,000.50"),
        ("profile", "May plan", "£10,000.00", "-£5.00"),
        ("profile", "March plan (non-recurrent)", "", "£0.00"),
    ]


def test_lists_are_told_by_name_and_part():
    milestones = (Milestone("Agreed", dt.date(2018, 6, 1), None, dt.date(2018, 4, 30)), Milestone("Live"))
    kpis = (Kpi("Follow-ups", "a month", Decimal(100), Decimal("75.50"), "down", ((1, Decimal(98)), (2, Decimal(97)))),)
    after = scheme(milestones=milestones, kpis=kpis, risks=(), assessments=scheme().assessments[:1])
    assert told(scheme(), after) == [
        ("milestones", "Milestone 'Agreed' due", "1 May 2018", "1 June 2018"),
        ("milestones", "Milestone 'Live'", "", "named"),
        ("kpis", "KPI 'Follow-ups' target", "80", "75.5"),
        ("kpis", "KPI 'Follow-ups' actuals", "April 98.5", "April 98, May 97"),
        (
            "risks",
            "Risk 'Nobody answers'",
            "likelihood 3, consequence 2, mitigation Ring twice, owner lead@trust.example, open yes",
            "taken out",
        ),
        (
            "assessments",
            "Equality impact assessment",
            (
                "stage 1 score 9, stage 2 needed yes, stage 2 score 3, outcome with mitigations, assessor Assessor, "
                "date 21 April 2018"
            ),
            "taken out",
        ),
    ]


def test_activity_is_told_by_code_point_of_delivery_and_month():
    after = scheme(activity=(replace(scheme().activity[0], change=Decimal(-1250)),))
    assert told(scheme(), after) == [("activity", "E.M.8 Follow-up in July", "-25.5", "-1,250")]


def test_another_order_is_a_difference_too():
    two = (Milestone("A"), Milestone("B"))
    assert told(scheme(milestones=two), scheme(milestones=two[::-1])) == [
        ("milestones", "Milestones", "2 lines", "2 lines, in another order")
    ]


def test_two_items_of_one_name_are_told_apart():
    twice = (Milestone("Agreed", scheme().milestones[0].due, None, scheme().milestones[0].done), Milestone("Agreed"))
    assert told(scheme(), scheme(milestones=twice)) == [("milestones", "Milestone 'Agreed' (2)", "", "named")]


def test_a_first_case_differs_from_one_that_says_nothing():
    assert told(None, Scheme("S-1", "Title", "Acute", net_value=Decimal(5))) == [
        ("ref", "Reference", "", "S-1"),
        ("title", "Title", "", "Title"),
        ("area", "Area", "", "Acute"),
        ("net_value", "Net value", "£0.00", "£5.00"),
    ]


@pytest.mark.parametrize(
    ("changes", "is_material"),
    [
        ({"title": "Other"}, False),
        ({"lead": "Other"}, False),
        ({"net_value": Decimal(1)}, True),
        ({"gross_saving": None}, True),
        ({"investment": Decimal(1)}, True),
        ({"recurrent_value": Decimal(1)}, True),
        ({"non_recurrent_value": Decimal(1)}, True),
        ({"full_year_effect": Decimal(1)}, True),
        ({"profile": scheme().profile[:11]}, True),
        ({"profile": tuple(replace(month, recurrent=False) for month in scheme().profile)}, True),
        (
            {"profile": tuple(replace(month, actual=Decimal(1), forecast=Decimal(2)) for month in scheme().profile)},
            False,
        ),
        ({"profile": (*scheme().profile, ProfileMonth(1, recurrent=False))}, False),
        ({"profile": scheme().profile[::-1]}, False),
    ],
)
def test_an_edit_is_material_where_the_money_of_the_plan_changes(changes: dict[str, object], *, is_material: bool):
    assert material(scheme(), scheme(**changes)) is is_material


def test_a_merged_case_is_theirs_with_the_fields_that_are_taken_from_mine():
    mine, theirs = scheme(title="Mine", lead="Me"), scheme(title="Theirs", sro="Them")
    assert merged(scheme(), mine, theirs, {"title"}) == scheme(title="Mine", sro="Them")
    assert merged(scheme(), mine, theirs, {"title", "lead"}) == scheme(title="Mine", lead="Me", sro="Them")
    assert merged(scheme(), mine, theirs, ()) == theirs
    assert merged(scheme(), mine, theirs, HEADINGS) == mine


def test_only_versions_of_one_scheme_and_known_fields_are_merged():
    with pytest.raises(UsageError, match="Only versions of one scheme"):
        merged(scheme(), scheme("S-2"), scheme(), ())
    with pytest.raises(UsageError, match="no field colour"):
        merged(scheme(), scheme(), scheme(), {"colour"})


MILESTONES = st.lists(st.builds(Milestone, st.sampled_from(["A", "B"]), st.none() | st.dates()), max_size=3).map(tuple)
ASSESSED = st.lists(
    st.builds(Assessment, st.sampled_from(["quality", "equality"]), st.none() | st.integers(0, 9)), max_size=3
).map(tuple)
MONTHS = st.lists(
    st.builds(ProfileMonth, st.integers(1, 12), st.sampled_from([Decimal(0), Decimal(1)]), recurrent=st.booleans()),
    max_size=3,
    unique_by=lambda month: (month.month, month.recurrent),
).map(tuple)
CASES = st.builds(scheme, milestones=MILESTONES, assessments=ASSESSED, profile=MONTHS, title=st.sampled_from("AB"))


@given(CASES, CASES)
def test_a_field_differs_exactly_where_it_is_told_to(before: Scheme, after: Scheme):
    unequal = {one.name for one in fields(Scheme) if getattr(before, one.name) != getattr(after, one.name)}
    found = differences(before, after)
    assert {one.field for one in found} == unequal
    assert len({(one.field, one.heading) for one in found}) == len(found)
    assert merged(before, after, before, {one.field for one in found}) == after


def test_a_month_that_is_there_for_its_actual_alone_has_no_plan_to_tell():
    after = scheme(profile=(*scheme().profile, ProfileMonth(2, actual=Decimal(300), recurrent=False)))
    assert told(scheme(), after) == [("profile", "May actual (non-recurrent)", "", "£300.00")]
