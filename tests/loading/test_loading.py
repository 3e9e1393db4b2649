"""A load is written whole, or what stands in the way is said and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from recovery.engine import Engine
from recovery.errors import UsageError
from recovery.loading import Outcome, load
from recovery.period import FinancialYear
from recovery.problems import Weight
from recovery.record import Record
from recovery.sources.options import Options
from tests.loading.files import plan, position, targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recovery.sources.workbook import SourceFile

YEAR = FinancialYear(2018)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    made = Record(str(tmp_path / "record.sqlite"))
    yield made
    made.close()


def _load(record: Record, *files: SourceFile, **given: Any) -> Outcome:
    arguments: dict[str, Any] = {
        "options": Options(),
        "organisation": "06H",
        "organisation_name": "A commissioner",
        "year": YEAR,
        "month": None,
        "loaded_by": "analyst",
    }
    return load(record, files, **{**arguments, **given})


def test_a_file_that_reads_well_is_in_the_record_and_the_engine(record: Record) -> None:
    outcome = _load(record, position(3))
    assert outcome.receipt is not None
    assert outcome.in_the_way == ()
    (entry,) = record.submissions_since(0)
    assert (entry.id, entry.dataset, entry.month) == (*outcome.receipt.submission_ids, "position", 3)
    assert record.file(entry.sha256) == position(3)
    rows = Engine(record)._rows("SELECT ytd_actual FROM position WHERE line = 'Acute'", {})
    assert [str(amount) for (amount,) in rows] == ["610000.00"]


def test_several_files_are_one_change(record: Record) -> None:
    outcome = _load(record, position(3), plan(), targets())
    assert outcome.receipt is not None
    assert (outcome.receipt.change, len(outcome.receipt.submission_ids)) == (1, 3)
    (entry,) = record.loads()
    assert [name for name, _ in entry.files] == ["position.csv", "plan.csv", "targets.csv"]


def test_one_bad_cell_in_one_file_keeps_every_file_out(record: Record) -> None:
    outcome = _load(record, plan(), position(3, text="about 600"))
    assert outcome.receipt is None
    (problem,) = [problem for problem in outcome.in_the_way if problem.weight is Weight.ERROR]
    assert (problem.file, problem.cell, problem.value) == ("position.csv", "C5", "about 600")
    assert record.newest_change() == 0


def test_a_position_of_no_month_is_asked_about_and_not_written(record: Record) -> None:
    outcome = _load(record, position(None))
    assert outcome.receipt is None
    (question,) = outcome.in_the_way
    assert (question.weight, question.option, len(question.choices)) == (Weight.QUESTION, "month", 12)
    assert record.newest_change() == 0


@pytest.mark.parametrize("given", [{"month": 5}, {"options": Options(month=5)}])
def test_the_month_that_is_given_holds(record: Record, given: dict[str, Any]) -> None:
    assert _load(record, position(None), **given).receipt is not None
    assert record.submission(1).month == 5


def test_another_month_than_the_files_own_is_said(record: Record) -> None:
    outcome = _load(record, position(3), month=4)
    assert "other-month-stated" in {problem.rule for problem in outcome.problems}
    assert record.submission(1).month == 4
    assert "other-month-stated" in {problem.rule for problem in record.loads()[0].problems}


def test_a_month_outside_the_year_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="outside 1 to 12"):
        _load(record, position(3), month=13)


def test_a_load_of_nobody_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="organisation's code"):
        _load(record, position(3), organisation=" ")


def test_a_yearly_table_needs_no_month(record: Record) -> None:
    assert _load(record, plan()).receipt is not None
    assert record.submission(1).month is None


def test_a_table_is_held_against_those_that_are_there_already(record: Record) -> None:
    _load(record, plan())
    agreeing = _load(record, targets(acute=200))
    differing = _load(record, targets(acute=190))
    assert agreeing.findings == ()
    assert {(finding.check, finding.row_order) for finding in differing.findings} == {
        ("plan's QIPP against targets", None)
    }
    assert record.submission(3).findings == differing.findings


def test_another_organisations_tables_are_left_out_of_it(record: Record) -> None:
    _load(record, plan())
    assert _load(record, targets(acute=190), organisation="07K").findings == ()


def test_illustrative_data_stays_marked(record: Record) -> None:
    _load(record, plan(), illustrative=True)
    assert record.submission(1).illustrative
    assert Engine(record)._rows("SELECT illustrative FROM submission", {}) == [(True,)]


def test_no_file_at_all_is_said(record: Record) -> None:
    outcome = _load(record)
    assert outcome.receipt is None
    assert [problem.rule for problem in outcome.in_the_way] == ["nothing-to-load"]
