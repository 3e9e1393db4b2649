from __future__ import annotations

from decimal import Decimal

from recovery.programme.rating_rules import RatingRule, rating_rules


def test_a_rule_s_words_have_the_numbers_it_is_worked_out_with():
    assert rating_rules()["risks"] == RatingRule(
        "Red when an open risk scores 15 or more (likelihood × consequence); amber 8 or more; else green",
        Decimal(15),
        Decimal(8),
    )


def test_a_part_without_a_bound_for_red_has_none():
    assert (rating_rules()["quality"].red, rating_rules()["quality"].amber) == (None, Decimal(8))
