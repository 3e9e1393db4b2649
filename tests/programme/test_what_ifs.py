"""What can be changed in a what-if, and what is kept of it as a scenario."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import UsageError
from recovery.programme.commands import Judge
from recovery.programme.what_ifs import BASE, WhatIf, changes_of, in_words, what_if_of
from tests.programme.acting import FINANCE, do, with_people
from tests.programme.memory import MemoryRecord

DROP = {"what": "M1", "change": "drop"}


def saved(name, *changes):
    record = MemoryRecord()
    with_people(record)
    return do(record, Judge("scenario", name, {"changes": list(changes)}, "To see"), by=FINANCE)


def test_changes_come_back_as_they_were_kept_and_are_said_in_words():
    what_if = WhatIf({"R1": Decimal("12.50")}, {"R2": Decimal(-4000)}, frozenset({"M1"}), {"Q1": 2})
    assert what_if_of(changes_of(what_if)) == what_if
    assert in_words(what_if) == "R1 at 12.5 %; R2 at £4,000; M1 left out; Q1 2 months later"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": "M1", "change": "foo"}, "'foo' is not a change"),
        ({"what": "M1", "change": "value"}, "say to what"),
        ({"what": "M1", "change": "probability", "to": 500}, "is not a probability"),
        ({"what": "Q1", "change": "delay", "to": Decimal("1.5")}, "by whole months, not by 1.5"),
        ({"what": "Q1", "change": "delay", "to": 13}, "by 1 to 12 months"),
        ({"what": " m1", "change": "DROP"}, "changed twice"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_not_kept(change, said):
    with pytest.raises(UsageError, match=said):
        saved("Odd", DROP, change)


def test_a_scenario_is_not_called_as_what_it_is_compared_with():
    assert saved("Nothing changed", DROP).versions == {"Nothing changed": 1}
    with pytest.raises(UsageError, match="give it another name"):
        saved(BASE.upper(), DROP)
