"""Who may load is looked up inside the write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recovery.errors import NotAllowed
from recovery.loading import load
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Grant, Revoke
from recovery.programme.performing import perform
from recovery.record import Record
from recovery.sources.options import Options
from tests.loading.files import position

if TYPE_CHECKING:
    from pathlib import Path

MACHINE = Actor("operator", "command line", trusted=True)
FINANCE = Actor("fin@trust.example", "page")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = Record(str(tmp_path / "record.sqlite"))
    perform(made, AddPerson(FINANCE.name), MACHINE)
    return made


def _load(record: Record, actor: Actor | None) -> int:
    outcome = load(
        record,
        [position(3)],
        Options(),
        organisation="06H",
        organisation_name="A commissioner",
        year=FinancialYear(2018),
        month=None,
        loaded_by="analyst",
        actor=actor,
    )
    assert outcome.receipt is not None
    return outcome.receipt.change


def test_a_person_without_the_role_loads_nothing(record: Record) -> None:
    with pytest.raises(
        NotAllowed, match=r"fin@trust\.example may not load workbooks: that is for finance or the PMO\."
    ):
        _load(record, FINANCE)
    with pytest.raises(NotAllowed, match=r"stranger@trust\.example is not a person that the record knows"):
        _load(record, Actor("stranger@trust.example", "page"))
    assert record.loads() == []


def test_a_role_counts_from_when_it_is_given_until_it_is_taken_away(record: Record) -> None:
    perform(record, Grant(FINANCE.name, "finance", organisation="06H"), MACHINE)
    assert _load(record, FINANCE) == 3
    perform(record, Revoke(FINANCE.name, "finance", organisation="06H"), MACHINE)
    with pytest.raises(NotAllowed):
        _load(record, FINANCE)


def test_a_role_for_another_organisation_does_not_count(record: Record) -> None:
    perform(record, Grant(FINANCE.name, "finance", organisation="QXX"), MACHINE)
    with pytest.raises(NotAllowed):
        _load(record, FINANCE)


def test_no_permission_is_asked_where_nobody_is_named_and_on_a_trusted_machine(record: Record) -> None:
    assert _load(record, None) == 2
    assert _load(record, MACHINE) == 3
