"""One column headed `value` in whatever people send: its numbers, or where it has none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.sources.series import read_series
from recovery.sources.workbook import SourceFile
from tests.workbooks import xlsx


def read(text, encoding="utf-8", name="series.csv"):
    return read_series(SourceFile(name, text if isinstance(text, bytes) else text.encode(encoding)))


def told(text):
    _, problems = read(text)
    return [(problem.rule, problem.cell) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "value\n1\n2\n3\n",
        "\ufeffvalue\r\n1\r\n2\r\n3\r\n",
        "Month,VALUE,Note\nApril,1,a\nMay,2,\nJune,3,c\n",
        '"Value "\n"1"\n"2"\n"3"\n\n\n',
        "Referrals\n\nmonth;value\n1;1\n2;2\n3;3\n;\n",
        "value\tlimit\n1\t9\n2\t9\n3\t9\n",
        "value\n1.0\n2e0\n+3",
    ],
)
def test_the_column_is_found_however_it_is_written(text):
    values, problems = read(text)
    assert (values, problems) == ([1, 2, 3], [])


def test_windows_text_beside_the_values_does_not_hinder_them():
    assert read("cost £,value\nGP’s,1\n", "cp1252")[0] == [1]


def test_numbers_are_taken_as_they_are_typed_and_kept_exactly():
    text = 'value\n"1,976"\n(12)\n−3\n£4.50\n5.5\n0\n-0.1234567890123456789\n1e-7\n'
    expected = ["1976", "-12", "-3", "4.50", "5.5", "0", "-0.1234567890123456789", "1E-7"]
    assert read(text)[0] == [Decimal(one) for one in expected]


def test_a_workbook_is_read_as_well():
    rows = [["Month", "Value"], ["April", 7], ["May", 0.1, None, "not counted yet"]]
    assert read(xlsx({"Sheet": rows}), name="s.xlsx")[0] == [7, Decimal("0.1")]


def test_every_blank_and_every_text_is_named_with_its_cell():
    text = "month,value\n1,5\n2,\n3,n/a\n4,-\n5,2018-04-01\n6,nan\n7,inf\n8,1e999999\n9,\n"
    assert told(text) == [
        ("blank-in-series", "B3"),
        ("text-in-number", "B4"),
        ("text-in-number", "B5"),
        ("text-in-number", "B6"),
        ("text-in-number", "B7"),
        ("text-in-number", "B8"),
        ("text-in-number", "B9"),
    ]


def test_rows_at_the_end_without_a_value_are_left_out_whatever_stands_beside_it():
    assert read("month,value\nApril,5\nMay,6\nJune,\nTotal,\n") == ([5, 6], [])


def test_a_suffix_or_percent_sign_is_one_of_all_values_or_of_none():
    assert read("value\n2k\n1.5k\n")[0] == [2000, 1500]
    assert read("value\n2%\n1.5%\n")[0] == [2, Decimal("1.5")]
    assert told("value\n2k\n500\n5%\n") == [("mixed-units", "A2"), ("mixed-units", "A4")]


def test_a_blank_line_within_the_series_is_a_blank_value():
    assert told("value\n5\n\n6\n") == [("blank-in-series", "A3")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("values\n1\n", "series-not-told"),
        ("value,value\n1,2\n", "series-not-told"),
        ("value\n\n", "series-empty"),
        ("value,note\n1,234,a\n", "too-many-fields"),
        ("value\n1,234\n1,235\n", "too-many-fields"),
        (b"", "file-empty"),
    ],
)
def test_what_cannot_be_told_is_a_problem_and_no_series(text, rule):
    values, problems = read(text)
    assert values == []
    assert rule in [problem.rule for problem in problems]
    assert all(problem.to_do for problem in problems)
