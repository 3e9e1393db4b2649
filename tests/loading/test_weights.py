"""A load is held against the weights of its organisation at the month's end."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.loading.weights import weights_held, weights_on
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.reference import stages
from tests.engine.happening import Happening

PLANNING = stages()[2]


def changed() -> Happening:
    happening = Happening("06H")
    for day, key, weight in ((1, "Red", "0.25"), (15, "Amber", "0.65"), (15, "Amber", "0.60")):
        body = {"effective_from": f"2018-06-{day:02}", "weights": [{"basis": "rag", "key": key, "weight": weight}]}
        happening.happens("", "weights changed", dt.date(2018, 6, 1), subject_kind="weights", reason="Learnt", **body)
    return happening


def test_an_organisations_own_weight_holds_from_its_day_and_the_default_before():
    events = changed().events
    may, june = (weights_on("06H", events, dt.date(2018, month, 30)) for month in (5, 6))
    assert (may.of(PLANNING, "Red"), june.of(PLANNING, "Red")) == (Decimal("0.60"), Decimal("0.25"))


def test_of_two_from_the_same_day_the_one_written_later_holds():
    assert weights_on("06H", changed().events, dt.date(2018, 6, 15)).of(PLANNING, "Amber") == Decimal("0.60")


def test_a_weight_by_stage_and_rating_goes_before_one_by_stage():
    happening = Happening("06H")
    weight = {"basis": "stage and rag", "key": "Pipeline, Green", "weight": "0.8"}
    happening.happens(
        "",
        "weights changed",
        dt.date(2018, 4, 2),
        subject_kind="weights",
        effective_from="2018-04-02",
        weights=[weight],
    )
    found = weights_on("06H", happening.events, dt.date(2018, 6, 30))
    assert (found.of(stages()[0], "Green"), found.of(stages()[0], "Red")) == (Decimal("0.8"), Decimal("0.50"))


def test_each_programme_has_its_own_defaults(tmp_path):
    record = Record(str(tmp_path / "record.sqlite"))
    ours = weights_held(record, "QXX", FinancialYear(2024))(3)
    assert (ours.of(None, "High risk"), ours.of(None, "Red")) == (Decimal("0.50"), None)
    record.close()
