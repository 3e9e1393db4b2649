"""The rules of the duties are data: which holds on a day, what each says, and what an indicator's name may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from recovery import duties as module
from recovery.duties import duties, duties_on, kind_name

EIGHT = {
    "revenue-resource-limit", "control-total", "running-costs", "cash", "bppc-value", "bppc-number", "qipp",
    "underlying", "mental-health",
}  # fmt: skip


def test_the_duties_that_are_always_reported_stand_in_the_reference_data():
    assert {duty.key for duty in duties() if duty.expected} == EIGHT


def test_there_are_two_kinds_of_rule_and_a_statutory_one_has_no_amber():
    assert {kind_name(duty) for duty in duties()} == {"Statutory duty", "Size of variance"}
    assert all(not duty.amber and "any excess" in duty.rule for duty in duties() if duty.is_statutory)


def test_a_rule_is_said_with_its_own_numbers():
    assert duties_on(dt.date(2018, 6, 30))["bppc-value"].rule == (
        "Green at the target or above; amber when no more than 5 percentage points below it; red beyond"
    )


def test_the_rule_of_the_day_holds_and_the_oldest_before_any_does(monkeypatch):
    old = duties_on(dt.date(2018, 6, 30))["qipp"]
    new = replace(old, effective_from=dt.date(2019, 4, 1), amber=Decimal(10))
    monkeypatch.setattr(module, "duties", lambda: (new, old))
    for day, amber in (("2017-01-01", 25), ("2019-03-31", 25), ("2019-04-01", 10)):
        assert duties_on(dt.date.fromisoformat(day))["qipp"].amber == amber


@pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.key)
def test_every_rule_is_whole(duty):
    assert duty.unit in {"money", "percent"}
    assert duty.better in {"lower", "higher"}
    assert duty.of in {"target", "allocation", "points"}
    assert set(duty.rated_on) <= {"to date", "forecast"}
    assert duty.rated_on
    assert duty.green <= duty.amber
    assert "{" not in duty.rule
