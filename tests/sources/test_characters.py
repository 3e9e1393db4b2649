from __future__ import annotations

import pytest

from recovery.sources.characters import clean, clean_name, shortened


def test_control_characters_and_marks_of_direction_are_taken_out() -> None:
    assert clean("a\x00b\x1fc\x7fd\u202ee\u2066f\uffff") == "abcdef"


def test_tabs_stay_and_every_line_end_is_a_newline() -> None:
    assert clean("a\tb\r\nc\rd\ne") == "a\tb\nc\nd\ne"


@pytest.mark.parametrize("text", ["  007 ", "£1,976", "(1 976)", "−5", "a\u0096b", "naïve 😀", "﷽"])
def test_any_other_text_is_untouched(text: str) -> None:
    assert clean(text) == text


def test_a_name_is_one_line_and_never_nothing() -> None:
    assert clean_name(" month\n3\t.xlsx\x07") == "month 3 .xlsx"
    assert clean_name("\x01") == "unnamed"
    assert len(clean_name("x" * 500 + ".xlsx")) == 200


def test_a_long_name_keeps_its_extension() -> None:
    assert clean_name("x" * 500 + ".xlsx").endswith(".xlsx")


def test_a_quoted_value_is_one_short_line() -> None:
    assert shortened("a\nb") == "a b"
    assert shortened("x" * 100) == "x" * 100
    assert shortened("x" * 101) == "x" * 100 + "…"
