"""The record gives back what was loaded, and nothing that was loaded goes away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
import sqlalchemy as sa

from recovery.engine import Engine
from recovery.errors import RecordError
from recovery.period import FinancialYear
from recovery.record import Changes, Record
from recovery.record.connection import address as url_of
from recovery.record.digest import sha256
from recovery.record.schema import metadata
from recovery.sources.definitions import datasets
from recovery.sources.workbook import SourceFile
from recovery.view import View
from tests.checks.building import table
from tests.record.building import DIFFERENCE, NOTICE, YEAR, appended, happened, load, position, targets

if TYPE_CHECKING:
    from pathlib import Path

    from recovery.sources.table import Table


def _same(one: Table, other: Table) -> bool:
    return replace(one, rows=other.rows) == other and one.rows.equals(other.rows)


def test_a_new_record_is_empty_and_sound(record: Record) -> None:
    assert record.newest_change() == 0
    assert record.submissions_since(0) == []
    assert record.loads() == []
    assert record.verify() == []


def test_what_is_loaded_comes_back_as_it_was(record: Record) -> None:
    given = load(position(), targets(), month=3, findings=[[DIFFERENCE], []], problems=[NOTICE])
    receipt = record.append(given)
    assert (receipt.load_id, receipt.change, receipt.submission_ids) == (1, 1, (1, 2))
    first, second = record.submissions_since(0)
    assert _same(first.table(), given.tables[0])
    assert _same(second.table(), replace(given.tables[1], month=3))
    assert first.findings == (DIFFERENCE,)
    assert second.findings == ()
    assert (first.organisation, first.organisation_name, first.year, first.month) == ("06H", "A commissioner", YEAR, 3)
    assert (first.file_name, first.sha256) == ("made.xlsx", sha256(b"a workbook"))
    assert record.file(first.sha256) == SourceFile("made.xlsx", b"a workbook")
    assert record.submission(2) == second


def test_every_dataset_can_be_kept(record: Record) -> None:
    tables = [table(name, [{}], month=1) for name in datasets()]
    record.append(load(*tables))
    assert [entry.dataset for entry in record.submissions_since(0)] == list(datasets())
    assert all(_same(entry.table(), given) for entry, given in zip(record.submissions_since(0), tables, strict=True))


def test_a_load_is_told_with_its_files_and_notices(record: Record) -> None:
    record.append(load(position(), month=3, problems=[NOTICE], illustrative=True))
    (entry,) = record.loads()
    assert entry.files == (("made.xlsx", sha256(b"a workbook")),)
    assert entry.problems == (NOTICE,)
    assert (entry.loaded_by, entry.month, entry.illustrative, entry.software) == ("analyst", 3, True, "0.1.0")
    assert entry.loaded_at.utcoffset() is not None


def test_changes_are_numbered_without_gaps(record: Record) -> None:
    changes = [record.append(load(position(month))).change for month in (1, 2, 3)]
    assert changes == [1, 2, 3]
    assert record.newest_change() == 3
    assert [entry.change for entry in record.submissions_since(1)] == [2, 3]


@pytest.mark.parametrize(("most_rows", "months"), [(1, [1]), (3, [1]), (4, [1, 2]), (5, [1, 2]), (99, [1, 2, 3])])
def test_whole_changes_are_taken_up_to_a_number_of_rows(record: Record, most_rows: int, months: list[int]) -> None:
    for month in (1, 2, 3):
        record.append(load(position(month)))
    batch = record.next_changes(0, most_rows)
    assert ([entry.month for entry in batch.submissions], batch.last) == (months, len(months))
    assert record.next_changes(3, most_rows) == Changes([], [], 3)


def test_one_content_is_kept_once_under_each_name_it_was_given(record: Record) -> None:
    again = replace(load(replace(position(), file="copy.xlsx")), files=(SourceFile("copy.xlsx", b"a workbook"),))
    record.append(load(position()))
    record.append(again)
    assert [entry.file_name for entry in record.submissions_since(0)] == ["made.xlsx", "copy.xlsx"]
    assert len({entry.sha256 for entry in record.submissions_since(0)}) == 1
    assert record.verify() == []


def test_a_superseded_submission_can_still_be_read(record: Record) -> None:
    record.append(load(position(actual=107)))
    record.append(load(position(actual=120)))
    assert record.submission(1).table().rows["ytd_actual"].to_pylist()[0] == 10_700_000
    assert record.submission(2).table().rows["ytd_actual"].to_pylist()[0] == 12_000_000


def test_a_load_that_fails_on_the_way_leaves_nothing(record: Record) -> None:
    with pytest.raises(RecordError, match="could not be read or written"):
        record.append(load(position(), targets(), year=FinancialYear(1066)))
    assert record.newest_change() == 0
    assert record.loads() == []
    assert record.verify() == []


def test_a_table_out_of_no_file_of_the_load_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="is not among the load"):
        record.append(load(replace(position(), file="other.xlsx")))


def test_two_contents_under_one_name_are_refused(record: Record) -> None:
    files = (SourceFile("made.xlsx", b"one"), SourceFile("made.xlsx", b"other"))
    with pytest.raises(RecordError, match="Two different files of one load"):
        record.append(replace(load(position()), files=files))


def test_rows_that_are_not_as_defined_are_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="not as its definition says"):
        record.append(load(replace(position(), rows=pa.table({"line": ["Acute"]}))))


def test_a_number_of_more_than_eighteen_digits_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="YTD actual in position holds a number that is too large"):
        record.append(load(position(actual=10**13)))
    record.append(load(position(actual=10**13 - 1)))


def test_a_year_that_no_table_could_hold_is_refused(record: Record) -> None:
    far = table("activity-actuals", [{"code": "E.M.7", "financial_year": 2**31, "month": 1, "actual": 5}])
    with pytest.raises(RecordError, match="Financial year in activity-actuals"):
        record.append(load(far))


def test_what_the_record_does_not_hold_is_said(record: Record) -> None:
    with pytest.raises(RecordError, match="no submission 7"):
        record.submission(7)
    with pytest.raises(RecordError, match="no file"):
        record.file("0" * 64)


@pytest.mark.parametrize("name", list(metadata.tables))
def test_the_database_itself_refuses_to_change_or_take_away(address: str, name: str) -> None:
    record = Record(address)
    record.append(load(position(), findings=[[DIFFERENCE]], problems=[NOTICE]))
    appended(record, happened(1))
    column = metadata.tables[name].primary_key.columns[0]
    engine = sa.create_engine(url_of(address))
    for statement in (metadata.tables[name].update().values({column: column}), metadata.tables[name].delete()):
        with engine.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="only ever added to"):
            connection.execute(statement)
    engine.dispose()
    record.close()


def test_the_record_makes_its_own_folder(tmp_path: Path) -> None:
    Record(f"sqlite:///{tmp_path}/new/folder/record.sqlite").append(load(position()))
    assert Record(str(tmp_path / "new" / "folder" / "record.sqlite")).newest_change() == 1


def test_the_engine_follows_either_database(record: Record) -> None:
    engine = Engine(record)
    record.append(load(position(), targets(), month=3, findings=[[DIFFERENCE], []]))
    assert engine.catch_up() == 1
    tables = engine.tables(View("06H", YEAR, 3))
    assert tables["position"].rows.equals(position().rows)
    assert tables["qipp-targets"].rows.equals(targets().rows)
