"""What is done to a scheme from the command line: one clear sentence each, or one line on why not."""

from __future__ import annotations

import json

import pytest

from tests.cli.programme.office import EXECUTIVE, FINANCE


def rows(office, figure: str, *options: str):
    return json.loads(office.must("show", figure, "--format", "json", "--unit", "pounds", *options))


def test_a_scheme_is_begun_and_stands_in_the_register(office):
    assert office.begin() == "Q18-001: begun in 0 Pipeline."
    (scheme,) = rows(office, "schemes")[:1]
    assert (scheme["ref"], scheme["stage"], scheme["net_value"]) == ("Q18-001", 0, 120000)


def test_the_last_approval_needed_moves_a_scheme_on(office):
    office.begin()
    assert office.approve("finance", FINANCE, "Q18-001", "--evidence", "Minutes 4.2") == (
        f"Q18-001: Finance review approved by {FINANCE}; Management executive review is still needed."
    )
    assert office.approve("management executive", EXECUTIVE) == (
        f"Q18-001: Management executive review approved by {EXECUTIVE}; Q18-001 moved from 0 Pipeline to 1 Initiation."
    )


def test_an_approval_on_conditions_says_how_many_and_they_are_met_by_number(office):
    office.begin()
    condition = "Agree the tariff; lead@x.example; 2018-05-31"
    said = office.approve("finance", FINANCE, "Q18-001", "--condition", condition)
    assert "Finance review approved with 1 condition by" in said
    assert [(row["condition"], row["owner"], row["due"]) for row in rows(office, "conditions")] == [
        ("Agree the tariff", "lead@x.example", "2018-05-31")
    ]
    met = ("scheme", "meet", "Q18-001", "--condition", "1", "--evidence", "Letter", "--on", "2018-05-20")
    assert office.must(*met) == "Q18-001: condition 1 met; none are still open."
    assert "is not a condition" in office.refused(
        "scheme", "advance", "Q18-001", "--approval", "executive", "--condition", "someday", status=2
    )


def test_nobody_approves_their_own_scheme(office):
    office.begin()
    said = office.refused("scheme", "advance", "Q18-001", "--approval", "finance", "--by", "LEAD@x.example")
    assert "LEAD@x.example is named in Q18-001 and cannot approve it" in said


def test_what_stands_in_the_way_is_said_and_nothing_moves(office):
    office.begin("Q18-001", "--set", "lead=")
    said = office.refused("scheme", "advance", "Q18-001", "--approval", "finance", "--by", FINANCE)
    assert "lead" in said
    assert office("show", "approvals") == 0
    assert "Finance review" not in office.out


def test_an_approval_of_another_gateway_and_one_given_already_are_refused(office):
    office.begin()
    assert "Q18-001" in office.refused("scheme", "advance", "Q18-001", "--approval", "CEC review", "--by", EXECUTIVE)
    office.approve("finance", FINANCE)
    assert "already" in office.refused("scheme", "advance", "Q18-001", "--approval", "finance", "--by", FINANCE)


def test_a_scheme_is_sent_back_with_a_reason_only(office):
    office.past_the_first_gateway()
    assert "--reason" in office.refused("scheme", "send-back", "Q18-001", status=2)
    said = office.must("scheme", "send-back", "Q18-001", "--reason", "No baseline", "--by", EXECUTIVE)
    assert said == f"Q18-001: sent back from 1 Initiation to 0 Pipeline by {EXECUTIVE}."
    said = office.must("scheme", "send-back", "Q18-001", "--reason", "Work it over", "--by", EXECUTIVE)
    assert said == f"Q18-001: sent back by {EXECUTIVE} to be worked over in 0 Pipeline."
    assert "not a stage" in office.refused(
        "scheme", "send-back", "Q18-001", "--reason", "x", "--to", "Nowhere", status=2
    )


def test_an_edit_says_what_changed_from_what_to_what(office):
    office.begin()
    said = office.must("scheme", "edit", "q18-001", "--set", "net_value=90,000.50", "--month", "1", "actual=1000")
    assert said == "Q18-001, version 2: Net value from £120,000.00 to £90,000.50; April actual £1,000.00."
    said = office.must("scheme", "edit", "Q18-001", "--set", "net value=£90,000.50")
    assert said == "Q18-001: it says that already; nothing was changed."


def test_an_edit_of_the_money_says_which_approvals_no_longer_stand(office):
    office.begin()
    office.approve("finance", FINANCE)
    said = office.must("scheme", "edit", "Q18-001", "--set", "net value=1")
    assert said.endswith("No longer approved, because the case has changed: Finance review.")


@pytest.mark.parametrize(
    ("setting", "why"),
    [
        ("nett worth=5", "sets nothing: write field=value, the field one of title, area,"),
        ("title", "sets nothing"),
        ("net value=lots", "Net value (£): 'lots' is not taken."),
        ("start=someday", "Start: 'someday' is not taken. Write a date such as 30/09/2018."),
        ("stage=3", "`scheme advance` and `scheme send-back` move a scheme"),
        ("status=closed", "`scheme withdraw`"),
        ("reported rating=purple", "one of Red, Amber, Green"),
    ],
)
def test_what_cannot_be_set_is_wrong_usage(office, setting, why):
    office.begin()
    assert why in office.refused("scheme", "edit", "Q18-001", "--set", setting, status=2)


