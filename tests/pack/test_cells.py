from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from recovery.pack.cells import write_heading, write_text


def saved(workbook):
    target = io.BytesIO()
    workbook.save(target)
    return load_workbook(io.BytesIO(target.getvalue())).worksheets[0]["A1"]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5%", "@home", "=cmd|' /C calc'!A0"])
def test_text_never_becomes_a_formula(text):
    workbook = Workbook()
    write_text(workbook.worksheets[0]["A1"], text)
    cell = saved(workbook)
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", True)


def test_characters_that_a_workbook_cannot_hold_are_left_out():
    workbook = Workbook()
    write_text(workbook.worksheets[0]["A1"], "a\x00b\x0bc")
    assert saved(workbook).value == "abc"


def test_a_heading_carries_what_its_column_means():
    workbook = Workbook()
    write_heading(workbook.worksheets[0]["A1"], "Plan *", "The year's plan.", required=True)
    cell = saved(workbook)
    assert (cell.value, cell.comment.text, cell.font.bold) == ("Plan *", "The year's plan.", True)
