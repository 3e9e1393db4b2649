"""Headings are known again though people rename, abbreviate and mistype them; another thing's heading is not."""

from __future__ import annotations

import pytest

from recovery.sources.register.column_matching import column_named, match_headings
from recovery.sources.register.columns import READING, layout, layouts, month_headings
from tests.registers import YEAR


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ref", "ref"), ("QIPP Ref", "ref"), ("Scheme title", "title"), ("Exp. area", "area"),
        ("net  VALUE", "net_value"),
        ("Net value 2018/19 (£)", "net_value"), ("Nett value", "net_value"), ("Non-recurrent", "non_recurrent_value"),
        ("Non recurrent value £'000", "non_recurrent_value"), ("Full-year effect", "full_year_effect"),
        ("Lead (name)", "lead"), ("Clinical lead e-mail", "clinical_lead"), ("Senior Responsible Owner", "sro"),
        ("net_value", "net_value"), ("Discription", "description"),
    ],
)  # fmt: skip
def test_a_heading_by_any_of_its_names(text, name):
    column = column_named(layout("schemes"), text)
    assert column
    assert column.name == name


@pytest.mark.parametrize("text", ["Net value last year", "Lead time", "Movement in net value", "Mood", "Total schemes"])
def test_another_things_heading(text):
    assert column_named(layout("schemes"), text) is None


@pytest.mark.parametrize("key", [one.key for one in layouts()])
def test_every_heading_that_is_written_is_read_as_its_own_column(key):
    own = layout(key)
    for column in own.columns:
        if column.kind == "months":
            matched = match_headings(own, month_headings(column, YEAR))
            assert matched.months == {month: month - 1 for month in range(1, 13)}
            assert set(matched.years.values()) == {2018}
        else:
            assert match_headings(own, [column.heading]).columns == {column.name: 0}


def test_months_are_told_by_name_or_date_and_a_column_that_stands_twice_is_said():
    matched = match_headings(
        layout("profile"), ["Ref", "Measure", "apr-18", "2018-05-01", "June", "M4", "April", "Mood"]
    )
    assert matched.months == {1: 2, 2: 3, 3: 4, 4: 5}
    assert (matched.twice, matched.unknown) == ((6,), (7,))


def test_what_is_for_reading_has_names_of_its_own():
    for one in layouts():
        assert {column.name for column in one.columns if column.kind == READING}.isdisjoint(
            {"ref", "stage", "net_value", "name"}
        )
