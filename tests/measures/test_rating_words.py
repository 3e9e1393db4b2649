from __future__ import annotations

from recovery.measures.rating_words import in_ratings
from tests.showing import EFFICIENCY, QIPP

RULE = "Finance: Red when delivery to date or the forecast is below 75 % of plan; amber below 95 %; else green"


def test_a_rule_calls_ratings_what_the_programme_calls_them():
    assert in_ratings(RULE, QIPP) == RULE
    assert in_ratings(RULE, EFFICIENCY) == (
        "Finance: High risk when delivery to date or the forecast is below 75 % of plan; medium risk below 95 %; "
        "else low risk"
    )
