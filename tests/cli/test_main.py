"""The exit status says whether it was done, rejected or wrongly asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from recovery.cli.main import main
from tests.cli.files import load_position, written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["publish"], "invalid choice: 'publish'"),
        (["show", "profit"], "'profit' is not a figure: choose one of plan, position"),
        (["show", "plan", "--month", "13"], "Month 13 is outside 1 to 12"),
        (["show", "plan", "--month", "June"], "'June' is not a month: write a whole number."),
        (["show", "plan", "--year", "2018/20"], "'2018/20' is not a financial year"),
        (["show", "plan", "--unit", "pence"], "'pence' is not a unit: choose one of pounds, thousands, millions."),
        (["show", "plan", "--format", "xml"], "invalid choice: 'xml'"),
        (["show", "plan", "--submission", "two"], "'two' is not a submission"),
        (["show", "plan", "--db", "oracle://x"], "The record cannot be kept in oracle"),
        (["load", "nowhere.csv", "--year", "2018/19"], "the following arguments are required: --org"),
        (["load", "nowhere.csv", "--org", "X1", "--year", "2018/19"], "There is no file nowhere.csv."),
        (["check", "."], ". is a folder: name the files in it."),
        (["check", "nowhere.csv", "--dataset", "profit"], "'profit' is not a dataset"),
        (["check", "nowhere.csv", "--unit", "profit=pounds"], "'profit' is not a dataset"),
        (["check", "nowhere.csv", "--unit", "position=pence"], "'pence' is not a unit"),
        (["check", "nowhere.csv", "--variance-sign", "good"], "'good' is not a sign"),
        (["check", "nowhere.csv", "--likelihood", "high"], "'high' is not what a likelihood can be"),
        (["template", "template.xls"], "name it template.xlsx"),
    ],
)
def test_wrong_usage_is_told_in_one_line_on_standard_error(arguments, message, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_nothing_loaded_is_status_1(tmp_path, capsys):
    assert main(["show", "plan", "--db", str(tmp_path / "new.sqlite")]) == 1
    assert "Nothing is loaded yet" in capsys.readouterr().err
    database = load_position(tmp_path)
    assert main(["show", "plan", "--db", database]) == 1
    assert "Financial plan: nothing is loaded for X1" in capsys.readouterr().err


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "recovery", *arguments],
        capture_output=True, check=False, env={**os.environ, **settings},
    )  # fmt: skip


def test_the_help_shows_without_loading_anything_heavy():
    code = "import sys; from recovery.cli.main import main\ntry: main(['--help'])\nfinally: print(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True).stdout
    assert "load files as one change" in shown
    assert not {"'duckdb'", "'sqlalchemy'", "'pyarrow'", "'streamlit'", "'numpy'"} & set(
        shown.split("[")[-1].split(", ")
    )


def test_showing_a_figure_brings_in_neither_streamlit_nor_plotly(tmp_path):
    database = load_position(tmp_path)
    show = f"main(['show', 'position', '--db', {database!r}])"
    code = f"import sys; from recovery.cli.main import main; {show}; print(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True).stdout
    assert "'duckdb'" in shown
    assert "'streamlit'" not in shown
    assert "'plotly'" not in shown


def test_an_ascii_terminal_gets_every_line(tmp_path):
    database = load_position(tmp_path)
    result = run("show", "position", "--db", database, PYTHONIOENCODING="ascii", COLUMNS="20")
    assert result.returncode == 0
    assert b"GBP '000" in result.stdout
    assert b"(10)" in result.stdout


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path):
    database = load_position(tmp_path)
    command = [sys.executable, "-m", "recovery", "show", "position", "--db", database, "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_rejected_load_is_status_1_and_leaves_the_record_as_it_was(tmp_path, capsys):
    database = load_position(tmp_path)
    broken = written(
        tmp_path, "Position £'000\nLine,YTD Budget,YTD Actual,Annual Budget,FOT\nAcute,lots,2,3,4\n", "b.csv"
    )
    assert main(["load", broken, "--org", "X1", "--year", "2018/19", "--month", "5", "--db", database]) == 1
    assert main(["show", "submissions", "--db", database, "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.split("id,dataset")[-1].strip().splitlines()) == 2