@pytest.mark.parametrize(
    "month", [("13", "plan=1"), ("x", "plan=1"), ("1", "budget=1"), ("1", "plan"), ("1", "actual=much")]
)
def test_a_month_that_makes_no_sense_is_wrong_usage(office, month):
    office.begin()
    office.refused("scheme", "edit", "Q18-001", "--month", *month, status=2)
    assert "Nothing to change" in office.refused("scheme", "edit", "Q18-001", status=2)


def test_months_of_the_profile_are_set_and_emptied_recurrent_and_not(office):
    office.begin()
    edit = ("scheme", "edit", "Q18-001", "--month")
    office.must(*edit, "2", "actual=500.25", "--month", "3", "non-recurrent-plan=7", "--month", "1", "actual=1")
    assert "May actual from £500.25 to nothing" in office.must(*edit, "2", "actual=")
    by_month = {row["month"]: row for row in rows(office, "delivery-by-month", "--month", "3")}
    assert (by_month[1]["actual"], by_month[2]["plan"], by_month[2]["actual"] or 0) == (1, 60000, 0)
    assert (by_month[3]["recurrent_plan"], by_month[3]["non_recurrent_plan"]) == (0, 7)


def test_somebody_else_was_faster(office):
    office.begin()
    office.must("scheme", "edit", "Q18-001", "--set", "comment=first", "--seen", "1")
    said = office.refused("scheme", "edit", "Q18-001", "--set", "comment=second", "--seen", "1")
    assert "has been changed since" in said
    assert "version 2" in said
    approve = ("scheme", "advance", "Q18-001", "--approval", "finance", "--by", FINANCE)
    assert "has been changed since" in office.refused(*approve, "--seen", "1")
    assert "is not a version" in office.refused(*approve, "--seen", "one", status=2)


def test_ticks_are_of_the_present_gateway_and_of_what_no_data_can_test(office):
    office.begin()
    tick = ("scheme", "tick", "Q18-001", "--evidence", "Minutes", "--item")
    assert "choose one of described, lead-and-sro, valued" in office.refused(*tick, "plan-agreed", status=2)
    assert "tested by the data" in office.refused(*tick, "described", status=2)


def test_ratings_are_set_by_hand_with_a_reason_and_taken_back(office):
    office.begin()
    rate = ("scheme", "rate", "Q18-001", "--reason", "Provider has walked away", "--by", "office", "--rating")
    assert office.must(*rate, "r") == "Q18-001: rated Red by office, over the computed rating."
    assert office.must(*rate, "none") == (
        "Q18-001: the rating set by hand taken back by office; the computed one holds."
    )
    assert "choose one of Red, Amber, Green" in office.refused(*rate, "purple", status=2)


def test_a_withdrawn_scheme_is_in_no_total_until_it_is_restored(office):
    office.begin()
    office.begin("Q18-002")
    assert "it is in no total any more" in office.must("scheme", "withdraw", "Q18-002", "--reason", "Doubled")
    total = next(row for row in rows(office, "pipeline") if row["area"] == "Total")
    assert total["pipeline_value"] == 120000
    assert "withdrawn" in office.refused("scheme", "edit", "Q18-002", "--set", "title=x")
    assert "restored at 0 Pipeline" in office.must("scheme", "restore", "Q18-002", "--reason", "Not doubled")


def test_a_scheme_that_is_not_there_and_one_that_is_there_already(office):
    office.begin()
    said = office.refused("scheme", "advance", "Q18-01", "--approval", "finance", status=2)
    assert said == "There is no scheme 'Q18-01' in the register of X1, 2018/19. Did you mean Q18-001?"
    again = ("scheme", "create", "Q18-001", "--set", "title=x", "--set", "area=y")
    assert "is in the register already" in office.refused(*again)
    said = office.refused("scheme", "advance", "Q18-001", "--approval", "Board nod", status=2)
    assert "Finance review; Management executive review;" in said


def test_which_register_is_meant_has_to_be_clear(office):
    create = ("scheme", "create", "A1", "--set", "title=x", "--set", "area=y")
    assert "--org CODE --year 2018/19" in office.refused(*create, status=2)
    assert "such as --year 2018/19" in office.refused(*create, "--org", "X1", status=2)
    office.begin()
    office.must(*create, "--org", "X2", "--year", "2019/20")
    assert office.refused("scheme", "edit", "A1", "--set", "title=z", status=2) == (
        "Say which organisation's register is meant: X1, X2."
    )
    office.must("scheme", "edit", "A1", "--set", "title=z", "--org", "X2")


def test_a_day_to_come_and_a_day_that_is_none_are_refused(office):
    office.begin()
    edit = ("scheme", "edit", "Q18-001", "--set", "title=x", "--on")
    assert "not a date" in office.refused(*edit, "someday", status=2)
    assert "still to come" in office.refused(*edit, "2999-01-01", status=2)
    assert "before what was last recorded" in office.refused(*edit, "2018-04-01", status=2)


def test_characters_that_cannot_be_kept_are_left_out_of_what_is_typed(office):
    office.begin()
    office.must("scheme", "edit", "Q18-001", "--set", "title=a\udcff\x07b")
    assert rows(office, "schemes")[0]["scheme"] == "ab"
