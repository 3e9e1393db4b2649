"""The register's own workbook is read however people have changed its columns and rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.sources.register.columns import layout
from tests.sources.register.books import changed, exported, read, told

HEADINGS = 5


def place(sheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADINGS] if cell.value == heading)


def test_every_field_and_part_of_a_scheme_is_read():
    given = read(exported())
    assert given.problems == ()
    wards, drugs = given.schemes
    assert wards.fields["net_value"] == Decimal("100000.25")
    assert wards.fields["description"] == '=Not a "formula"\nbut two lines'
    assert (wards.fields["stage"], wards.fields["status"], wards.fields["start"]) == (2, "live", dt.date(2018, 4, 1))
    assert [row["measure"] for row in wards.parts["profile"]] == ["plan", "actual", "forecast"] * 2
    assert wards.parts["profile"][1]["months"][1] == Decimal(40000)
    assert wards.parts["kpis"][0]["actuals"][1] == Decimal(118)
    assert drugs.parts == dict.fromkeys(("profile", "milestones", "kpis", "risks", "assessments", "activity"), ())


def test_columns_may_be_in_another_order_renamed_a_little_left_out_or_added():
    def change(workbook):
        sheet = workbook["Schemes"]
        sheet.cell(HEADINGS, place(sheet, "SRO")).value = "Exec lead (name)"
        sheet.cell(HEADINGS, place(sheet, "Net value (£)")).value = "Nett value £'000"
        sheet.cell(HEADINGS, place(sheet, "Comment")).value = "Our own thoughts"
        sheet.delete_cols(place(sheet, "Lead"))
        sheet.move_range(f"A{HEADINGS}:A7", cols=40)

    given = read(changed(change))
    assert told(given) == [("column-not-used", "Schemes", given.problems[0].cell, "")]
    fields = given.schemes[0].fields
    assert (given.schemes[0].ref, fields["sro"]) == ("Q18-001", "sro@x.example")
    assert fields["net_value"] == Decimal(100000250)
    assert "lead" not in fields
    assert "comment" not in fields


def test_a_sheet_that_is_left_out_says_nothing_and_one_without_rows_says_that_there_are_none():
    def change(workbook):
        del workbook["KPIs"]
        workbook["Risks"].delete_rows(HEADINGS + 1, 10)

    parts = read(changed(change)).schemes[0].parts
    assert "kpis" not in parts
    assert parts["risks"] == ()


def test_a_scheme_without_a_row_of_its_own_is_given_only_what_its_other_sheets_say():
    def change(workbook):
        workbook["Schemes"].delete_rows(HEADINGS + 1)

    given = read(changed(change))
    wards = next(one for one in given.schemes if one.ref == "Q18-001")
    assert wards.fields is None
    assert set(wards.parts) == {"profile", "milestones", "kpis", "risks", "assessments", "activity"}
    assert (wards.sheet, wards.row) != ("Schemes", 6)


def test_the_numbers_of_a_list_say_its_order():
    def change(workbook):
        sheet = workbook["Milestones"]
        sheet.cell(6, 3).value, sheet.cell(7, 3).value = 2, 1

    assert [row["name"] for row in read(changed(change)).schemes[0].parts["milestones"]] == ["Live", "Contract varied"]


def test_every_cell_that_does_not_convert_is_said_with_its_place_and_what_to_do():
    def change(workbook):
        sheet = workbook["Schemes"]
        for heading, value in (
            ("Stage", "Nearly"), ("Reported rating", "Purple"), ("Start", "soon"), ("Net value (£)", "lots"),
            ("Status", "asleep"), ("Title", None),
        ):  # fmt: skip
            sheet.cell(6, place(sheet, heading)).value = value
        workbook["Profiles"].cell(6, 3).value = "perhaps"
        workbook["Risks"].cell(6, 5).value = 7
        workbook["Milestones"].cell(6, 4).value = None

    given = read(changed(change))
    assert told(given) == [
        ("title-missing", "Schemes", "B6", ""),
        ("unknown-stage", "Schemes", "E6", "Nearly"),
        ("unknown-status", "Schemes", "F6", "asleep"),
        ("not-a-date", "Schemes", "J6", "soon"),
        ("text-in-number", "Schemes", "N6", "lots"),
        ("unknown-rating", "Schemes", "R6", "Purple"),
        ("unknown-yes-no", "Profiles", "C6", "perhaps"),
        ("name-missing", "Milestones", "D6", ""),
        ("not-a-score", "Risks", "E6", "7"),
    ]
    assert len(given.in_the_way) == 9
    assert all(one.to_do and one.file == "register.xlsx" for one in given.problems)


def test_a_reference_or_a_line_of_a_profile_that_stands_twice_is_wrong():
    def change(workbook):
        workbook["Schemes"].cell(7, 1).value = "q18-001"
        workbook["Profiles"].cell(7, 4).value = "plan"

    assert told(read(changed(change))) == [
        ("duplicate-key", "Schemes", "A7", "q18-001"),
        ("duplicate-key", "Profiles", "A7", "Q18-001"),
    ]


def test_a_row_of_totals_is_left_out_and_a_row_without_a_reference_is_wrong():
    def change(workbook):
        sheet = workbook["Schemes"]
        sheet.cell(8, 2).value, sheet.cell(8, 14).value = "Total", 150000.25
        sheet.cell(9, 2).value = "Which one?"

    assert told(read(changed(change))) == [
        ("total-left-out", "Schemes", "A8", ""),
        ("ref-missing", "Schemes", "A9", ""),
    ]


def test_a_register_of_another_year_is_not_brought_in_by_mistake():
    assert told(read(exported(), year=2019)) == [("other-year", "Profiles", "E5", ""), ("other-year", "KPIs", "I5", ""),
                                                 ("other-year", "Activity", "E5", "")]  # fmt: skip


def test_a_column_that_rows_cannot_be_told_apart_without_is_missed_and_one_that_stands_twice_is_wrong():
    def change(workbook):
        workbook["Profiles"].cell(HEADINGS, 4).value = "Whatever"
        workbook["Schemes"].cell(HEADINGS, place(workbook["Schemes"], "SRO")).value = "Lead"

    rules = [one.rule for one in read(changed(change)).in_the_way]
    assert rules == ["column-twice", "missing-column"]


def test_what_is_finer_than_is_kept_is_rounded_and_said_once_a_column():
    def change(workbook):
        sheet = workbook["Schemes"]
        sheet.cell(6, place(sheet, "Net value (£)")).value = 12.3456
        sheet.cell(7, place(sheet, "Net value (£)")).value = 0.005
        workbook["KPIs"].cell(6, 6).value = 33.333333

    given = read(changed(change))
    assert told(given) == [("rounded", "Schemes", "N6", ""), ("rounded", "KPIs", "F6", "")]
    assert [one.fields["net_value"] for one in given.schemes] == [Decimal("12.35"), Decimal("0.01")]
    assert given.schemes[0].parts["kpis"][0]["baseline"] == Decimal("33.3333")


def test_only_the_sheets_named_are_read():
    given = read(exported(), sheets=("Schemes",))
    assert [dict(one.parts) for one in given.schemes] == [{}, {}]


def test_every_sheet_has_a_reference_and_no_two_columns_of_one_name():
    for key in ("schemes", "profile", "milestones", "kpis", "risks", "assessments", "activity"):
        names = [column.name for column in layout(key).columns]
        assert names[0] == "ref"
        assert len(set(names)) == len(names)
