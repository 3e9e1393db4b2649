from __future__ import annotations

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.problems import Problem, Weight
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from recovery.ui.loading.form import Form, missing
from recovery.ui.loading.questions import asked_of, key_of, options, said

FORM = Form(
    "06H", "One", FinancialYear(2018), None, illustrative=False, loaded_by="analyst", files=(SourceFile("a.csv", b"1"),)
)


def question(option: str, dataset: str = "", sheet: str = "S") -> Problem:
    return Problem("rule", "What?", "Say.", "a.csv", sheet, dataset=dataset, weight=Weight.QUESTION, option=option)


def answered(*pairs: tuple[Problem, str]) -> Options:
    return options(FORM, {key_of(asked): (asked, answer) for asked, answer in pairs})


def test_answers_become_the_options_of_a_load():
    assert answered(
        (question("unit", "position"), "thousands"),
        (question("unit"), "pounds"),
        (question("variance_sign"), "adverse"),
        (question("month"), "3"),
        (question("dataset"), "risks"),
    ) == Options(
        dataset="risks", unit=Unit.POUNDS, units={"position": Unit.THOUSANDS}, variance_sign="adverse",
        year=FinancialYear(2018), month=3,
    )  # fmt: skip


def test_a_sheet_is_answered_for_its_table_and_a_year_is_read():
    of_tables = answered((question("sheet", "risks"), "A"), (question("sheet", "position"), "B"))
    assert of_tables.sheet_of == {"risks": "A", "position": "B"}
    assert answered((question("sheet"), "A")).sheets == ("A",)
    assert answered((question("year"), "2019/20")).year == FinancialYear(2019)


def test_two_tables_without_a_unit_are_two_questions():
    assert key_of(question("unit", "position")) != key_of(question("unit", "risks"))


def test_files_are_known_by_what_they_hold():
    other = Form(**{**FORM.__dict__, "files": (SourceFile("a.csv", b"2"),)})
    assert FORM.fingerprint != other.fingerprint


def test_what_is_lacking_is_named():
    assert missing(FORM) == []
    assert missing(Form(**{**FORM.__dict__, "organisation": "", "year": None})) == [
        "the organisation's code", "the financial year, as 2018/19",
    ]  # fmt: skip


def test_choices_are_said_as_people_say_them():
    assert said(question("month"), "3") == "3 – June"
    assert said(question("dataset"), "risks") == "Risks and mitigations"
    assert said(question("unit"), "thousands") == "£'000 (thousands)"
    assert said(question("sheet"), "M3 *final*") == "M3 *final*"


def test_a_question_names_the_sheet_that_it_is_about_unless_it_asks_for_the_sheet():
    assert asked_of(question("unit", "position")) == "S: What?"
    assert asked_of(question("unit", sheet="")) == "What?"
    assert asked_of(question("sheet", "position")) == "What?"
