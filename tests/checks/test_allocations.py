"""A list of movements starts from the plan and leads to the position, or says by how much it does not."""

from __future__ import annotations

from recovery.checks import reconcile, reconcile_across
from tests.checks.building import table
from tests.spec import published_tables as published
from tests.spec.test_published_tables import DIFFERENCE, said

OPENING = {"movement": "Opening allocation", "amount": 1181022}
GROWTH = {"movement": "Growth", "amount": 3748}
LIMIT = {"movement": "Current limit", "amount": 1184770, "kind": "total", "parts": (0, 1)}


def found(*rows):
    tables = {"position": published.position(), "financial-plan": published.financial_plan()}
    every = reconcile_across({"allocations": table("allocations", rows), **tables})
    return said([one for one in every if one.dataset == "allocations"])


def test_movements_from_the_plan_to_the_position_are_borne_out():
    assert found(OPENING, GROWTH, LIMIT) == found(OPENING, GROWTH) == []


def test_another_opening_and_another_limit_are_found():
    assert found(OPENING | {"amount": 1180000}, GROWTH, LIMIT | {"amount": 1183748}) == [
        ("opening allocation against the plan", "Opening allocation", "amount", "1180000", "1181022", DIFFERENCE),
        ("current limit against the position", "Current limit", "amount", "1183748", "1184770", DIFFERENCE),
    ]


def test_a_list_without_a_printed_limit_is_added_up():
    assert found(OPENING, GROWTH | {"amount": 3000}) == [
        ("current limit against the position", "Current limit", "amount", "1184022", "1184770", DIFFERENCE)
    ]


def test_movements_without_their_opening_are_not_compared():
    assert found(GROWTH) == found(GROWTH, OPENING) == found(GROWTH | {"movement": "Opening hours"}) == []


def test_a_printed_limit_and_a_split_that_do_not_add_up_are_found_within_the_table():
    opening, growth = OPENING | {"recurrent": 1181022}, GROWTH | {"recurrent": 3000, "non_recurrent": 700}
    limit = LIMIT | {"recurrent": 1184022, "non_recurrent": 700, "amount": 1184722}
    assert said(reconcile(table("allocations", [opening, growth, limit]))) == [
        ("rows across", "Growth", "amount", "3748", "3700", DIFFERENCE),
        ("columns down", "Current limit", "amount", "1184722", "1184770", DIFFERENCE),
    ]
