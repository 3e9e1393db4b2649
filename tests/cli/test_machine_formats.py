"""CSV and JSON hold every figure exactly, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from recovery.cli.machine_formats import as_csv, as_json
from recovery.figure import Column, Figure
from recovery.money import Unit

COLUMNS = (Column("label", "Label"), Column("amount", "Amount", "money"), Column("found", "Found", "mixed"))


def made(label: str = "A", amount: Decimal | None = Decimal("1.50"), kind: str = "money") -> Figure:
    return Figure("made", "Made", COLUMNS, ((label, amount, Decimal(2500)),), (kind,))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(start):
    rows = list(csv.reader(io.StringIO(as_csv(made(f"{start}1+1"), Unit.POUNDS), newline="")))
    assert rows[1] == [f"'{start.replace(chr(13), chr(10))}1+1", "1.5", "2500"]


def test_a_negative_number_gets_none():
    assert as_csv(made(amount=Decimal(-2)), Unit.POUNDS).splitlines()[1] == "A,-2,2500"


def test_a_mixed_column_goes_by_the_kind_of_its_row():
    assert as_csv(made(), Unit.THOUSANDS).splitlines()[1] == "A,0.0015,2.5"
    assert as_csv(made(kind="count"), Unit.THOUSANDS).splitlines()[1] == "A,0.0015,2500"


def test_json_writes_numbers_out_and_nil_as_null():
    assert json.loads(as_json(made("=1", None), Unit.THOUSANDS)) == [{"label": "=1", "amount": None, "found": 2.5}]
    assert '"amount": 0.0000015' in as_json(made(), Unit.MILLIONS)


def test_a_figure_without_rows_is_an_empty_list():
    empty = Figure("made", "Made", COLUMNS, ())
    assert json.loads(as_json(empty, Unit.POUNDS)) == []
    assert as_csv(empty, Unit.POUNDS) == "label,amount,found\n"
