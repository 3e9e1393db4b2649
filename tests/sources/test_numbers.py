"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.sources.numbers import NIL, Amount, parse_number


@pytest.mark.parametrize(
    "text",
    [
        "(1,976)",
        "-1,976",
        "1,976-",
        "−1,976",
        "–1,976",
        "‒1,976",
        "( 1,976 )",
        "(£1,976)",
        "£(1,976)",
        "-£1,976",
        "£-1,976",
        "- 1,976",
        "1,976 -",
        "\u00a0(1,976)\u00a0",
        "-1\u00a0976",
        "-1\u2009976",
        "-1'976",
        "-1976",
    ],
)
def test_a_negative_is_read_however_it_is_written(text):
    amount = parse_number(text)
    assert isinstance(amount, Amount)
    assert (amount.value, amount.decimals) == (Decimal(-1976), 0)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("£1.2m", "1200000", -5),
        ("1.2k", "1200", -2),
        ("£ 3 million", "3000000", -6),
        ("2bn", "2000000000", -9),
        ("(£0.5m)", "-500000", -5),
    ],
)
def test_an_amount_with_its_own_k_or_m_is_in_whole_pounds(text, value, decimals):
    amount = parse_number(text)
    assert isinstance(amount, Amount)
    assert (amount.value, amount.decimals, amount.suffixed) == (Decimal(value), decimals, True)


@pytest.mark.parametrize(
    ("text", "value"), [("3.3%", "3.3"), ("-0.7%", "-0.7"), ("(3.3%)", "-3.3"), ("(3.3)%", "-3.3"), ("5 %", "5")]
)
def test_a_percentage_is_in_points(text, value):
    amount = parse_number(text)
    assert isinstance(amount, Amount)
    assert (amount.value, amount.percent) == (Decimal(value), True)


@pytest.mark.parametrize("text", ["", " ", "-", " - ", "–", "—", "−", "nil", "NIL", "£-", "\u00a0"])
def test_nil_is_a_blank_a_dash_or_the_word(text):
    assert parse_number(text) == NIL


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "tbc",
        "1.234,5",
        "12,34",
        "1,5",
        "1e5",
        "(1,976",
        "1,976)",
        "-(5)",
        "(-5)",
        "--5",
        "1.2.3",
        "5%%",
        "#REF!",
        "E.M.7",
        "1,976 CR",
        "0x10",
        "inf",
        "nan",
        "1,,000",
        "12 (est)",
        "£",
        "%",
        "k",
        "2018-04-01",
        "£000",
        "1/2",
    ],
)
def test_what_is_no_plain_number_is_not_guessed_at(text):
    assert parse_number(text) is None


def test_nought_is_nought_and_not_nil():
    assert parse_number("0") == Amount(Decimal(0), 0)
    assert parse_number("0.0") == Amount(Decimal(0), 1)


@given(
    value=st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False, allow_infinity=False),
    style=st.sampled_from(["brackets", "minus", "trailing", "unicode"]),
    grouped=st.booleans(),
)
def test_every_way_of_writing_a_number_gives_it_back(value, style, grouped):
    digits = f"{abs(value):,}" if grouped else f"{abs(value)}"
    written = {
        "brackets": f"({digits})",
        "minus": f"-{digits}",
        "trailing": f"{digits}-",
        "unicode": f"\u2212{digits}",
    }[style]
    amount = parse_number(written if value < 0 else digits)
    assert isinstance(amount, Amount)
    assert (amount.value, amount.decimals) == (value, 3)


@given(st.text(max_size=12))
def test_no_text_brings_the_reader_of_numbers_down(text):
    amount = parse_number(text)
    assert amount is None or amount == NIL or isinstance(amount, Amount)
