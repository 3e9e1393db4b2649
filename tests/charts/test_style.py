from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.charts import style


def contrast(first: str, second: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [style.INK, style.MUTED, style.BLUE, style.BROWN, style.LEVEL])
def test_text_and_bars_stand_out_from_the_page(colour):
    assert contrast(colour, "#ffffff") >= 4.5


def test_no_label_is_read_as_a_tag():
    assert style.wrapped('<a href="https://x.test">Acute</a>', 60) == '&lt;a href="https://x.test"&gt;Acute&lt;/a&gt;'
    assert style.amount_column(["<b>1</b>"])["annotations"][0]["text"] == "&lt;b&gt;1&lt;/b&gt;"


def test_a_long_name_wraps_and_a_missing_one_shows_as_nil():
    assert style.wrapped("Delivering the DTOC recovery trajectory") == "Delivering the DTOC<br>recovery trajectory"
    assert style.wrapped("") == "–"
    assert style.wrapped("Hospital contracts, block and cost and volume, with all providers") == (
        "Hospital contracts,<br>block and cost and …"
    )


def test_an_amount_on_a_chart_is_in_thousands_with_brackets():
    assert style.label(Decimal(-1_976_499)) == "(1,976)"
    assert style.label(Decimal(305_500)) == "306"
    assert style.label(Decimal(-400)) == "0"


def test_adverse_is_hatched_and_favourable_plain():
    assert style.fav_adv(Decimal(-1)) == (style.BROWN, "/")
    assert style.fav_adv(Decimal(1)) == (style.BLUE, "")


def test_no_chart_asks_for_a_font_from_elsewhere():
    assert style.FONT == "Arial, Helvetica, sans-serif"
    assert style.TEMPLATE.layout.font.family == style.FONT


@pytest.mark.parametrize(("reach", "tick"), [(3284.6, 2000), (1000, 1000), (999, 500), (1.05, 1), (0.0, 1)])
def test_an_axis_about_nought_has_a_round_number_on_either_side(reach, tick):
    axis = style.both_ways(reach)
    assert axis["tickvals"] == [-tick, 0, tick]
    assert axis["range"] == [-(reach or 1), reach or 1]
