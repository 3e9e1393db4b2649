"""Who decided what, what came of it, and the history of every scheme."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from recovery.measures.figures import figure, only_ref
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, scheme
from tests.engine.kept import kept
from tests.measures.looking import VIEW, at_month_3

MAY = dt.date(2018, 5, 1)


def sent_back() -> FilledEngine:
    """A scheme approved once, sent back, approved again and changed, so that both approvals have ceased to stand."""
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme())
    happening.approve("Q1", "finance-review", MAY, by="finance@x.example")
    happening.happens("Q1", "sent back", dt.date(2018, 5, 8), reason="No baseline", **{"from": 0, "to": 0})
    happening.approve("Q1", "finance-review", dt.date(2018, 5, 15))
    happening.edit(scheme(net_value=happening_value()), dt.date(2018, 5, 20), reason="Fewer patients")
    happening.happens("Q1", "lapsed", dt.date(2018, 5, 20), approvals=["finance-review"])
    happening.approve("Q1", "finance-review", dt.date(2018, 5, 30))
    engine.happen(*happening.events)
    return engine


def happening_value():
    return scheme().net_value - 20_000


def test_decisions_come_newest_first_with_the_case_they_were_made_on():
    found = at_month_3(sent_back(), "approvals")
    names = ("on", "decision", "case_version", "case_net_value", "lapsed")
    assert [tuple(record[name] for name in names) for record in found.records()] == [
        ("2018-05-30", "approved", 6, 100_000, "no"),
        ("2018-05-15", "approved", 3, 120_000, "yes"),
        ("2018-05-08", "sent back", 1, 120_000, "no"),
        ("2018-05-01", "approved", 1, 120_000, "yes"),
    ]
    assert found.records()[2]["evidence"] == "No baseline"
    assert found.records()[3]["by"] == "finance@x.example"


def test_an_approval_that_lapsed_later_stood_until_then():
    before = figure("approvals", sent_back(), replace(VIEW, as_at=dt.date(2018, 5, 19)))
    assert before.values("lapsed") == ["no", "no", "yes"]


def test_conditions_are_counted_with_their_approval_and_listed_with_owner_date_and_state():
    found = at_month_3(kept(), "approvals")
    given = next(record for record in found.records() if record["approval"] == "Finance review")
    assert (given["decision"], given["conditions"], given["conditions_open"]) == ("approved with conditions", 4, 3)
    listed = at_month_3(kept(), "conditions")
    assert [(row[5], row[6], row[7]) for row in listed.rows] == [
        ("2018-06-30", None, "open"),
        ("2018-07-30", None, "open"),
        ("2018-08-30", None, "open"),
        ("2018-05-30", "2018-05-20", "met"),
    ]
    assert listed.records()[3]["evidence"] == "Dr Day"


def test_a_condition_is_overdue_the_day_after_its_date_and_open_before_it_was_met():
    on = {
        day: figure("conditions", kept(), replace(VIEW, as_at=day))
        for day in (dt.date(2018, 5, 19), dt.date(2018, 7, 1))
    }
    assert [found.values("state") for found in on.values()] == [["open"] * 4, ["overdue", "open", "open", "met"]]


def test_the_history_says_who_when_from_what_to_what_and_why():
    found = only_ref(at_month_3(sent_back(), "history"), "q1")
    names = ("version", "what", "field", "before", "after", "reason")
    told = [tuple(record[name] for name in names) for record in found.records()]
    assert told[0] == (7, "approved", "Finance review", "", "given", "")
    assert (6, "lapsed", "Finance review", "given", "no longer stands", "") in told
    assert (5, "edited", "Net value", "£120,000.00", "£100,000.00", "Fewer patients") in told
    assert told[-2:] == [
        (1, "brought in", "Case", "", "Scheme Q1 (Acute), net value £120,000.00", ""),
        (1, "brought in", "Stage", "", "Pipeline", ""),
    ]


def test_one_schemes_history_leaves_out_the_others():
    assert set(only_ref(at_month_3(kept(), "history"), "Q3").values("ref")) == {"Q3"}
    assert only_ref(at_month_3(kept(), "history"), "Q99").rows == ()


def test_the_history_as_at_a_day_ends_with_it():
    found = figure("history", sent_back(), replace(VIEW, as_at=dt.date(2018, 5, 8)))
    assert set(found.values("version")) == {1, 2, 3}
