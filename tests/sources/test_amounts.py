"""Columns of cells as numbers, short and long alike."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.sources.amounts import decimals_of, read_amounts

TEXTS = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.integers(-(10**9), 10**9).map("{:,}".format),
    st.decimals(min_value=-(10**6), max_value=10**6, places=2).map("{:,.2f}".format),
    st.sampled_from(["", " ", "-", "nil", "(5)", "5-", "abc", " 7 ", "1,00", "5%", "£1.2m", "007", "-0", "1.", ".5"]),
    st.none(),
)
MANY = 2001


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_a_long_column_of_texts_is_read_as_a_short_one_is(cells):
    short, long = read_amounts(cells), read_amounts([*cells, *["1"] * MANY])
    size = len(cells)
    assert np.array_equal(short.values, long.values[:size], equal_nan=True)
    assert short.wrong == long.wrong
    assert np.array_equal(short.nil_signs, long.nil_signs[:size])
    assert np.array_equal(short.percents, long.percents[:size])
    assert short.decimals == long.decimals
    assert short.suffixed_decimals == long.suffixed_decimals


@given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9), st.integers(-(10**9), 10**9)), min_size=1, max_size=20))
def test_a_column_of_numbers_is_the_same_beside_a_text(cells):
    plain, mixed = read_amounts(cells), read_amounts([*cells, "x"])
    assert np.array_equal(plain.values, mixed.values[:-1], equal_nan=True)
    assert plain.decimals == mixed.decimals
    assert mixed.wrong == (len(cells),)


@pytest.mark.parametrize("cell", [True, dt.date(2018, 4, 1), float("nan"), float("inf"), "abc"])
def test_what_is_no_number_is_marked_wrong_with_its_place(cell):
    amounts = read_amounts([1.0, cell, None])
    assert amounts.wrong == (1,)
    assert amounts.filled.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("values", "decimals"), [([1.0, 2.0], 0), ([0.1 + 0.2], 1), ([1.25, 3.0], 2), ([1 / 3], 8), ([], 0)]
)
def test_the_decimals_of_numbers_are_those_that_they_show(values, decimals):
    assert decimals_of(np.array(values, dtype=np.float64)) == decimals


def test_only_some_rows_may_be_taken():
    amounts = read_amounts(["1", "x", "-", "2%"]).take(np.array([1, 3]))
    assert amounts.wrong == (0,)
    assert amounts.values.tolist()[1] == 2.0
    assert amounts.percents.tolist() == [False, True]
