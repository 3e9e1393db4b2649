"""`load` writes files as one change, or nothing."""

from __future__ import annotations

import json

from recovery.cli.main import main
from recovery.record import Record
from tests.activity_returns import commissioner, small_return
from tests.cli.files import BROKEN, NO_UNIT, POSITION, load_position, written


def test_a_receipt_names_the_load_and_its_submissions(tmp_path, capsys):
    load_position(tmp_path)
    assert capsys.readouterr().out.endswith("Loaded for X1 as load 1: submissions 1.\n")


def test_who_loaded_and_for_whom_is_kept(tmp_path):
    database = load_position(tmp_path, "--by", "Deputy CFO", "--org-name", "Example CCG")
    load_position(tmp_path, "--by", "Analyst")
    entries = Record(database).loads()
    assert [(entry.loaded_by, entry.organisation_name) for entry in entries] == [
        ("Deputy CFO", "Example CCG"), ("Analyst", "Example CCG"),
    ]  # fmt: skip
    assert not entries[0].illustrative


def test_several_files_are_one_change_or_none(tmp_path, capsys):
    database = str(tmp_path / "record.sqlite")
    files = [written(tmp_path, POSITION), written(tmp_path, BROKEN, "broken.csv")]
    common = ["--org", "X1", "--year", "2018/19", "--month", "4", "--db", database]
    assert main(["load", *files, *common]) == 1
    told = capsys.readouterr().out
    assert "lots" in told
    assert told.endswith("Rejected: nothing was changed.\n")
    assert Record(database).newest_change() == 0


def test_an_open_question_rejects_until_it_is_answered(tmp_path, capsysbinary):
    path, database = written(tmp_path, NO_UNIT), str(tmp_path / "record.sqlite")
    arguments = ["load", path, "--org", "X1", "--year", "2018/19", "--month", "4", "--db", database, "--format", "json"]
    assert main(arguments) == 1
    assert [problem["option"] for problem in json.loads(capsysbinary.readouterr().out)["problems"]] == ["unit"]
    assert main([*arguments, "--unit", "millions"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["receipt"]["submission_ids"] == [1]
    assert main(["show", "position", "--db", database, "--format", "csv"]) == 0
    assert b"Acute,1000,2000,-1000,3000,4000,-1000" in capsysbinary.readouterr().out


def test_of_a_return_of_all_commissioners_one_can_be_kept_alone(tmp_path, capsys):
    rows = [commissioner(code, 1, 2, 3, 4, 5, 6) for code in ("X0A", "X0B")]
    database, path = str(tmp_path / "record.sqlite"), tmp_path / "Jun_18.csv"
    path.write_bytes(small_return(rows).content)
    assert main(["load", str(path), "--org", "X0B", "--year", "2018/19", "--only", "X0B", "--db", database]) == 0
    capsys.readouterr()
    (submission,) = Record(database).submissions_since(0)
    assert submission.table().rows["code"].to_pylist() == ["X0B"]
