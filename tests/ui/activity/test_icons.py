"""Icons say in a word, a sign and a colour what the newest point of a chart says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.charts.control import SIGNALS
from recovery.measures.spc import Assurance, Variation
from recovery.ui.activity.icons import ASSURANCE, VARIATION, icons, small_heading


def row(value: int | None = 12, **cells):
    return {"code": "A<1", "value": None if value is None else Decimal(value), "unit": "a month", **cells}


def test_every_variation_and_assurance_has_an_icon_and_every_signal_of_a_chart_its_sign():
    assert {*VARIATION} == {*Variation, ""}
    assert {*ASSURANCE} == {*Assurance}
    assert len({sign for sign, _ in VARIATION.values()}) == len(VARIATION)
    assert {*SIGNALS} - {""} < {*VARIATION}


@pytest.mark.parametrize(("kind", "sign", "word"), [(kind, *shown) for kind, shown in VARIATION.items()])
def test_the_variation_of_the_newest_point_is_said_in_a_word_beside_its_sign(kind, sign, word):
    told = icons([row(variation="concern"), row(variation=kind), row(None, variation=None)])
    assert f'<span aria-hidden="true">{sign}</span>' in told
    assert f'<span class="rf-unseen">Variation: </span>{word}' in told
    assert "Assurance" not in told


def test_the_assurance_stands_beside_it_where_there_is_one():
    assert "rf-icon-fail" in icons([row(variation="concern", assurance="fail")])
    assert "Misses plan" in icons([row(variation="concern", assurance="fail")])


def test_a_small_chart_is_headed_by_its_name_and_newest_value_with_its_unit():
    told = small_heading([row(1234, variation="")], "A & E")
    assert "<h3>A&lt;1 A &amp; E</h3>" in told
    assert "1,234 a month" in told
