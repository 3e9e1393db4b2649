"""Icons say in a word, a sign and a colour what the newest point of a chart says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.charts.control import SIGNALS
from recovery.measures.spc import Assurance, Variation
from recovery.period import month_number
from recovery.ui.activity.icons import ASSURANCE, VARIATION, icons, small_heading

JUNE = month_number("2018/19", 3)


def row(value: int | None = 12, **cells):
    return {
        "code": "A<1",
        "value": None if value is None else Decimal(value),
        "unit": "a month",
        "year": "2018/19",
        "month": 3,
        **cells,
    }


def test_every_variation_and_assurance_has_an_icon_and_every_signal_of_a_chart_its_sign():
    assert {*VARIATION} == {*Variation, ""}
    assert {*ASSURANCE} == {*Assurance}
    assert len({sign for sign, _ in VARIATION.values()}) == len(VARIATION)
    assert {*SIGNALS} - {""} < {*VARIATION}


@pytest.mark.parametrize(("kind", "sign", "word"), [(kind, *shown) for kind, shown in VARIATION.items()])
def test_the_variation_of_the_newest_point_is_said_in_a_word_beside_its_sign(kind, sign, word):
    told = icons([row(variation="concern"), row(variation=kind), row(None, variation=None)], JUNE)
    assert f'<span aria-hidden="true">{sign}</span>' in told
    assert f'<span class="rf-unseen">Variation: </span>{word}' in told
    assert "Assurance" not in told


def test_the_assurance_stands_beside_it_where_there_is_one():
    assert "rf-icon-fail" in icons([row(variation="concern", assurance="fail")], JUNE)
    assert "Misses plan" in icons([row(variation="concern", assurance="fail")], JUNE)


def test_a_small_chart_is_headed_by_its_name_and_newest_value_with_its_unit():
    told = small_heading([row(1234, variation="")], "A & E", JUNE)
    assert "<h3>A&lt;1 A &amp; E</h3>" in told
    assert "1,234 a month" in told


def test_what_is_older_than_the_newest_month_says_nothing_of_today():
    told = icons([row(variation="concern", assurance="fail")], JUNE + 1)
    assert "Not reported" in told
    assert "Concern" not in told
    assert "Misses plan" not in told


def test_months_that_are_missing_are_counted_beside_the_chart():
    assert "12 a month (2 months between are missing)" in small_heading([row(month=1), row(month=4)], "A", JUNE + 1)
