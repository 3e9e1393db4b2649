from __future__ import annotations

from recovery.ui.savings.rules import in_ratings, rules, rules_list
from tests.showing import EFFICIENCY, QIPP


def test_every_part_has_its_rule_with_its_numbers_in_words():
    assert set(rules()) == {"milestones", "finance", "kpis", "risks", "quality"}
    assert rules()["finance"] == (
        "Red when delivery to date or the forecast is below 75 % of plan; amber below 95 %; else green."
    )


def test_a_rule_calls_ratings_what_the_programme_calls_them():
    assert in_ratings(rules()["finance"], QIPP) == rules()["finance"]
    assert in_ratings(rules()["finance"], EFFICIENCY) == (
        "High risk when delivery to date or the forecast is below 75 % of plan; medium risk below 95 %; else low risk."
    )


def test_the_list_ends_with_how_the_parts_come_together():
    assert rules_list(QIPP).count("<dt>") == 6
    assert "The worst of the parts" in rules_list(QIPP)
