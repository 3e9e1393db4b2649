"""Every question has its function and every function its question."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from recovery.engine import queries
from recovery.engine.sql_files import queries as files
from recovery.measures.figures import FIGURES, figure
from recovery.period import FinancialYear
from recovery.sources.definitions import dataset_named
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.kept import OF_KEPT_SCHEMES, programme
from tests.engine.published import everything_published

VIEW = View("X01", FinancialYear(2018), 3)

ASKED_BY_THE_PAGES = {"periods_loaded"}


class Listening(FilledEngine):
    """An engine that keeps the names of the questions it is asked."""

    def __init__(self, *loads: Any) -> None:
        super().__init__(*loads)
        self.asked: set[str] = set()

    def ask(self, query_name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        self.asked.add(query_name)
        return super().ask(query_name, **parameters)


def test_no_question_is_left_that_nothing_asks():
    engine = Listening(*everything_published().loads)
    for name in {*FIGURES} - OF_KEPT_SCHEMES:
        for computed in (False, True):
            figure(name, engine, VIEW, computed=computed)
    engine.happen(*programme().events)
    queries.judgements(engine, VIEW, "map")
    for name in OF_KEPT_SCHEMES:
        figure(name, engine, replace(VIEW, month=0))
    figure("position", engine, VIEW, submission=1)
    figure("activity-reductions", engine, VIEW)
    figure("simulation", engine, VIEW)
    queries.organisations(engine)
    queries.periods(engine, "X01")
    queries.submission_period(engine, "X01", 1)
    assert engine.asked | ASKED_BY_THE_PAGES == set(files())


def test_organisations_come_with_the_name_they_were_last_given():
    assert queries.organisations(everything_published()) == [("X01", "Organisation X01")]


def test_periods_say_which_tables_there_are_for_which_month():
    found = queries.periods(everything_published(), "X01")
    assert (2018, None, "financial-plan") in found
    assert (2018, 3, "position") in found
    assert queries.periods(everything_published(), "X02") == []


def test_a_submission_of_another_organisation_is_not_given_away():
    engine = everything_published()
    assert queries.submission_period(engine, "X01", 1) == (2018, 3)
    assert queries.submission_period(engine, "X02", 1) is None
    assert queries.submission(engine, "X02", 1) == []


def test_reported_and_re_added_rows_stand_in_the_order_of_the_definition():
    engine, dataset = everything_published(), dataset_named("position")
    printed, re_added = queries.reported(engine, dataset, 1), queries.readded(engine, dataset, 1)
    assert [row[4] for row in printed] == [row[4] for row in re_added]
    assert {len(row) for row in printed + re_added} == {4 + len(dataset.fields)}
