from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.figure import Column
from recovery.ui.savings.said import points, ratings_table, sensitivity_table, weights_said
from tests import savings_figures as worked
from tests.showing import EFFICIENCY, QIPP, small


@pytest.mark.parametrize(
    ("change", "words"),
    [("10", "+10 points"), ("-10", "−10 points"), ("12.54", "+12.5 points"), ("0", "None"), (None, "–")],
)
def test_a_change_is_told_in_points(change, words):
    assert points(None if change is None else Decimal(change)) == words


def test_the_cases_begin_with_a_capital_and_money_stays_as_it_is():
    shown = sensitivity_table(worked.sensitivity())
    assert shown.values("case")[:2] == ["Weights − 10 points", "As they are"]
    assert shown.values("weight_change") == ["−10 points", "None", "+10 points", "+12.5 points"]
    assert shown.values("risk_adjusted") == worked.sensitivity().values("risk_adjusted")


def test_what_weights_go_by_is_in_the_organisation_s_words():
    held = small([("stage", "Planning"), ("rag", "Red"), ("stage and rag", "Planning, Red")],
                 Column("basis", "By"), Column("key", "Stage or RAG"))  # fmt: skip
    assert weights_said(held, QIPP).values("basis") == ["Stage", "RAG", "Stage and RAG"]
    shown = weights_said(held, EFFICIENCY)
    assert shown.values("basis") == ["Stage", "Risk rating", "Stage and risk rating"]
    assert shown.columns[1].heading == "Stage or risk rating"


def test_a_rating_names_the_part_that_decides_where_one_holds_the_scheme_back():
    shown = ratings_table(worked.ratings(), QIPP)
    assert shown.values("why") == ["Finance", "Milestones", ""]
    assert shown.columns[shown.position("why")].heading == "Decided by"
