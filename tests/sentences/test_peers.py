"""Where a commissioner stands, as one says it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recovery.measures.peers import COMMISSIONERS, PEERS
from recovery.sentences import peers as words
from tests.showing import small, with_cells

ROW = {
    "code": "E.M.7", "measure": "Total referrals", "month": 3, "actual": Decimal(900), "ytd": Decimal(2700),
    "compared_months": "April to June", "this_year": Decimal(2700), "last_year": Decimal(2600),
    "growth": Decimal("3.846"), "england_growth": Decimal("1.8"), "rank": 11, "compared": 12, "left_out": 3,
    "lower_quartile": Decimal("1.5"), "median": Decimal(2), "upper_quartile": Decimal("2.5"), "spread": Decimal("1.2"),
    "lower_outer": Decimal(-5), "lower_limit": Decimal(-3), "upper_limit": Decimal(3), "upper_outer": Decimal(5),
    "standing": "high",
}  # fmt: skip


def _peers(*changes):
    rows = [tuple((ROW | change)[column.name] for column in PEERS) for change in changes]
    return small(rows, *PEERS)


def test_the_answer_names_what_lies_outside_the_furthest_first_and_where_the_first_measure_stands():
    shown = _peers({}, {"measure": "GP referrals", "growth": Decimal(-9), "standing": "very low"})
    assert words.answer(shown, "X") == (
        "Of 2 measures 2 lie outside the funnel of growth: GP referrals (−9.0%, very low) and total referrals (+3.8%, "
        "high). Total referrals grew by 3.8% over April to June on the year before, against +1.8% in England: 11th "
        "highest of 12 commissioners."
    )


def test_the_answer_says_where_nothing_lies_outside_or_no_funnel_can_be_drawn():
    within = words.answer(_peers({"standing": "within the limits"}), "X")
    assert within.startswith("Of 1 measure none grows by more or less than size and usual spread explain. ")
    few = words.answer(_peers({"standing": None}), "X")
    assert few.startswith("There are too few commissioners to tell chance from a difference in growth. ")


def test_an_organisation_without_a_row_hears_of_england_alone():
    shown = _peers({"actual": None, "growth": None, "rank": None, "standing": None})
    assert words.answer(shown, "Example CCG") == (
        "Example CCG has no row of its own in the national return. "
        "In England total referrals grew by 1.8% over April to June on the year before."
    )


def test_one_that_stands_in_this_year_only_or_a_return_without_last_year_is_said_so():
    moved = words.answer(_peers({"growth": None, "standing": None}), "Example CCG")
    assert moved.startswith("Example CCG does not stand in all the months compared under one code")
    alone = words.answer(_peers({"growth": None, "compared_months": "", "england_growth": None}), "X")
    assert alone.startswith("No month is held of both this year and the last")


def test_where_not_all_are_held_growth_is_said_alone():
    alone = dict.fromkeys(("england_growth", "rank", "compared", "left_out", "median", "standing"))
    shown = _peers(alone)
    said = words.answer(shown, "X")
    assert said.startswith("Total referrals grew by 3.8% over April to June on the year before. ")
    assert said.endswith(words.ALONE)
    assert "England unknown" in words.key_figures(shown)[0].note
    assert words.measure_said(shown.records()[0]) == f"From 2,600 to 2,700 over April to June: +3.8%. {words.ALONE}"


def test_key_figures_are_of_the_measures_that_are_no_part_of_another():
    shown = replace(_peers({}, {"measure": "GP referrals"}), kinds=("line", "part"))
    (only,) = words.key_figures(shown)
    assert (only.label, only.value, only.note) == ("Total referrals", "+3.8%", "England +1.8%; 11th of 12")
    (unranked,) = words.key_figures(with_cells(_peers({}), 0, rank=None, growth=None))
    assert (unranked.value, unranked.note) == ("n/a", "England +1.8%; not ranked")


def test_a_measures_sentence_gives_counts_limits_and_the_middle_half():
    assert words.measure_said(_peers({}).records()[0]) == (
        "From 2,600 to 2,700 over April to June: +3.8%, 11th highest of 12 commissioners. Commissioners of this size "
        "usually lie between −3.0% and +3.0%: high. The middle half of commissioners grew by between +1.5% and +2.5%."
    )


def test_those_left_out_are_counted_with_the_reason():
    assert words.left_out_said({"left_out": 0}) == "Every commissioner in the return is compared."
    assert words.left_out_said({"left_out": 1}).startswith("1 commissioner is left out of the ranks")
    assert words.left_out_said({"left_out": 3}).endswith("They count towards England.")


def test_the_chart_in_words_says_how_many_lie_outside_and_where_this_one_stands():
    rows = [
        {"commissioner": "A", "growth": Decimal(9), "standing": "high", "england_growth": None},
        {"commissioner": "B", "growth": Decimal(-2), "standing": "within the limits"},
    ]
    said = words.alt(rows, "B", "Total referrals")
    assert said.startswith(
        "Funnel chart of growth in total referrals against last year's count for 2 commissioners; 1 "
    )
    assert said.endswith("This commissioner: −2.0%, within the limits.")
    assert {column.name for column in COMMISSIONERS} >= {"commissioner", "growth", "standing"}


@pytest.mark.parametrize(
    ("place", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (121, "121st")]
)
def test_places_are_said_as_people_say_them(place, said):
    assert words.ordinal(place) == said


def test_growth_is_said_with_its_direction():
    assert [words.grew(Decimal(points)) for points in ("2", "-2", "0.01")] == [
        "grew by 2.0%", "fell by 2.0%", "stayed as they were",
    ]  # fmt: skip
    assert [words.signed(None), words.signed(Decimal("-0.01"))] == ["n/a", "0.0%"]
