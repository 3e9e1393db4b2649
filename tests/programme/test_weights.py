from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.errors import NotAllowed, UsageError
from recovery.programme.commands import ChangeWeights, Weight
from recovery.programme.folding import weights_of
from recovery.programme.weights import DatedWeight
from recovery.record import Subject
from tests.programme.acting import FINANCE, PMO, do, with_people
from tests.programme.memory import MemoryRecord

FROM = dt.date(2018, 7, 1)
HALF = Weight("stage", "Planning", Decimal("0.5"))


@pytest.fixture
def record() -> MemoryRecord:
    made = MemoryRecord()
    with_people(made)
    return made


def held(record: MemoryRecord) -> tuple[DatedWeight, ...]:
    return weights_of(record.events(Subject("06H", 0, "weights", "")))


def change(*weights: Weight, day: dt.date = FROM, reason: str = "Review") -> ChangeWeights:
    return ChangeWeights(weights, day, reason)


def test_weights_are_kept_with_their_day_reason_and_who(record: MemoryRecord):
    both = Weight("stage and rag", "plan, red", Decimal("0.250"))
    done = do(record, change(HALF, Weight("rag", "a", Decimal(1)), both), by=FINANCE)
    at = record.entries[-1].at
    assert done.versions == {"weights": 1}
    assert held(record) == (
        DatedWeight("stage", "Planning", Decimal("0.5"), FROM, "Review", FINANCE, at),
        DatedWeight("rag", "Amber", Decimal(1), FROM, "Review", FINANCE, at),
        DatedWeight("stage and rag", "Planning, Red", Decimal("0.25"), FROM, "Review", FINANCE, at),
    )


def test_later_weights_stand_after_earlier_ones(record: MemoryRecord):
    do(record, change(HALF), change(Weight("stage", "Planning", Decimal("0.6"))), by=FINANCE)
    assert [one.weight for one in held(record)] == [Decimal("0.5"), Decimal("0.6")]


def test_weights_that_are_so_already_write_nothing(record: MemoryRecord):
    do(record, change(HALF), by=FINANCE)
    assert do(record, change(HALF), by=FINANCE).versions == {"weights": 1}
    assert do(record, change(HALF, day=dt.date(2018, 8, 1)), by=FINANCE).versions == {"weights": 2}


@pytest.mark.parametrize(
    ("weights", "reason", "words"),
    [
        ((HALF,), " ", "Say why the risk weights are changed"),
        ((), "Why", "Say which risk weights"),
        (
            (Weight("stage", "Planning", Decimal("1.01")),),
            "Why",
            r"weight of Planning is 1\.01: it has to be between 0 and 1",
        ),
        ((Weight("stage", "Planning", Decimal("-0.01")),), "Why", "between 0 and 1"),
        ((Weight("stage", "Planning", Decimal("NaN")),), "Why", "between 0 and 1"),
        ((Weight("stage", "Planning", Decimal("0.1234567")),), "Why", "more than six decimals"),
        ((Weight("stage", "Dreaming", Decimal(1)),), "Why", "'Dreaming' is not a stage"),
        ((Weight("rag", "Blue", Decimal(1)),), "Why", "'Blue' is not a rating"),
        ((Weight("stage and rag", "Planning", Decimal(1)),), "Why", "'' is not a stage"),
        ((Weight("moon", "Full", Decimal(1)),), "Why", "'moon' is not what a weight goes by"),
        ((Weight("rag", "Blue", Decimal(1)), Weight("rag", "Red", Decimal(2))), "Why", r"'Blue' .* weight of Red is 2"),
    ],
)
def test_what_cannot_be_a_weight_is_refused(record: MemoryRecord, weights: tuple[Weight, ...], reason: str, words: str):
    with pytest.raises(UsageError, match=words):
        do(record, change(*weights, reason=reason), by=FINANCE)
    assert held(record) == ()


def test_only_those_who_may_change_weights(record: MemoryRecord):
    with pytest.raises(NotAllowed) as refused:
        do(record, change(HALF), by=PMO)
    assert str(refused.value) == (
        "pmo@trust.example may not change risk weights: that is for finance (finance@trust.example)."
    )


def test_weights_belong_to_an_organisation(record: MemoryRecord):
    with pytest.raises(UsageError, match="Say whose risk weights"):
        do(record, change(HALF), organisation="")
