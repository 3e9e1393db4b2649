"""Stages and ratings as cells hold them."""

from __future__ import annotations

import pytest

from recovery.sources.vocabularies import rag_of, stage_of, valid_values


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (0, 0),
        (3.0, 3),
        ("3", 3),
        ("3.0", 3),
        ("Delivery", 3),
        ("3 - Delivery", 3),
        ("3. Delivery", 3),
        ("Stage 3", 3),
        ("Gateway 3 – Delivery", 3),
        ("G3", 3),
        ("DELIVERY", 3),
        ("Delivery stage", 3),
        ("in delivery", 3),
        ("Pre-initiation", 0),
        ("completed", 5),
        ("\u00a0Planning ", 2),
    ],
)
def test_a_stage_is_known_by_its_number_its_names_or_both(cell, number):
    assert stage_of(cell) == number


@pytest.mark.parametrize("cell", [6, -1, "6", "3 - Planning", "Delivered?", "", None, "33", "stage", 3.5])
def test_what_names_no_stage_or_two_is_none(cell):
    assert stage_of(cell) is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [("R", "Red"), ("amber", "Amber"), ("GREEN", "Green"), ("Green rated", "Green"), ("Yellow", "Amber")],
)
def test_a_rating_is_known_by_its_names(cell, name):
    assert rag_of(cell) == name


@pytest.mark.parametrize("cell", ["Blue", "", None, "Red/Amber", 1])
def test_what_is_no_rating_is_none(cell):
    assert rag_of(cell) is None


def test_the_valid_values_are_said_in_words():
    assert valid_values("rag") == "one of Red, Amber, Green"
    assert valid_values("stage").startswith("one of 0 Pipeline, 1 Initiation")
