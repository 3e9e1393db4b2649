"""Figures by name, and what is said where one cannot be made."""

from __future__ import annotations

import pytest

from recovery.errors import NothingLoaded, UsageError
from recovery.measures.figures import FIGURES, figure
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.kept import OF_KEPT_SCHEMES, everything
from tests.engine.published import everything_published
from tests.measures.looking import VIEW, at_month_3

SHORT = {"scenarios", "risks-by-month", "accuracy", "one-offs", "savings-rate", "triangulation-map", "judgements"}
"""Figures with a row for each month that is loaded, or of what people have decided, of which there is little here."""


@pytest.fixture(scope="module")
def engine():
    return everything_published()


def test_the_names_that_scripts_rely_on_are_there():
    assert {
        "plan", "position", "forecast", "risks", "qipp-rag", "qipp-gateway", "schemes", "activity", "findings",
        "submissions",
    } <= FIGURES.keys()  # fmt: skip


@pytest.fixture(scope="module")
def with_schemes():
    return everything()


@pytest.mark.parametrize("computed", [False, True])
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_made_and_its_rows_fit_its_columns(engine, with_schemes, name, computed):
    found = at_month_3(with_schemes if name in OF_KEPT_SCHEMES else engine, name, computed=computed)
    assert found.name == name
    assert found.title.startswith(FIGURES[name].title)
    assert len(found.rows) == len(found.kinds) >= (0 if name in SHORT else 4)
    assert all(len(row) == len(found.columns) for row in found.rows)
    assert not any(isinstance(cell, float) for row in found.rows for cell in row)


@pytest.mark.parametrize("name", [name for name, recipe in FIGURES.items() if recipe.datasets])
def test_a_figure_with_nothing_behind_it_says_so(name):
    missing = "no schemes are kept here" if name in OF_KEPT_SCHEMES else "nothing is loaded"
    with pytest.raises(NothingLoaded, match=f"{missing} for X02"):
        figure(name, FilledEngine(), View("X02", VIEW.year, 3))


def test_an_unknown_figure_is_answered_with_those_there_are(engine):
    with pytest.raises(UsageError, match=r"'profit' is not a figure: choose one of plan, position"):
        at_month_3(engine, "profit")


def test_a_submission_of_another_table_or_organisation_is_refused(engine):
    with pytest.raises(UsageError, match="Submission 1 is not of a table that 'plan' is made from"):
        at_month_3(engine, "plan", submission=1)
    with pytest.raises(UsageError, match="X01 has no submission 99"):
        at_month_3(engine, "plan", submission=99)
