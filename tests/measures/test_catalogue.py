"""The catalogue leaves nothing that is shown without a word."""

from __future__ import annotations

import pytest

from recovery.measures.catalogue import about_column, about_figure, catalogue, measure_of
from recovery.measures.figures import FIGURES, figure
from recovery.period import FinancialYear
from recovery.sources.definitions import datasets
from recovery.view import View
from tests.engine.kept import everything

YEAR = FinancialYear(2018)
FIELDS = {field.name_in(YEAR): field.name for dataset in datasets().values() for field in dataset.fields}


@pytest.fixture(scope="module")
def engine():
    return everything()


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_and_every_column_of_it_is_explained(engine, name):
    found = figure(name, engine, View("X01", YEAR, 3))
    assert about_figure(name).endswith(".")
    assert found.columns
    for column in found.columns:
        assert about_column(name, FIELDS.get(column.name, column.name)).endswith("."), column.name


def test_every_column_that_the_catalogue_names_is_shown(engine):
    for measure in catalogue():
        for name, columns in measure.shown_in.items():
            shown = {
                FIELDS.get(column.name, column.name) for column in figure(name, engine, View("X01", YEAR, 3)).columns
            }
            assert all("*" in column or column in shown for column in columns), (measure.name, name)


def test_every_measure_says_all_that_the_methods_page_shows():
    assert len(catalogue()) == len({measure.name for measure in catalogue()}) > 30
    for measure in catalogue():
        texts = (
            measure.title,
            measure.definition,
            measure.formula,
            measure.sign,
            measure.unit,
            measure.source,
            measure.why,
        )
        assert all(text.strip() for text in texts), measure.name


def test_a_column_leads_to_the_measure_it_shows():
    assert measure_of("forecast", "budget_phased").title == "Budget-phased forecast"
    assert measure_of("qipp-gateway", "planning_count").name == "stage-matrix"
    assert measure_of("position", "line") is None
