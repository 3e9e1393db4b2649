"""`check` says what was understood and what is wrong, and loads nothing."""

from __future__ import annotations

import json

from recovery.cli.main import main
from tests.cli.files import BROKEN, NO_UNIT, POSITION, WRONG_TOTAL, written


def test_a_clean_file_is_understood(tmp_path, capsys):
    assert main(["check", written(tmp_path, POSITION)]) == 0
    told = capsys.readouterr().out
    assert "position" in told
    assert "thousands" in told
    assert "A1: Month 4 position £'000" in told
    assert "ytd_budget 380 £'000" in told
    assert told.endswith("Reconciliation: everything printed adds up.\nNothing has to be mended.\n")


def test_every_problem_is_listed_with_its_place_and_what_to_do(tmp_path, capsys):
    assert main(["check", written(tmp_path, BROKEN)]) == 1
    told = capsys.readouterr().out
    assert "position.csv [position] B3" in told
    assert "position.csv [position] C3" in told
    assert "lots" in told
    assert "#REF!" in told
    assert "What to do" in told
    assert "adds up" not in told
    assert told.endswith("Not ready to load: mend what is listed.\n")


def test_an_open_question_is_listed_and_does_not_fail(tmp_path, capsys):
    path = written(tmp_path, NO_UNIT)
    assert main(["check", path]) == 0
    assert "(--unit pounds|thousands|millions)" in capsys.readouterr().out
    assert main(["check", path, "--unit", "position=millions"]) == 0
    assert "(--unit" not in capsys.readouterr().out


def test_json_holds_tables_problems_and_findings(tmp_path, capsysbinary):
    assert main(["check", written(tmp_path, BROKEN), "--format", "json"]) == 1
    told = json.loads(capsysbinary.readouterr().out)
    assert [problem["cell"] for problem in told["problems"]] == ["C3", "B3"]
    assert {problem["weight"] for problem in told["problems"]} == {"error"}
    assert told["tables"][0]["dataset"] == "position"
    assert told["loaded"] is False


def test_a_printed_total_that_is_wrong_is_counted_and_given_in_json(tmp_path, capsysbinary):
    path = written(tmp_path, WRONG_TOTAL)
    assert main(["check", path]) == 0
    assert b"2 difference" in capsysbinary.readouterr().out
    assert main(["check", path, "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)["findings"]
    assert [(one["row"], one["printed"], one["computed"]) for one in found if one["column"] == "ytd_budget"] == [
        ("Total", 390000, 380000)
    ]


def test_columns_that_were_not_read_are_named(tmp_path, capsys):
    text = "Position £'000\nLine,YTD Budget,YTD Actual,Annual Budget,FOT,Budget holder\nAcute,1,2,3,4,Asha\n"
    assert main(["check", written(tmp_path, text)]) == 0
    told = capsys.readouterr().out
    assert "1 column was not read." in told
    assert "Budget holder" in told
