"""Risks and mitigations in two blocks or on two sheets are one register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook as Writing

from recovery.cli.main import main
from recovery.sources.options import Options
from recovery.sources.reading import Reading, recognise
from recovery.sources.workbook import Sheet, SourceFile, Workbook
from tests.sources.grids import IN_THOUSANDS, column, grid, reading_of, rules, table_of

if TYPE_CHECKING:
    from pathlib import Path

RISKS = "Ref|Risk|Gross value|Probability|Status\nR1|Beds|-500|80%|Open\nR2|Drugs|-300|50%|Open"
MITIGATIONS = "Ref|Mitigation|Value|Probability|Kind|Linked risk\nM1|Reserve|200|50%|Actions|R1"
BLOCKS = """
£'000||||
RISKS||||
Ref|Description|Full risk value|Probability of risk being realised %|Potential risk value
{0}1|Beds|-4000|50%|-2000
{0}2|Drugs|-1200|75%|-900
TOTAL RISKS||-5200||-2900
||||
MITIGATIONS||||
Ref|Description|Full mitigation value|Probability of success of mitigating action %|Potential mitigation value
{1}1|Reserve|1500|100%|1500
TOTAL MITIGATION||1500||1500
NET RISK||||-1400"""


def _read(options: Options = IN_THOUSANDS, **sheets: str) -> Reading:
    named = tuple(Sheet(name, grid(text)) for name, text in sheets.items())
    return recognise(Workbook(SourceFile("month-end.xlsx", b""), named), options)


def test_two_sheets_are_one_table_in_which_every_row_knows_its_sheet():
    reading = _read(Risks=RISKS, Mitigations=MITIGATIONS)
    assert rules(reading) == ["blocks-joined"]
    (table,) = reading.tables
    assert column(table, "ref") == ["R1", "R2", "M1"]
    assert column(table, "type") == ["Risk", "Risk", "Mitigation"]
    assert column(table, "gross_value") == [-50_000_000, -30_000_000, 20_000_000]
    assert column(table, "state") == ["Open", "Open", ""]
    assert column(table, "linked_risk") == ["", "", "R1"]
    assert column(table, "row_order") == [0, 1, 2]
    assert column(table, "source_column") == ["", "", "Mitigations!"]
    assert (table.columns["state"], table.columns["Mitigations!linked_risk"]) == ("E", "F")


def test_two_blocks_on_one_sheet_are_one_table_in_the_unit_above_the_first():
    table = table_of(BLOCKS.format("R", "M"), Options())
    assert column(table, "kind") == ["line", "line", "total", "line", "total", "net"]
    assert column(table, "ref") == ["R1", "R2", "", "M1", "", ""]
    assert column(table, "gross_value")[:4] == [-400_000_000, -120_000_000, -520_000_000, 150_000_000]
    assert column(table, "parts_from")[4] == column(table, "parts_to")[4] == 3


def test_mitigations_numbered_as_the_risks_are_told_apart_from_them():
    reading = reading_of(grid(BLOCKS.format("", "")), Options())
    assert column(reading.tables[0], "ref") == ["R1", "R2", "", "M1", "", ""]
    assert rules(reading) == ["blocks-joined", "refs-told-apart"]


def test_a_sheet_of_mitigations_that_lacks_a_column_is_not_left_out_in_silence():
    reading = _read(Risks=RISKS, Mitigations="Ref|Mitigation|Value|Kind\nM1|Reserve|200|Actions")
    assert column(reading.tables[0], "ref") == ["R1", "R2"]
    assert [(one.rule, one.sheet, one.message[-22:]) for one in reading.notices] == [
        ("block-left-out", "Mitigations", "no column Probability.")
    ]


SIDE = """
Ref|Risk|Gross risk|Risk probability|Mitigation|Mitigation value|Mitigation probability|Remark
A1|Beds|4000|50%|Contract challenge|1000|40%|
A2|Drugs|1200|75%|||
A3|Rent|1200|75%|Move out|300|50%|Soon"""


def test_a_mitigation_on_the_row_of_its_risk_is_a_row_of_its_own_and_linked():
    reading = reading_of(grid(SIDE))
    (table,) = reading.tables
    assert column(table, "title") == ["Beds", "Drugs", "Rent", "Contract challenge", "Move out"]
    assert column(table, "type") == ["Risk"] * 3 + ["Mitigation"] * 2
    assert column(table, "gross_value")[2:] == [-120_000_000, 100_000_000, 30_000_000]
    assert column(table, "linked_risk") == ["", "", "", "A1", "A3"]
    assert (column(table, "ref")[3:], table.unused) == (["M1", "M2"], ("Remark",))
    assert table.columns["Sheet1!gross_value"] == "F"
    assert not reading.errors
    own = table_of(SIDE.replace("Gross risk", "Gross risk £k"), Options())
    assert column(own, "gross_value") == column(table, "gross_value")


def test_actions_in_words_beside_a_risk_are_no_mitigations():
    rows = "Ref|Risk|Gross risk|Probability|Mitigating actions\nA1|Beds|4000|50%|Talk\nA2|Rent|400|50%|Move"
    table = table_of(rows)
    assert (column(table, "type"), table.unused) == (["Risk", "Risk"], ("Mitigating actions",))


def test_two_sheets_with_the_same_risks_are_asked_about():
    reading = _read(Old=RISKS, New=RISKS)
    assert [(one.rule, one.choices) for one in reading.questions] == [("sheet-not-clear", ("Old", "New"))]
    chosen = _read(Options(unit=IN_THOUSANDS.unit, sheet_of={"risk-register": "New"}), Old=RISKS, New=RISKS)
    assert [table.sheet for table in chosen.tables] == ["New"]


def test_sheets_that_name_their_months_are_a_table_each():
    assert [(table.sheet, table.month) for table in _read(M2=RISKS, M3=RISKS).tables] == [("M2", 2), ("M3", 3)]


def test_a_number_of_the_second_sheet_leads_back_to_its_own_cell(tmp_path: Path, capsys):
    book = Writing()
    for name, text in (("Risks", RISKS), ("Our mitigations", MITIGATIONS)):
        sheet = book.create_sheet(name)
        for row in [["£'000"], *grid(text)]:
            sheet.append(row)
    book.save(tmp_path / "risks.xlsx")
    record = ["--db", str(tmp_path / "record.sqlite")]
    load = ["load", str(tmp_path / "risks.xlsx"), "--org", "QXX", "--org-name", "Ours", "--by", "me"]
    assert main([*load, "--year", "2018/19", "--month", "3", *record]) == 0
    capsys.readouterr()
    assert main(["show", "trail", "--format", "csv", *record]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "gross_value" in line]
    assert [line.rsplit(",", 2)[1:] for line in told] == [
        ["Risks", "C3"],
        ["Risks", "C4"],
        ["Risks", "'Our mitigations'!C3"],
    ]
