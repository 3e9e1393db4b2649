"""Events come back as they were appended; what is out of turn is refused and writes nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from recovery.errors import Conflict, NotAllowed, RecordError
from recovery.record import Changes, EventEntry, Record, Subject, connection
from tests.record.building import DAY, SCHEME, appended, happened, load, position

if TYPE_CHECKING:
    from recovery.record import Event, Writing

OTHER = replace(SCHEME, key="Q18-002")
PERSON = Subject("", 0, "person", "someone@x.example")


def _entries(record: Record, subject: Subject = SCHEME) -> list[tuple[int, int]]:
    return [(entry.version, entry.change) for entry in record.events(subject)]


def test_an_event_comes_back_as_it_was_appended(record: Record) -> None:
    body = '{"who":"Müller \\u00a3 😀","net" : 12345}'
    given = replace(happened(1, kind="created"), body=body, reason="Line one\nline two", illustrative=True)
    before = dt.datetime.now(dt.UTC)
    result, change = record.write(lambda writing: writing.append([given]) or "done", by="pmo@x.example", via="page")
    (entry,) = record.events(SCHEME)
    assert (result, change) == ("done", 1)
    assert entry == EventEntry(**vars(given), change=1, at=entry.at, by="pmo@x.example", via="page")
    assert before <= entry.at <= dt.datetime.now(dt.UTC)
    assert record.verify() == []


def test_events_of_one_write_are_one_change(record: Record) -> None:
    assert appended(record, happened(1), happened(2), happened(1, OTHER)) == 1
    assert appended(record, happened(3), happened(1, PERSON)) == 2
    assert _entries(record) == [(1, 1), (2, 1), (3, 2)]
    assert _entries(record, OTHER) == [(1, 1)]
    assert _entries(record, PERSON) == [(1, 2)]
    assert record.newest_change() == 2


def test_a_write_that_appends_nothing_makes_no_change(record: Record) -> None:
    assert record.write(lambda writing: writing.events(SCHEME), by="pmo", via="page") == ([], 0)
    appended(record, happened(1))
    assert record.write(lambda writing: len(writing.events(SCHEME)), by="pmo", via="page") == (1, 1)
    assert appended(record) == 1
    assert record.newest_change() == 1


def test_all_of_a_kind_come_by_key_then_version(record: Record) -> None:
    keys = ["Z", "a", "B-10", "B-2", "É"]
    for version in (1, 2):
        appended(record, *(happened(version, replace(SCHEME, key=key)) for key in keys))
    others = [replace(SCHEME, year=2019), replace(SCHEME, organisation="07K"), replace(SCHEME, kind="weights", key="")]
    appended(record, *(happened(1, subject) for subject in others))
    found = [(entry.subject.key, entry.version) for entry in record.events_of("06H", 2018, "scheme")]
    assert found == [(key, version) for key in sorted(keys) for version in (1, 2)]
    assert [entry.subject for entry in record.events_of("06H", 2018, "weights")] == [others[2]]
    assert record.events_of("06H", 2017, "scheme") == []


def test_the_programmes_are_the_years_that_keep_schemes(record: Record) -> None:
    assert record.programmes() == []
    schemes = [replace(SCHEME, year=2019), SCHEME, OTHER, replace(SCHEME, organisation="01A")]
    appended(record, *(happened(1, subject) for subject in [*schemes, PERSON, Subject("09Z", 0, "weights", "")]))
    assert record.programmes() == [("01A", 2018), ("06H", 2018), ("06H", 2019)]


def test_work_sees_what_it_appended_itself(record: Record) -> None:
    appended(record, happened(1), happened(1, OTHER))

    def work(writing: Writing) -> list[list[tuple[str, int, int]]]:
        writing.append([happened(2), happened(1, replace(SCHEME, key="Q18-0015"))])
        writing.append([happened(3)])
        seen = (writing.events(SCHEME), writing.events_of("06H", 2018, "scheme"))
        return [[(entry.subject.key, entry.version, entry.change) for entry in entries] for entries in seen]

    (of_one, of_all), change = record.write(work, by="pmo", via="page")
    assert change == 2
    assert of_one == [("Q18-001", 1, 1), ("Q18-001", 2, 2), ("Q18-001", 3, 2)]
    assert of_all == [*of_one, ("Q18-0015", 1, 2), ("Q18-002", 1, 1)]
    stored = record.events_of("06H", 2018, "scheme")
    assert [(entry.subject.key, entry.version, entry.change) for entry in stored] == of_all


def test_what_work_sees_of_itself_is_what_is_kept(record: Record) -> None:
    def work(writing: Writing) -> list[EventEntry]:
        writing.append([happened(1), happened(2)])
        return writing.events(SCHEME)

    assert record.write(work, by="pmo", via="page")[0] == record.events(SCHEME)


@pytest.mark.parametrize("version", [1, 2])
def test_a_taken_version_is_a_conflict_and_writes_nothing(record: Record, version: int) -> None:
    appended(record, happened(1), happened(2))
    with pytest.raises(Conflict, match="Q18-001 has been changed since it was looked at") as caught:
        appended(record, happened(1, OTHER), happened(version))
    assert (caught.value.key, caught.value.seen, caught.value.newest) == ("Q18-001", version - 1, 2)
    assert _entries(record) == [(1, 1), (2, 1)]
    assert record.events(OTHER) == []
    assert record.newest_change() == 1


def test_a_version_taken_in_the_same_write_is_a_conflict(record: Record) -> None:
    with pytest.raises(Conflict) as caught:
        appended(record, happened(1), happened(1))
    assert caught.value.newest == 1
    assert record.newest_change() == 0


def test_work_that_gets_over_a_conflict_keeps_none_of_what_met_it(record: Record) -> None:
    appended(record, happened(1))

    def work(writing: Writing) -> None:
        with pytest.raises(Conflict):
            writing.append([happened(1, OTHER), happened(1)])
        writing.append([happened(2)])

    record.write(work, by="pmo", via="page")
    assert _entries(record) == [(1, 1), (2, 2)]
    assert record.events(OTHER) == []


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([happened(2)], "Version 2 of Q18-001 cannot follow version 0"),
        ([happened(1), happened(3)], "Version 3 of Q18-001 cannot follow version 1"),
        ([happened(1), happened(2, on=DAY - dt.timedelta(1))], "cannot change from 2018-07-29: .* from 2018-07-30"),
        ([replace(happened(1), body="")], "The body of 'edited' is not a JSON object"),
        ([replace(happened(1), body="[1]")], "The body of 'edited' is not a JSON object"),
        ([replace(happened(1), body='{"net": NaN}')], "The body of 'edited' is not a JSON object"),
        ([replace(happened(1), body="{'net': 1}")], "The body of 'edited' is not a JSON object"),
        ([replace(happened(1), reason="nought\0")], "holds a character that cannot be kept"),
        ([replace(happened(1), reason="half a \ud83d")], "holds a character that cannot be kept"),
        ([happened(1, replace(SCHEME, key="Q" * 321))], "is too long: 320 characters"),
        ([happened(1, replace(SCHEME, year=1066))], "could not be read or written"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_writes_nothing(record: Record, events: list[Event], said: str) -> None:
    with pytest.raises(RecordError, match=said):
        appended(record, *events)
    assert record.newest_change() == 0
    assert record.events(SCHEME) == []
    assert record.verify() == []


def test_an_event_may_hold_from_the_day_of_the_one_before(record: Record) -> None:
    appended(record, happened(1), happened(2, on=DAY), happened(3, on=DAY + dt.timedelta(1)))
    assert [entry.effective_on.day for entry in record.events(SCHEME)] == [30, 30, 31]


def test_whatever_work_raises_nothing_is_written(record: Record) -> None:
    def work(writing: Writing) -> None:
        writing.append([happened(1)])
        raise NotAllowed("Only the PMO may do this.")

    with pytest.raises(NotAllowed, match="Only the PMO"):
        record.write(work, by="pmo", via="page")
    assert record.newest_change() == 0
    assert record.events(SCHEME) == []


def test_loads_and_events_are_one_row_of_changes(record: Record) -> None:
    record.append(load(position(1)))
    appended(record, happened(1), happened(1, OTHER))
    record.append(load(position(2)))
    appended(record, happened(2))
    everything = record.next_changes(0, 100)
    assert [submission.change for submission in everything.submissions] == [1, 3]
    assert [(event.subject.key, event.version, event.change) for event in everything.events] == [
        ("Q18-001", 1, 2), ("Q18-002", 1, 2), ("Q18-001", 2, 4),
    ]  # fmt: skip
    assert everything.last == record.newest_change() == 4
    assert record.next_changes(4, 100) == Changes([], [], 4)
    assert record.verify() == []


@pytest.mark.parametrize(("most_rows", "last"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (99, 4)])
def test_an_event_counts_as_one_row_of_what_is_taken_over(record: Record, most_rows: int, last: int) -> None:
    appended(record, happened(1), happened(1, OTHER))
    appended(record, happened(2))
    record.append(load(position()))
    appended(record, happened(3))
    assert record.next_changes(0, most_rows).last == last


def test_a_load_that_is_allowed_is_written(record: Record) -> None:
    appended(record, happened(1, PERSON))
    seen = []
    receipt = record.append(load(position()), allowed=lambda writing: seen.extend(writing.events(PERSON)))
    assert receipt.change == 2
    assert [entry.version for entry in seen] == [1]


def test_a_load_that_is_not_allowed_leaves_nothing(record: Record) -> None:
    def allowed(_writing: Writing) -> None:
        raise NotAllowed("Only an analyst may load.")

    with pytest.raises(NotAllowed, match="Only an analyst"):
        record.append(load(position()), allowed=allowed)
    assert record.newest_change() == 0
    assert record.loads() == []
    assert record.verify() == []


def test_a_load_cannot_bring_events_with_it(record: Record) -> None:
    with pytest.raises(RecordError, match="two changes"):
        record.append(load(position()), allowed=lambda writing: writing.append([happened(1)]))
    assert record.newest_change() == 0


def test_a_write_inside_a_write_is_refused(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    with pytest.raises(RecordError, match="being written by another for too long"):
        record.write(lambda _writing: appended(record, happened(1)), by="pmo", via="page")
    assert appended(record, happened(1)) == 1
