from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest

from recovery.demo import ALL, FOLDER
from recovery.demo.history import history, people
from recovery.demo.manifest import manifest
from recovery.demo.tables import pairs
from recovery.programme import commands
from recovery.programme.configuration import programme_of


def acts(folder):
    about = manifest(folder)
    return history(folder / about.programme, about.year.start, programme_of(about.organisation))


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_what_one_person_did_on_a_day_goes_together_and_days_follow_each_other(folder):
    found = acts(folder)
    days = [act.on for act in found]
    assert days == sorted(days)
    assert all(act.commands for act in found)
    assert max(days) < dt.date(2025, 1, 1)


def test_every_kind_of_command_to_a_scheme_is_there_but_restoring_and_unticking():
    kinds = Counter(type(command) for act in acts(FOLDER) for command in act.commands)
    assert set(kinds) == {
        commands.BringIn, commands.CreateScheme, commands.EditScheme, commands.Approve, commands.SendBack,
        commands.MeetCondition, commands.Tick, commands.OverrideRating, commands.Withdraw,
    }  # fmt: skip
    assert kinds[commands.BringIn] == 47
    assert kinds[commands.CreateScheme] == 9


def test_an_approval_carries_its_evidence_and_its_conditions():
    (found,) = [
        command
        for act in acts(FOLDER)
        for command in act.commands
        if isinstance(command, commands.Approve) and command.ref == "Q18-048" and command.conditions
    ]
    assert found.approval == "management-executive-review"
    assert found.evidence.startswith("Minute 7 of the management executive of 12 June 2018")
    assert found.conditions == (
        commands.NewCondition(
            "The date of the referral system's change is confirmed in writing", "Planned care manager",
            dt.date(2018, 7, 20),
        ),
    )  # fmt: skip


def test_every_edit_says_why_and_every_approval_on_what():
    everything = [command for folder in ALL for act in acts(folder) for command in act.commands]
    assert all(command.reason for command in everything if isinstance(command, commands.EditScheme))
    assert all(command.evidence for command in everything if isinstance(command, commands.Approve))


def test_weights_are_changed_in_the_second_organisation():
    (found,) = [
        command for act in acts(ALL[1]) for command in act.commands if isinstance(command, commands.ChangeWeights)
    ]
    assert found.weights == (commands.Weight("rag", "High risk", Decimal("0.40")),)
    assert found.effective_from == dt.date(2024, 6, 3)


def test_people_have_addresses_that_nobody_can_have_and_every_role_is_held():
    found = dict(people(FOLDER / "programme", "06H"))
    assert len(found) == 12
    assert all(email.endswith(".example") for email in found)
    grants = [one for does in found.values() for one in does if isinstance(one, commands.Grant)]
    assert Counter(one.role for one in grants) == {
        "administrator": 1, "pmo": 2, "finance": 1, "approver": 4, "lead": 3, "viewer": 1,
    }  # fmt: skip
    assert {(one.role == "administrator", one.organisation) for one in grants} == {(True, "*"), (False, "06H")}
    assert sum(one.approval == "impact-assessors-sign-off" for one in grants) == 2


def test_details_are_pairs_of_names_and_values_that_may_hold_semicolons():
    assert pairs("net_value=12 | comment=Idea only; no reply = yet") == {
        "net_value": "12",
        "comment": "Idea only; no reply = yet",
    }
    assert pairs("") == {}
