from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.sentences.amounts import (
    bracketed,
    count,
    direction,
    listed,
    many,
    millions,
    percent,
    surplus_or_deficit,
)  # fmt: skip


@pytest.mark.parametrize(
    ("pounds", "words"),
    [
        ("35069000", "£35.1m"),
        ("-818000", "£0.8m"),
        ("1216091000", "£1,216.1m"),
        ("50000", "£0.1m"),
        ("49999", "£50k"),
        ("-18000", "£18k"),
        ("499", "less than £1k"),
        ("0", "£0.0m"),
    ],
)
def test_an_amount_is_in_millions_with_one_decimal_and_a_small_one_in_thousands(pounds, words):
    assert millions(Decimal(pounds)) == words


@pytest.mark.parametrize(
    ("pounds", "words"),
    [("-818000", "£0.8m adverse"), ("305000", "£0.3m favourable"), ("499", "on budget"), ("-499", "on budget")],
)
def test_a_variance_is_said_with_its_direction(pounds, words):
    assert direction(Decimal(pounds)) == words


@pytest.mark.parametrize(
    ("pounds", "words"),
    [("-35069000", "a deficit of £35.1m"), ("2000000", "a surplus of £2.0m"), ("0", "break-even")],
)
def test_a_net_position_is_said_as_a_surplus_or_a_deficit(pounds, words):
    assert surplus_or_deficit(Decimal(pounds)) == words


def test_a_negative_amount_stands_in_brackets():
    assert bracketed(Decimal(-28_150_000)) == "(£28.2m)"
    assert bracketed(Decimal(25_150_000)) == "£25.2m"


def test_an_undefined_rate_is_said_to_be_so():
    assert percent(None) == "n/a"
    assert percent(Decimal("3.25")) == "3.3%"
    assert percent(Decimal("-0.04")) == "0.0%"


def test_counts_and_lists_read_as_people_write_them():
    assert count(Decimal("26834.0000")) == "26,834"
    assert many(1, "scheme") == "1 scheme"
    assert many(1200, "query", "queries") == "1,200 queries"
    assert listed(["Acute"]) == "Acute"
    assert listed(["Acute", "Community", "Other"]) == "Acute, Community and Other"
    assert listed([]) == ""
