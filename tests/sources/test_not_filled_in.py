from __future__ import annotations

from recovery.sources.options import Options
from recovery.sources.reading import read
from recovery.sources.workbook import SourceFile
from tests.workbooks import xlsx

TARGETS = [["QIPP targets, £'000"], ["Area", "QIPP target"]]
RISKS = [["Risks, £'000"], ["Risk", "Total risk", "Mitigated risk", "In forecast"]]


def reading(sheets):
    return read([SourceFile("made.xlsx", xlsx(sheets))], Options())


def test_an_empty_table_beside_a_filled_one_is_left_out_and_said():
    found = reading({"Targets": [*TARGETS, ["Acute", 5]], "Risks": RISKS})
    assert [table.dataset for table in found.tables] == ["qipp-targets"]
    assert (found.errors, found.questions) == ((), ())
    assert [(one.rule, one.sheet, one.cell, one.dataset) for one in found.notices] == [
        ("not-filled-in", "Risks", "A2", "risks")
    ]


def test_a_workbook_of_empty_tables_is_refused():
    found = reading({"Targets": TARGETS, "Risks": RISKS})
    assert found.tables == ()
    assert [(one.rule, one.sheet) for one in found.errors] == [("not-filled-in", "Targets"), ("not-filled-in", "Risks")]
