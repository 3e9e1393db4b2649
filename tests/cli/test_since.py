"""`show movement` since a month or a submission."""

from __future__ import annotations

import pytest

from recovery.cli.main import main
from recovery.demo import load_demo
from recovery.record import Record


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("since") / "record.sqlite")
    load_demo(Record(path))
    return path


def show(capsys, database: str, *arguments: str) -> tuple[int, str]:
    code = main(["show", *arguments, "--format", "csv", "--db", database])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_movement_is_since_the_month_that_is_asked_for(capsys, database):
    _, before = show(capsys, database, "movement")
    _, april = show(capsys, database, "movement", "--since", "1")
    assert "Opening: month 2 (May),-35069" in before
    assert "Opening: month 1 (April),-35069" in april


def test_only_the_movement_can_be_asked_since_when(capsys, database):
    code, said = show(capsys, database, "position", "--since", "1")
    assert code == 2
    assert "only movement can be asked since when" in said


def test_a_submission_that_is_not_there_is_refused(capsys, database):
    code, said = show(capsys, database, "movement", "--since-submission", "9999")
    assert code == 2
    assert "06H has no submission 9999." in said
