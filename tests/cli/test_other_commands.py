"""`template`, `demo`, `verify` and `file`."""

from __future__ import annotations

import hashlib
import zipfile

from recovery.cli.main import main
from recovery.demo.demonstration import ALL, FOLDER
from recovery.demo.manifest import manifest
from tests.cli.files import POSITION, load_position


def test_the_template_is_a_workbook(tmp_path, capsys):
    path = tmp_path / "template.xlsx"
    assert main(["template", str(path)]) == 0
    assert zipfile.is_zipfile(path)
    assert capsys.readouterr().out == f"Template written to {path}.\n"


def test_a_template_that_cannot_be_written_is_wrong_usage(tmp_path, capsys):
    assert main(["template", str(tmp_path / "no folder" / "template.xlsx")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_demonstration_is_loaded_once(tmp_path, capsys):
    database = str(tmp_path / "record.sqlite")
    assert main(["demo", "--db", database]) == 0
    assert capsys.readouterr().out.startswith(
        f"Demonstration loaded: {len(manifest(FOLDER).files)} tables in 18 loads and "
    )
    assert main(["demo", "--db", database]) == 0
    assert "already in the record" in capsys.readouterr().out


def test_both_demonstration_organisations_are_loaded_where_that_is_asked_for(tmp_path, capsys):
    database = str(tmp_path / "record.sqlite")
    assert main(["demo", "--all", "--if-empty", "--db", database]) == 0
    tables = sum(len(manifest(folder).files) for folder in ALL)
    assert capsys.readouterr().out.startswith(f"Demonstration loaded: {tables} tables in 20 loads and ")
    assert main(["show", "schemes", "--org", "QZZ", "--db", database]) == 0
    assert "Fully developed" in capsys.readouterr().out


def test_a_whole_record_is_verified(tmp_path, capsys):
    database = load_position(tmp_path)
    capsys.readouterr()
    assert main(["verify", "--db", database]) == 0
    assert capsys.readouterr().out == "The record is whole: 1 loads, newest change 1.\n"


def test_a_loaded_file_comes_back_byte_for_byte(tmp_path, capsys):
    database, out = load_position(tmp_path), tmp_path / "back.csv"
    fingerprint = hashlib.sha256(POSITION.encode()).hexdigest()
    assert main(["file", fingerprint, str(out), "--db", database]) == 0
    assert out.read_bytes() == POSITION.encode()
    assert main(["file", fingerprint, str(out), "--db", database]) == 2
    assert "is already there" in capsys.readouterr().err
    assert main(["file", "0" * 64, str(tmp_path / "other"), "--db", database]) == 2
