from __future__ import annotations

import csv
import dataclasses
import io
from decimal import Decimal

import pytest

from recovery.figure import Column
from recovery.ui.downloads import csv_of, file_name, safe
from tests.showing import VIEW, shown, small


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_download_has_plain_numbers_in_thousands():
    rows = read(csv_of(shown("position")))
    assert rows[0] == [
        "line", "ytd_budget", "ytd_actual", "ytd_variance", "annual_budget", "forecast_outturn", "forecast_variance",
    ]  # fmt: skip
    assert rows[2] == ["Acute Services", "150553", "152529", "-1976", "602156", "603914", "-1758"]
    assert len(rows) == 11


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_text_is_left_for_a_spreadsheet_to_run(text):
    assert safe(text) == f"'{text}"
    assert (
        read(csv_of(small([(text, Decimal(-1000))], Column("line", "Line"), Column("v", "V", "money"))))[1][1] == "-1"
    )


def test_nil_is_empty_and_pence_are_kept():
    rows = read(csv_of(small([(None, Decimal("1234.56"))], Column("line", "Line"), Column("v", "V", "money"))))
    assert rows[1] == ["", "1.23456"]


def test_a_mixed_column_is_written_by_its_row_s_kind():
    figure = small([(Decimal(5000),), (Decimal(5),)], Column("printed", "Printed", "mixed"))
    assert read(csv_of(dataclasses.replace(figure, kinds=("money", "count")))) == [["printed"], ["5"], ["5"]]


def test_a_file_is_named_by_what_it_holds():
    assert file_name("position", VIEW) == "position_X01_2018-19_month-03.csv"
    yearly = dataclasses.replace(VIEW, month=0, organisation="../../etc")
    assert file_name("plan", yearly) == "plan_etc_2018-19.csv"
