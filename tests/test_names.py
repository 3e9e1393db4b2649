from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.names import code_key, name_key
from tests.engine.filled import FilledEngine


def test_a_name_is_compared_without_case_and_with_single_spaces():
    assert name_key(" Acute\n  SERVICES ") == name_key("acute services") == "acute services"


@pytest.mark.parametrize("code", ["E.M.10a", "EM10a", "em10A", "E.M.10.a", "E-M-10 a", " E.M.10a. "])
def test_a_code_is_compared_without_case_and_punctuation(code):
    assert code_key(code) == "em10a"


def test_a_point_between_digits_stays_so_that_no_level_is_lost():
    assert [code_key(code) for code in ("E.M.1.1", "EM1-1", "E.M.11", "1.1.1")] == ["em1.1", "em1.1", "em11", "1.1.1"]


ENGINE = FilledEngine()


@settings(max_examples=60)
@given(st.lists(st.text("Em1a.-_/ É", max_size=12), min_size=1, max_size=8))
def test_the_engine_compares_codes_as_this_does(codes):
    rows = ENGINE.connection.execute("SELECT code_key(unnest($codes))", {"codes": codes}).fetchall()
    assert [row[0] for row in rows] == [code_key(code) for code in codes]
