"""The register out to a workbook and in from one, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from recovery.record import Record
from tests.sources.register.books import saved, tracker


def exported(office, *options: str, name: str = "register.xlsx") -> Path:
    path = office.folder / name
    office.must("scheme", "export", str(path), *options)
    return path


def altered(path: Path, cell: str, value, sheet: str = "Schemes") -> str:
    workbook = load_workbook(path)
    workbook[sheet][cell] = value
    path.with_name("altered.xlsx").write_bytes(saved(workbook))
    return str(path.with_name("altered.xlsx"))


def newest(office) -> int:
    return Record(office.database).newest_change()


def test_what_goes_out_comes_back_without_an_event(office):
    office.past_the_first_gateway()
    path, before = exported(office), newest(office)
    assert office.out == f"One scheme of X1, 2018/19, written to {path}."
    said = office.must("scheme", "import", str(path))
    assert said == "The register says all of it already (1 unchanged); nothing was changed."
    assert newest(office) == before


def test_every_sheet_opens_with_no_formula_and_reads_as_it_was_typed(office):
    office.begin("Q18-001", "--set", "comment==SUM(A1:A9)", "--set", "description=line one\nline two")
    office.approve("finance", "fin@x.example")
    workbook = load_workbook(exported(office))
    assert workbook.sheetnames == [
        "Read me", "Schemes", "Profiles", "Milestones", "KPIs", "Risks", "Assessments", "Activity", "Approvals",
        "Conditions", "History",
    ]  # fmt: skip
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"n", "s", "d"}
    texts = {cell.value for cell in cells}
    assert {"=SUM(A1:A9)", "line one\nline two", "Finance review"} <= texts
    assert workbook["History"].max_row > 6


def test_a_file_that_is_there_already_is_left_alone(office):
    office.begin()
    path = exported(office)
    assert "is already there" in office.refused("scheme", "export", str(path), status=2)
    assert "name it register.xlsx" in office.refused("scheme", "export", str(path.with_suffix(".csv")), status=2)
    assert "cannot be written" in office.refused("scheme", "export", str(path / "no" / "x.xlsx"), status=2)


def test_the_register_as_it_stood_on_a_day_goes_out(office):
    office.past_the_first_gateway()
    office.begin("Q18-002", on="2018-05-01")
    office.must("scheme", "edit", "Q18-001", "--set", "title=Renamed", "--on", "2018-05-02")
    sheet = load_workbook(exported(office, "--as-at", "2018-04-05"))["Schemes"]
    assert [sheet.cell(row, 1).value for row in (6, 7)] == ["Q18-001", None]
    assert (sheet["B6"].value, sheet["E6"].value) == ("Fewer follow-ups", "0 Pipeline")
    assert "as at 05/04/2018" in sheet["A2"].value
    none = office.refused("scheme", "export", str(office.folder / "x.xlsx"), "--as-at", "2018-04-01")
    assert none == "X1 has no scheme in its register of 2018/19 on 01/04/2018."


def test_a_dry_run_says_what_would_change_and_changes_nothing(office):
    office.begin()
    office.begin("Q18-002")
    file, before = altered(exported(office), "N6", 90000), newest(office)
    said = office.must("scheme", "import", file, "--dry-run")
    assert "Q18-001 Fewer follow-ups: Net value from £120,000.00 to £90,000.00" in said
    assert said.endswith("Would bring in: 0 new, 1 changed, 1 unchanged. Nothing was changed.")
    assert newest(office) == before
    assert office.must("scheme", "import", file).endswith("Brought in: 0 new, 1 changed, 1 unchanged.")
    assert newest(office) == before + 1


def test_schemes_that_the_file_lacks_are_named_and_left(office):
    office.begin()
    workbook = load_workbook(exported(office))
    office.begin("Q18-002")
    path = office.folder / "part.xlsx"
    path.write_bytes(saved(workbook))
    assert "Not in the file, and left as they are: Q18-002." in office.must("scheme", "import", str(path))


def test_one_wrong_cell_and_nothing_is_brought_in(office):
    office.begin()
    file, before = altered(exported(office), "N6", "lots"), newest(office)
    assert office("scheme", "import", file) == 1
    assert office.err == "recovery: nothing was brought in: mend what is listed."
    assert "altered.xlsx [Schemes] N6" in office.out
    assert "lots" in office.out
    assert newest(office) == before


def test_a_scheme_at_another_stage_is_refused_in_words(office):
    office.begin()
    file = altered(exported(office), "E6", "Delivery")
    assert office("scheme", "import", file) == 1
    assert "Q18-001 stands at 0 Pipeline and the file has it at 3 Delivery" in office.out


def test_a_register_of_ones_own_begins_a_programme_in_an_empty_record(office):
    path = office.folder / "own.xlsx"
    rows = (("Our schemes, £'000",), ("Ref", "Scheme", "Area", "Stage", "RAG", "Net value"),
            ("A1", "Follow-ups", "Acute", "Plans in progress", "Amber", 120.5),
            ("A2", "Generics", "Drugs", "Idea", "Low", 50))  # fmt: skip
    path.write_bytes(tracker(*rows))
    about = ("--org", "QZZ", "--year", "2018/19", "--on", "2018-04-01")
    assert "A1 Follow-ups" in office.must("scheme", "import", str(path), *about, "--dry-run")
    assert office.must("scheme", "import", str(path), *about) == "Brought in: 2 new, 0 changed, 0 unchanged."
    (one, two) = json.loads(office.must("show", "schemes", "--format", "json", "--unit", "pounds"))[:2]
    assert (one["stage"], one["rag"], one["net_value"]) == (1, "Medium risk", 120500)
    assert two["stage_name"] == "Opportunity"


def test_the_unit_is_asked_for_by_the_option_that_answers(office):
    path = office.folder / "own.xlsx"
    rows = (("Ref", "Scheme", "Area", "Stage", "RAG", "Net value"), ("A1", "x", "Acute", "Planning", "Amber", 120.5))
    path.write_bytes(tracker(*rows))
    about = ("scheme", "import", str(path), "--org", "X1", "--year", "2018/19", "--on", "2018-04-01")
    assert office(*about) == 1
    assert "--unit pounds|thousands|millions" in office.out
    assert office.must(*about, "--unit", "thousands") == "Brought in: 1 new, 0 changed, 0 unchanged."


def test_who_may_not_import_is_refused_whole(office):
    office.begin()
    file = altered(exported(office), "N6", 90000)
    office.must("people", "add", "viewer@x.example")
    office.must("people", "grant", "viewer@x.example", "viewer")
    assert "may not" in office.refused("scheme", "import", file, "--by", "viewer@x.example")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nonsense", b"Ref,Title\n"])
def test_a_file_that_is_no_register_is_said_to_be_none(office, content):
    office.begin()
    path = office.folder / "broken.xlsx"
    path.write_bytes(content)
    assert office("scheme", "import", str(path)) == 1
    assert "There is no file" in office.refused("scheme", "import", str(path) + "x", status=2)
