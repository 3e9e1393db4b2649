"""`show` gives a figure for people and for scripts."""

from __future__ import annotations

import json

import pytest

from recovery.cli.main import main
from tests.cli.files import POSITION, WRONG_TOTAL, load_position, written


@pytest.fixture
def database(tmp_path):
    return load_position(tmp_path)


def test_csv_is_plain_and_exact_and_no_text_becomes_a_formula(database, capsysbinary):
    assert main(["show", "position", "--db", database, "--format", "csv"]) == 0
    assert capsysbinary.readouterr().out.decode() == (
        "line,ytd_budget,ytd_actual,ytd_variance,annual_budget,forecast_outturn,forecast_variance\n"
        "Allocation,400,400,0,1200,1200,0\n"
        "Acute,200,210,-10,600,620,-20\n"
        "'=Community,100,95.5,4.5,300,290,10\n"
        "Prescribing,50,52,-2,150,156,-6\n"
        "Other,30,27,3,90,81,9\n"
        "Total,380,384.5,-4.5,1140,1147,-7\n"
        "Surplus,20,15.5,-4.5,60,53,-7\n"
    )


def test_json_is_a_list_of_rows(database, capsysbinary):
    assert main(["show", "position", "--db", database, "--format", "json", "--unit", "pounds"]) == 0
    rows = json.loads(capsysbinary.readouterr().out)
    assert rows[2] == {
        "line": "=Community", "ytd_budget": 100000, "ytd_actual": 95500, "ytd_variance": 4500,
        "annual_budget": 300000, "forecast_outturn": 290000, "forecast_variance": 10000,
    }  # fmt: skip


def test_the_table_is_in_thousands_with_brackets_for_negatives(database, capsys):
    assert main(["show", "position", "--db", database]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Month-end position: X1, month 4 (July), 2018/19, £'000"
    assert lines[5].split() == ["Acute", "200", "210", "(10)", "600", "620", "(20)"]


def test_a_difference_is_marked_and_told_below_the_table(tmp_path, capsys):
    database = load_position(tmp_path, text=WRONG_TOTAL)
    capsys.readouterr()
    assert main(["show", "position", "--db", database]) == 0
    told = capsys.readouterr().out
    assert "390*" in told
    assert "Total, ytd_budget: printed 390, computed 380" in told
    assert main(["show", "position", "--db", database, "--computed"]) == 0
    assert "390" not in capsys.readouterr().out


def test_the_newest_month_shows_unless_another_is_asked_for(tmp_path, database, capsys):
    later = written(
        tmp_path, POSITION.replace("Month 4", "Month 5").replace("Acute,200,210", "Acute,201,211"), "later.csv"
    )
    assert main(["load", later, "--org", "X1", "--year", "2018/19", "--db", database]) == 0
    for arguments, budget in (([], "201"), (["--month", "4"], "200"), (["--submission", "1"], "200")):
        capsys.readouterr()
        assert main(["show", "position", "--db", database, *arguments]) == 0
        assert capsys.readouterr().out.splitlines()[5].split()[1] == budget
    assert main(["show", "position", "--db", database, "--month", "6"]) == 1


def test_with_several_organisations_one_has_to_be_named(tmp_path, database, capsys):
    assert main(["load", written(tmp_path, POSITION), "--org", "X2", "--year", "2018/19", "--db", database]) == 0
    capsys.readouterr()
    assert main(["show", "position", "--db", database]) == 2
    assert "say which with --org: X1 (X1), X2 (X2)." in capsys.readouterr().err
    assert main(["show", "position", "--db", database, "--org", "X3"]) == 2
    assert "There is no organisation 'X3' here" in capsys.readouterr().err
    assert main(["show", "position", "--db", database, "--org", "X2"]) == 0


def test_findings_are_in_the_unit_that_is_asked_for(tmp_path, capsysbinary):
    database = load_position(tmp_path, text=WRONG_TOTAL)
    capsysbinary.readouterr()
    assert main(["show", "findings", "--db", database, "--format", "csv", "--unit", "pounds"]) == 0
    assert b"position,columns down,Total,ytd_budget,390000,380000,10000,difference\n" in capsysbinary.readouterr().out
