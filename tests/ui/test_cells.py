from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Column, Mark
from recovery.ui.cells import as_shown, classes, shown, text_of, width
from tests.showing import small


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (Decimal(-1_976_000), "money", "(1,976)"),
        (Decimal(304_392_500), "money", "304,393"),
        (Decimal(-400), "money", "0"),
        (None, "money", "–"),
        (Decimal("3.317199"), "percent", "3.3%"),
        (Decimal("-0.669337"), "percent", "(0.7%)"),
        (Decimal("26834.0000"), "count", "26,834"),
        (Decimal("12.5000"), "count", "12.5"),
        (1234, "number", "1234"),
        ("Acute", "text", "Acute"),
        ("", "text", "–"),
    ],
)
def test_a_cell_is_shown_by_its_kind(value, kind, text):
    assert text_of(value, kind) == text


def test_a_rag_has_a_sign_and_a_word_beside_its_colour():
    assert shown("Red", "text", "rag") == '<span class="rf-rag rf-rag-red" aria-hidden="true">▼</span>\u00a0Red'
    assert shown("Red", "text", "scheme") == "Red"


def test_a_rating_has_the_sign_of_its_tone_whatever_it_is_called():
    assert shown("High risk", "text", "rag") == (
        '<span class="rf-rag rf-rag-red" aria-hidden="true">▼</span>\u00a0High risk'
    )
    assert "rf-rag-amber" in shown("Medium risk", "text", "computed")
    assert shown("Not rated", "text", "rag") == "Not rated"


def test_a_severity_has_a_sign_and_a_word():
    assert shown("difference", "text", "severity") == (
        '<span class="rf-severity rf-difference"><span aria-hidden="true">≠</span> difference</span>'
    )
    assert shown("difference", "text", "check") == "difference"


PERCENT = Column("share", "Share %", "percent")


@pytest.mark.parametrize(
    ("shares", "texts"),
    [
        (("5.000000", "89", None), ["5%", "89%", "–"]),
        (("-5", "89.5"), ["(5.0%)", "89.5%"]),
        (("5.04", "5.00"), ["5.0%", "5.0%"]),
        (("5.96",), ["6.0%"]),
    ],
)
def test_percentages_have_a_decimal_only_where_one_of_the_column_has_one(shares, texts):
    figure = small([(None if share is None else Decimal(share),) for share in shares], PERCENT)
    assert [text_of(row[0], as_shown(figure, 0).kind) for row in figure.rows] == texts


def test_a_computed_percentage_beside_a_whole_one_keeps_the_decimal():
    marks = {(0, "share"): Mark(Decimal(5), Decimal("5.4"), "difference")}
    assert as_shown(small([(Decimal(5),)], PERCENT, marks=marks), 0) == PERCENT


def test_a_month_is_shown_by_its_name():
    assert shown(3, "number", "month") == "June"
    assert shown(13, "number", "month") == "13"


def test_only_adverse_variances_are_set_apart():
    assert classes(Decimal(-1), "ytd_variance", "money") == "rf-number rf-adverse"
    assert classes(Decimal(1), "ytd_variance", "money") == "rf-number"
    assert classes(Decimal(-1), "planned_qipp", "money") == "rf-number"
    assert classes("x", "line", "text") == ""


def test_columns_of_text_are_given_the_room_they_need():
    figure = small([("short", "a middling sort of title", "long " * 10, "essay " * 30)],
                   *(Column(name, name) for name in "abcd"))  # fmt: skip
    assert [width(figure, place) for place in range(4)] == ["rf-short", "rf-middle", "rf-long", "rf-essay"]
