from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from recovery.errors import Conflict, NotAllowed, NotReady, UsageError
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Approve, CreateScheme, EditScheme, Grant, Withdraw
from recovery.programme.differences import merged
from recovery.programme.folding import fold
from recovery.programme.performing import Done, perform, perform_all
from recovery.programme.state import SchemeState
from recovery.record import Record
from tests.programme.building import LEAD, ORGANISATION, SUBJECT, scheme

MACHINE = Actor("operator", "command line", trusted=True)
DAY = dt.date(2018, 5, 1)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(str(tmp_path / "record.sqlite"))


def do(record: Record, *commands: object, by: Actor | str = MACHINE, on: dt.date | None = DAY) -> Done:
    actor = by if isinstance(by, Actor) else Actor(by, "page")
    return perform_all(record, commands, actor, organisation=ORGANISATION, year=FinancialYear(2018), on=on)


def state(record: Record) -> SchemeState:
    return fold(record.events(SUBJECT))


def test_a_scheme_is_begun_approved_twice_and_moves_on(record: Record):
    do(record, AddPerson("Fin@Trust.example"), Grant("fin@trust.example", "finance"))
    do(record, AddPerson("me@trust.example"), Grant("me@trust.example", "approver", "management-executive-review"))
    assert do(record, CreateScheme(scheme())) == Done(3, {"S-1": 1})
    assert do(record, Approve("S-1", "Finance review", "FR-7"), by="FIN@trust.example") == Done(4, {"S-1": 2})
    assert state(record).stage == 0
    assert do(record, Approve("S-1", "executive", "Minutes"), by="me@trust.example") == Done(5, {"S-1": 4})
    assert [entry.kind for entry in record.events(SUBJECT)] == ["created", "approved", "approved", "moved"]
    assert record.events(SUBJECT)[1].by == "fin@trust.example"
    assert state(record).stage == 1
    assert record.verify() == []


def test_nothing_is_written_where_one_of_several_commands_is_refused(record: Record):
    do(record, CreateScheme(scheme()))
    with pytest.raises(UsageError, match="S-9 is not in the register of 06H for 2018/19"):
        do(record, EditScheme("S-1", scheme(title="Other")), Withdraw("S-9", "gone"))
    assert state(record).version == 1
    assert record.newest_change() == 1


def test_later_commands_of_one_write_see_the_earlier_ones(record: Record):
    done = do(record, CreateScheme(scheme()), EditScheme("S-1", scheme(title="Other"), seen=1), Withdraw("S-1", "No"))
    assert done == Done(1, {"S-1": 3})
    assert state(record).scheme.title == "Other"


def test_the_person_is_looked_up_inside_the_write(record: Record):
    do(record, AddPerson(LEAD))
    with pytest.raises(
        NotAllowed, match=r"lead@trust\.example may not begin a scheme: that is for a scheme lead or the PMO"
    ):
        do(record, CreateScheme(scheme()), by=LEAD)
    do(record, Grant(LEAD, "lead"))
    assert do(record, CreateScheme(scheme()), by=LEAD).versions == {"S-1": 1}
    with pytest.raises(NotAllowed, match=r"stranger@trust\.example is not a person that the record knows"):
        do(record, EditScheme("S-1", scheme(title="Mine")), by="stranger@trust.example")


def test_the_second_of_two_who_saw_the_same_version_has_a_conflict(record: Record):
    do(record, CreateScheme(scheme()))
    do(record, EditScheme("S-1", scheme(title="First"), seen=1))
    with pytest.raises(Conflict, match=r"version 1, now version 2") as conflict:
        do(record, EditScheme("S-1", scheme(title="Second"), seen=1))
    assert (conflict.value.key, conflict.value.seen, conflict.value.newest) == ("S-1", 1, 2)
    assert state(record).scheme.title == "First"


def test_after_a_conflict_both_versions_are_brought_together_field_by_field(record: Record):
    do(record, CreateScheme(scheme()))
    opened = state(record)
    mine = replace(opened.scheme, title="Mine", comment="Mine", lead="Me")
    do(record, EditScheme("S-1", replace(opened.scheme, title="Theirs", comment="Theirs", area="Theirs"), 1))
    with pytest.raises(Conflict):
        do(record, EditScheme("S-1", mine, opened.case_version))
    now = state(record)
    chosen = merged(opened.scheme, mine, now.scheme, {"title", "lead"})
    do(record, EditScheme("S-1", chosen, now.case_version))
    assert state(record).scheme == scheme(title="Mine", lead="Me", comment="Theirs", area="Theirs")
    assert [entry.kind for entry in record.events(SUBJECT)] == ["created", "edited", "edited"]


def test_an_edit_that_changes_nothing_writes_nothing(record: Record):
    do(record, CreateScheme(scheme()))
    assert do(record, EditScheme("S-1", scheme(title=" Fewer follow-ups\x00 "), seen=1)) == Done(1, {"S-1": 1})


def test_what_is_decided_without_a_day_holds_from_the_working_day(record: Record):
    do(record, CreateScheme(scheme()))
    do(record, CreateScheme(scheme("S-2")), on=dt.date(2018, 6, 7))
    do(record, EditScheme("S-1", scheme(title="Other")), on=None)
    assert [entry.effective_on for entry in record.events(SUBJECT)] == [DAY, dt.date(2018, 6, 7)]
    this_year = FinancialYear(dt.date.today().year - (dt.date.today().month < 4))  # noqa: DTZ011
    perform(record, CreateScheme(scheme()), MACHINE, organisation="06H", year=this_year)
    assert record.events(replace(SUBJECT, year=this_year.start))[0].effective_on == dt.date.today()  # noqa: DTZ011


def test_a_given_day_lies_neither_ahead_nor_behind_what_is_recorded(record: Record):
    do(record, CreateScheme(scheme()))
    with pytest.raises(UsageError, match=r"30 April 2018 is before what was last recorded here.* 1 May 2018"):
        do(record, EditScheme("S-1", scheme(title="Other")), on=dt.date(2018, 4, 30))
    with pytest.raises(UsageError, match="1 January 2999 is still to come"):
        do(record, EditScheme("S-1", scheme(title="Other")), on=dt.date(2999, 1, 1))


def test_a_gateway_says_what_stands_in_the_way(record: Record):
    half = tuple(replace(month, plan=Decimal(5_000)) for month in scheme().profile)
    do(record, CreateScheme(scheme(sro="", net_value=Decimal(-1), profile=half)))
    with pytest.raises(NotReady) as refused:
        do(record, Approve("S-1", "Finance review", "FR-7"))
    assert str(refused.value) == (
        "S-1 cannot leave 0 Pipeline yet: no SRO is named; the net value is -£1.00, not above nought."
    )


def test_an_approval_of_another_gateway_is_told_from_one_that_somebody_may_not_give(record: Record):
    do(record, AddPerson("cec@trust.example"))
    do(record, Grant("cec@trust.example", "approver", "clinical-executive-committee-review"))
    do(record, CreateScheme(scheme()))
    with pytest.raises(NotReady, match="Clinical executive committee review is not given at 0 Pipeline, where S-1 is"):
        do(record, Approve("S-1", "cec", "Minutes"), by="cec@trust.example")
    with pytest.raises(NotAllowed, match=r"cec@trust\.example may not give Finance review of S-1"):
        do(record, Approve("S-1", "finance", "Ledger"), by="cec@trust.example")
