from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from recovery.engine import queries
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening

VIEW = View("X01", FinancialYear(2018), 3)
DAY = dt.date(2018, 7, 10)
CREDIT = {"line": "Acute", "amount": "-1200", "month": 2}


def judged(happening: Happening, key: str, kind: str = "judged", **body: object) -> None:
    entry = happening.happens(key, kind, DAY, subject_kind="judgement", reason=f"Why {key}", **body)
    happening.events[-1] = replace(entry, subject=replace(entry.subject, year=0 if key.startswith("chart") else 2018))


def engine() -> FilledEngine:
    happening = Happening()
    judged(happening, "one-off/Credit", **CREDIT)
    judged(happening, "one-off/Rent", **{**CREDIT, "amount": "5.25"})
    judged(happening, "one-off/Credit", **{**CREDIT, "month": 3})
    judged(happening, "one-off/Rent", "taken back")
    judged(happening, "chart/E.M.8", rebase_month=1)
    made = FilledEngine()
    made.happen(*happening.events)
    return made


def test_the_newest_version_of_a_judgement_holds_and_one_taken_back_does_not():
    found = queries.judgements(engine(), VIEW, "one-off")
    assert [(one.key, one.version, one.reason) for one in found] == [("Credit", 2, "Why one-off/Credit")]
    assert found[0].body == {"line": "Acute", "amount": Decimal(-1200), "month": 3}


def test_a_judgement_is_of_its_own_year_and_one_about_every_year_of_each():
    later = replace(VIEW, year=FinancialYear(2019))
    assert queries.judgements(engine(), later, "one-off") == []
    for view in (VIEW, later):
        assert [one.key for one in queries.judgements(engine(), view, "chart")] == ["E.M.8"]
    assert queries.judgements(engine(), replace(VIEW, organisation="X02"), "chart") == []


def test_every_version_is_shown_in_words_the_newest_first():
    shown = figure("judgements", engine(), VIEW)
    assert [(row["kind"], row["key"], row["version"], row["what"]) for row in shown.records()] == [
        ("Settings of a chart", "E.M.8", 1, "Re-based from month: 1"),
        ("One-off items", "Rent", 2, "Taken back"),
        ("One-off items", "Credit", 2, "Line: Acute; Amount: -1200; Month it fell in: 3"),
        ("One-off items", "Rent", 1, "Line: Acute; Amount: 5.25; Month it fell in: 2"),
        ("One-off items", "Credit", 1, "Line: Acute; Amount: -1200; Month it fell in: 2"),
    ]


def test_a_judgement_is_read_as_it_stood_at_the_day_from_which_it_holds():
    happening = Happening()
    judged(happening, "chart/E.M.9", rebase_year=2018, rebase_month=1)
    changed = {"rebase_year": 2018, "rebase_month": 2}
    happening.happens("chart/E.M.9", "judged", dt.date(2018, 8, 1), subject_kind="judgement", **changed)
    made = FilledEngine()
    made.happen(*happening.events)
    held = {
        as_at: [one.body["rebase_month"] for one in queries.judgements(made, replace(VIEW, as_at=as_at), "chart")]
        for as_at in (None, DAY - dt.timedelta(1), DAY, dt.date(2018, 7, 31), dt.date(2018, 8, 1))
    }
    assert list(held.values()) == [[2], [], [1], [1], [2]]
    assert len(figure("judgements", made, replace(VIEW, as_at=DAY)).rows) == 1
    recorded = happening.events[0].at
    assert [one.version for one in queries.judgements(made, replace(VIEW, as_at=recorded), "chart")] == [1]
