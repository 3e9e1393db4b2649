from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.measures.delivered import Recurrence, periods, recurrence, recurrence_figure, reported_until
from tests.savings_figures import by_month, delivery


def unreported():
    held = by_month()
    place = held.position("actual")
    return replace(held, rows=tuple((*row[:place], None, *row[place + 1 :]) for row in held.rows))


def thousands(rows):
    return [tuple(cell / 1000 if isinstance(cell, Decimal) else cell for cell in row) for row in rows]


def test_the_month_the_year_to_date_the_year_and_next_year_stand_side_by_side():
    found = periods(delivery(), by_month())
    assert thousands(tuple(row[:4] for row in found.rows)) == [
        ("Month 4 (July)", 250, 250, 0),
        ("Year to date", 1000, 980, -20),
        ("Full year, forecast", 3600, 3580, -20),
        ("Full-year effect next year", None, 2250, None),
    ]
    assert found.values("delivery_percent")[:2] == [Decimal(100), Decimal(98)]


def test_before_a_month_is_reported_only_the_years_are_shown():
    found = periods(delivery(), unreported())
    assert [row[0] for row in found.rows] == ["Full year, forecast", "Full-year effect next year"]


def test_actuals_are_counted_as_far_as_they_are_given():
    assert reported_until(by_month()) == 4
    assert reported_until(unreported()) == 0


def test_what_recurs_is_added_up_to_the_month():
    parts = recurrence(by_month())
    assert parts == Recurrence(Decimal(600_000), Decimal(480_000), Decimal(400_000), Decimal(500_000))
    assert parts.delivered == 980_000
    assert parts.standing_in == 100_000


def test_non_recurrent_delivery_stands_in_only_for_what_recurrent_is_short_of():
    assert Recurrence(Decimal(600), Decimal(590), Decimal(400), Decimal(500)).standing_in == 10
    assert Recurrence(Decimal(600), Decimal(610), Decimal(400), Decimal(500)).standing_in == 0
    assert Recurrence(Decimal(600), Decimal(500), Decimal(400), Decimal(390)).standing_in == 0


def test_what_stands_in_is_a_line_below_the_total():
    shown = recurrence_figure(recurrence(by_month()), by_month())
    assert thousands(shown.rows) == [
        ("Recurrent", 600, 480, -120),
        ("Non-recurrent", 400, 500, 100),
        ("Total", 1000, 980, -20),
        ("Non-recurrent in place of recurrent", None, 100, None),
    ]
    assert shown.kinds == ("line", "line", "total", "memo")
