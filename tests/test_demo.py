from __future__ import annotations

import csv
from pathlib import Path

import pytest

from recovery.demo import ALL, FOLDER, holds_others, load_all, load_demo, manifest
from recovery.demo.history import history
from recovery.demo.judged import judged
from recovery.loading import load
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Grant, Withdraw
from recovery.programme.configuration import programme_of
from recovery.programme.event_kinds import PERSON, SCHEME
from recovery.programme.people import people
from recovery.programme.performing import perform
from recovery.record import Record
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
PUBLISHED = {
    "financial-plan": "financial_plan.csv",
    "activity-plan": "activity_plan.csv",
    "position": "month_end_position_m03.csv",
    "risks": "risks_and_mitigations_m03.csv",
    "qipp-rag": "qipp_rag_m03.csv",
    "qipp-gateway": "qipp_gateway_m03.csv",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return Record(str(tmp_path_factory.mktemp("record") / "record.sqlite"))


@pytest.fixture(scope="module")
def receipts(record):
    return load_demo(record).receipts


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_the_manifest_names_every_file_once_and_says_where_it_is_from(folder):
    files = manifest(folder).files
    apart = {"making", "programme", *({"care-board"} if folder == FOLDER else set())}
    on_disk = [path.relative_to(folder) for path in folder.rglob("*.csv")]
    assert sorted(file.path for file in files) == sorted(str(path) for path in on_disk if path.parts[0] not in apart)
    assert {file.standing for file in files} <= {"published", "illustrative"}
    assert all(file.source for file in files)


def test_every_table_of_the_manifest_is_loaded_with_its_month_and_standing(record, receipts):
    submissions = record.submissions_since(0)
    assert len(receipts) == 18
    assert sorted(i for receipt in receipts for i in receipt.submission_ids) == sorted(s.id for s in submissions)
    loaded = sorted((s.dataset, s.year, s.month or 0, s.illustrative) for s in submissions)
    about = manifest(FOLDER)
    assert loaded == sorted(
        (file.dataset, file.year or about.year, file.month or 0, file.illustrative) for file in about.files
    )
    assert {submission.loaded_by for submission in submissions} == {"demonstration"}


def test_loading_the_demonstration_again_changes_nothing(record, receipts):
    newest = record.newest_change()
    assert newest > 0
    assert not load_demo(record)
    assert record.newest_change() == newest
    assert receipts


def test_a_demonstration_that_was_interrupted_is_completed(tmp_path, monkeypatch):
    record = Record(str(tmp_path / "record.sqlite"))
    with monkeypatch.context() as interrupted:
        interrupted.setattr("recovery.demo.demonstration._loads", lambda about, _: [list(about.files[:3])])
        assert len(load_demo(record).receipts) == 1
    assert len(load_demo(record).receipts) == 17
    assert not load_demo(record)


def test_a_programme_that_was_interrupted_is_completed(tmp_path, monkeypatch, record):
    begun = Record(str(tmp_path / "record.sqlite"))
    with monkeypatch.context() as interrupted:
        interrupted.setattr("recovery.demo.demonstration.history", lambda *about: history(*about)[:7])
        interrupted.setattr("recovery.demo.demonstration.judged", lambda _: [])
        assert load_demo(begun).changes == 8
    assert load_demo(begun).changes == len(acts_of(FOLDER)) - 7
    assert not load_demo(begun)
    assert [said(event) for event in begun.events_of("06H", 2018, SCHEME)] == [
        said(event) for event in record.events_of("06H", 2018, SCHEME)
    ]


def acts_of(folder):
    about = manifest(folder)
    programme = folder / about.programme
    return history(programme, about.year.start, programme_of(about.organisation)) + judged(programme)


def said(event):
    return (event.subject, event.version, event.kind, event.effective_on, event.by, event.reason, event.body)


def test_a_programme_in_which_somebody_has_worked_is_left_alone(tmp_path, monkeypatch):
    record = Record(str(tmp_path / "record.sqlite"))
    with monkeypatch.context() as interrupted:
        interrupted.setattr("recovery.demo.demonstration.history", lambda *about: history(*about)[:1])
        load_demo(record)
    assert not holds_others(record)
    somebody = Actor("analyst", "page", trusted=True)
    perform(record, Withdraw("Q18-001", "Not ours"), somebody, organisation="06H", year=FinancialYear(2018))
    newest = record.newest_change()
    assert holds_others(record)
    assert not load_demo(record)
    assert record.newest_change() == newest


def test_somebody_whom_the_record_knows_keeps_their_roles(tmp_path):
    record = Record(str(tmp_path / "record.sqlite"))
    root = Actor("root", "command line", trusted=True)
    perform(record, AddPerson("pmo.manager@ccg.example", "Someone else"), root)
    perform(record, Grant("pmo.manager@ccg.example", "pmo"), root)
    assert holds_others(record)
    load_demo(record)
    found = people(record.events_of("", 0, PERSON))
    assert len(found) == 12
    assert found["pmo.manager@ccg.example"].name == "Someone else"


def test_both_organisations_are_loaded_together_or_the_first_alone(tmp_path):
    record = Record(str(tmp_path / "record.sqlite"))
    first, second = load_all(record)
    assert (len(first.receipts), len(second.receipts)) == (18, 2)
    assert record.programmes() == [("06H", 2018), ("QZZ", 2024)]
    assert not any(load_all(record))
    assert {entry.illustrative for entry in record.loads() if entry.organisation == "QZZ"} == {True}
    assert "invented" in manifest(ALL[1]).organisation_name


def test_a_record_with_loads_of_ones_own_is_told_from_one_with_the_demonstration_only(record, receipts, tmp_path):
    assert receipts
    assert not holds_others(record)
    (file,) = (file for file in manifest(FOLDER).files if file.dataset == "qipp-targets")
    own = Record(str(tmp_path / "own.sqlite"))
    content = (FOLDER / file.path).read_bytes()
    outcome = load(
        own, [SourceFile("targets.csv", content)], Options(), organisation="X1", organisation_name="Ours",
        year=FinancialYear(2018), month=None, loaded_by="analyst",
    )  # fmt: skip
    assert outcome.receipt
    assert holds_others(own)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference figures are not beside this clone")
@pytest.mark.parametrize(("dataset", "name"), PUBLISHED.items())
def test_the_published_tables_are_the_reference_figures_cell_for_cell(dataset, name):
    (file,) = [file for file in manifest(FOLDER).files if file.dataset == dataset and file.standing == "published"]
    with (FOLDER / file.path).open(encoding="utf-8", newline="") as ours, (REFERENCE / name).open(newline="") as theirs:
        next(ours)
        assert list(csv.reader(ours)) == list(csv.reader(theirs))
