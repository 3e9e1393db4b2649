"""`spc` charts any series: six columns, exactly; what stands against the file goes to standard error."""

from __future__ import annotations

import csv
import io

import pytest

from recovery.cli.main import main
from tests.spec.statistical_process_control import CASES

SEVEN_UP = "value\n20\n1\n2\n3\n4\n5\n6\n7\n1\n"


def written(tmp_path, text):
    path = tmp_path / "series.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def charted(capsysbinary, *arguments):
    assert main(["spc", "--file", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))


def test_a_series_comes_back_with_mean_limits_and_rules(tmp_path, capsysbinary):
    assert main(["spc", "--file", written(tmp_path, "Month,Value\nApr,10\nMay,12\nJun,11\nJul,15\nAug,12\n")]) == 0
    assert capsysbinary.readouterr().out.decode() == (
        "index,value,mean,lower,upper,rule\n"
        "1,10,12.0,5.35,18.65,none\n"
        "2,12,12.0,5.35,18.65,none\n"
        "3,11,12.0,5.35,18.65,none\n"
        "4,15,12.0,5.35,18.65,none\n"
        "5,12,12.0,5.35,18.65,none\n"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_reference_cases_come_out_of_the_command(case, tmp_path, capsysbinary):
    text = "\n".join(["value", *(f"{value:.8f}" for value in case.values)])
    rows = charted(capsysbinary, written(tmp_path, text), *([] if case.screen else ["--no-screen"]))
    for row in rows:
        found = [float(row[name]) for name in ("mean", "lower", "upper")]
        assert found == pytest.approx([case.mean, case.lower, case.upper], abs=case.within)


def test_the_points_of_a_run_can_be_six(tmp_path, capsysbinary):
    six = written(tmp_path, "value\n9\n1\n2\n3\n4\n5\n6\n1\n")
    assert {row["rule"] for row in charted(capsysbinary, six)} == {"none"}
    assert [row["rule"] for row in charted(capsysbinary, six, "--points", "6")][1:7] == ["trend"] * 6


def test_one_value_has_no_limits_and_equal_ones_have_them_where_they_are(tmp_path, capsysbinary):
    (row,) = charted(capsysbinary, written(tmp_path, "value\n5\n"))
    assert list(row.values()) == ["1", "5", "5.0", "", "", "none"]
    for row in charted(capsysbinary, written(tmp_path, "value\n" + "0.1\n" * 10)):
        assert list(row.values())[1:] == ["0.1", "0.1", "0.1", "0.1", "none"]


def test_the_direction_says_beside_the_table_what_the_points_mean(tmp_path, capsys):
    path = written(tmp_path, SEVEN_UP)
    assert main(["spc", "--file", path]) == 0
    plain = capsys.readouterr()
    assert plain.err == ""
    for direction, said in (
        ("increase", "improvement at 1, 2, 3, 4, 5, 6, 7, 8."),
        ("decrease", "concern at 1, 2, 3, 4, 5, 6, 7, 8."),
        ("neutral", "neutral at 1, 2, 3, 4, 5, 6, 7, 8."),
    ):
        assert main(["spc", "--file", path, "--direction", direction]) == 0
        told = capsys.readouterr()
        assert (told.out, told.err) == (plain.out, f"{said}\n")
    assert main(["spc", "--file", written(tmp_path, "value\n1\n2\n"), "--direction", "increase"]) == 0
    assert capsys.readouterr().err == "common cause only.\n"


def test_blanks_and_texts_are_named_and_nothing_is_charted(tmp_path, capsys):
    assert main(["spc", "--file", written(tmp_path, "value\n5\n\nfew\n")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "series.csv [series] A3: The value is blank." in told.err
    assert "series.csv [series] A4: There is no number in the series. Found: few." in told.err


@pytest.mark.parametrize("wrong", [["--points", "8"], ["--direction", "up"], []])
def test_what_makes_no_sense_is_wrong_usage(tmp_path, capsys, wrong):
    path = written(tmp_path, SEVEN_UP) if wrong else str(tmp_path / "nowhere.csv")
    assert main(["spc", "--file", path, *wrong]) == 2
    assert capsys.readouterr().err.startswith("recovery: ")
