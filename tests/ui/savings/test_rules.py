from __future__ import annotations

from recovery.ui.savings.rules import rules, rules_list
from tests.showing import EFFICIENCY, QIPP


def test_every_part_has_its_rule_with_its_numbers_in_words():
    assert set(rules()) == {"milestones", "finance", "kpis", "risks", "quality"}
    assert rules()["finance"] == (
        "Red when delivery to date or the forecast is below 75 % of plan; amber below 95 %; else green."
    )


def test_the_list_ends_with_how_the_parts_come_together():
    assert rules_list(QIPP).count("<dt>") == 6
    assert "The worst of the parts" in rules_list(QIPP)


def test_the_list_is_in_the_programme_s_words():
    assert "else low risk." in rules_list(EFFICIENCY)
    assert "green" not in rules_list(EFFICIENCY)
