from __future__ import annotations

from decimal import Decimal

from recovery.measures.confidence import counted_on
from recovery.sentences import confidence
from recovery.sentences.key_figure import KeyFigure
from tests import savings_figures as worked
from tests.showing import EFFICIENCY, QIPP, with_cells

BY_RATING = counted_on(worked.schemes(), "rag", "RAG", ("Red", "Amber", "Green"))


def test_confidence_opens_with_what_is_counted_on_the_gap_and_the_worst_rated():
    assert confidence.answer(BY_RATING, worked.sensitivity(), QIPP) == (
        "Of QIPP schemes worth £3.6m, £2.8m (77%) is counted on after risk, £1.0m short of the target of £4.0m. "
        "1 scheme worth £1.2m is red."
    )


def test_without_a_target_no_gap_is_told():
    assert confidence.answer(BY_RATING, worked.sensitivity(None, None), QIPP) == (
        "Of QIPP schemes worth £3.6m, £2.8m (77%) is counted on after risk. 1 scheme worth £1.2m is red."
    )


def test_confidence_is_told_in_the_organisation_s_words():
    names = ("High risk", "Medium risk", "Low risk")
    said = confidence.answer(counted_on(worked.schemes(), "rag", "Risk rating", names), None, EFFICIENCY)
    assert said.startswith("Of efficiency schemes worth £3.6m")
    assert said.endswith("No scheme is high risk.")


def test_the_key_figures_of_confidence():
    assert confidence.key_figures(BY_RATING, worked.sensitivity(), worked.ratings(), QIPP) == [
        KeyFigure("Net value of schemes", "£3.6m", "3 schemes"),
        KeyFigure("Risk-adjusted", "£2.8m", "76.7% of net value"),
        KeyFigure("Gap to target after risk", "(£1.0m)", "Short of target", "bad"),
        KeyFigure("Red schemes", "1", "£1.2m"),
        KeyFigure("Rated by hand", "1", "Over the computed rating"),
    ]


def test_ratings_are_counted_with_those_set_by_hand():
    assert confidence.ratings_said(worked.ratings(), QIPP) == (
        "Of 3 schemes 0 are red, 2 amber and 1 green; 1 is set by hand, with the reason beside the computed rating."
    )


def test_the_weights_are_told_by_what_they_would_leave_and_what_closes_the_gap():
    assert confidence.sensitivity_said(worked.sensitivity()) == (
        "Ten points less on every weight would leave £2.6m, ten points more £3.4m; "
        "the gap to target just closes with 12.5 points more."
    )


def test_a_gap_that_no_weight_closes_is_said_to_be_one():
    assert confidence.sensitivity_said(worked.sensitivity(closing=None)).endswith(
        "no weight closes the gap: even counted on in full, schemes are £0.4m short of the target."
    )


def test_weights_with_room_to_spare_are_said_to_have_it():
    assert confidence.sensitivity_said(worked.sensitivity(closing=-5, target=2800)).endswith(
        "5.0 points less could be counted on before a gap to target opens."
    )
    assert confidence.sensitivity_said(worked.sensitivity(None, None)).endswith(
        "there is no target to set them against."
    )


def test_the_charts_are_told():
    assert confidence.sensitivity_alt(worked.sensitivity()) == (
        "Bar chart of what is counted on as weights change. weights − 10 points £2.6m; as they are £3.0m; "
        "weights + 10 points £3.4m; weights that just close the gap £4.0m. The line is the target of £4.0m."
    )
    assert confidence.bars_alt(BY_RATING, "RAG").startswith(
        "Bar chart of net and risk-adjusted value by RAG. Red £1.2m, £0.7m after risk; Amber £1.2m, £0.8m after risk;"
    )


def test_what_is_unidentified_is_told_by_area():
    assert confidence.unidentified_said(worked.unidentified()) == (
        "£0.4m of the target is unidentified: Prescribing (£0.3m) and Community (£0.1m). "
        "Other areas have £0.1m more than their targets, which does not fill it."
    )
    covered = with_cells(worked.unidentified(), 3, unidentified=Decimal(0))
    assert confidence.unidentified_said(covered) == "Every area's schemes cover its target: nothing is unidentified."
    unknown = with_cells(worked.unidentified(), 3, unidentified=None)
    assert confidence.unidentified_said(unknown) == (
        "No target is loaded, so that nothing can be said to be unidentified."
    )
