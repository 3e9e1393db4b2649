"""The board: stage, age and what stands in the way; what is waited for; what was taken out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.programme.scheme import Milestone
from tests.engine.filled import FilledEngine
from tests.engine.happening import BEGUN, Happening, scheme
from tests.engine.kept import kept
from tests.engine.published import everything_published
from tests.measures.looking import VIEW, at_month_3, row


def test_schemes_stand_by_stage_with_value_rating_and_age():
    found = at_month_3(kept(), "board")
    shown = [
        [record[name] for name in ("ref", "stage", "status", "rag", "days_in_stage", "norm_days", "ageing")]
        for record in found.records()
    ]
    assert shown == [
        ["Q2", 1, "live", "Green", 59, 42, "over norm"],
        ["Q1", 3, "live", "Red", 89, 120, "within norm"],
        ["Q3", 4, "live", "Red", 71, 270, "within norm"],
        ["Q8", 5, "closed", "", 89, 30, ""],
    ]
    assert found.illustrative


@pytest.mark.parametrize(("days", "ageing"), [(42, "within norm"), (43, "over norm"), (84, "over norm"), (85, "stuck")])
def test_a_scheme_is_stuck_after_twice_the_norm(days, ageing):
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme())
    engine.happen(*happening.events)
    on = replace(VIEW, as_at=BEGUN + dt.timedelta(days=days))
    assert figure("board", engine, on).records()[0]["ageing"] == ageing


def test_milestones_that_are_overdue_are_counted_and_the_first_of_them_is_next():
    steps = [
        Milestone("Done", dt.date(2018, 5, 1), done=dt.date(2018, 5, 1)),
        Milestone("Late", dt.date(2018, 6, 1)),
        Milestone("Today", dt.date(2018, 6, 30)),
        Milestone("Undated"),
    ]
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(milestones=tuple(steps)))
    engine.happen(*happening.events)
    found = figure("board", engine, replace(VIEW, as_at=dt.date(2018, 6, 30))).records()[0]
    assert (found["overdue_milestones"], found["next_milestone"]) == (1, "Late, due 1 Jun 2018")


def test_what_stands_in_the_way_and_who_is_waited_for_is_said():
    found = row(at_month_3(kept(), "board"), "Q2")
    assert (
        found["waiting_for"] == "Clinical executive committee review; Impact assessors' sign-off (quality and equality)"
    )
    assert "No SRO is named" in found["stands_in_the_way"]
    assert row(at_month_3(kept(), "board"), "Q8")["waiting_for"] == ""


def test_every_approval_that_is_waited_for_has_a_row_the_most_overdue_first():
    found = at_month_3(kept(), "waiting")
    assert [(record["ref"], record["approval_key"], record["given_by"]) for record in found.records()] == [
        ("Q2", "clinical-executive-committee-review", "an approver of it"),
        ("Q2", "impact-assessors-sign-off", "an approver of it"),
        ("Q1", "pmo-able-to-monitor", "PMO"),
        ("Q3", "pmo-benefits-delivered", "PMO"),
    ]


def test_an_approval_that_was_given_is_waited_for_no_longer():
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme())
    happening.approve("Q1", "finance-review", dt.date(2018, 5, 1))
    engine.happen(*happening.events)
    assert at_month_3(engine, "waiting").values("approval") == ["Management executive review"]
    before = figure("waiting", engine, replace(VIEW, as_at=dt.date(2018, 4, 30)))
    assert before.values("approval") == ["Finance review", "Management executive review"]


def test_withdrawn_schemes_stand_apart_with_the_reason():
    found = at_month_3(kept(), "withdrawn")
    assert found.values("ref") == ["Q4", "Q5", "Q6", "Q7"]
    assert found.rows[0][3:] == ("Planning", 1_000, "2018-06-30", "pmo@x.example", "Twice in the register")
    earlier = figure("withdrawn", kept(), replace(VIEW, as_at=dt.date(2018, 6, 29)))
    assert earlier.rows == ()


def test_a_loaded_register_has_no_board():
    with pytest.raises(NothingLoaded, match="Board: no schemes are kept here for X01, month 3"):
        at_month_3(everything_published(), "board")
