from __future__ import annotations

from decimal import Decimal

from recovery.sentences import qipp
from recovery.sentences.key_figure import KeyFigure
from tests.showing import EFFICIENCY, QIPP, shown, with_cells


def test_the_gap_is_told_after_risk_and_against_target():
    assert qipp.answer(shown("qipp-rag"), shown("qipp-gateway"), QIPP) == (
        "QIPP schemes of £35.1m are worth £32.9m after risk: a risk-adjusted gap of £2.2m. "
        "Pipeline included, schemes cover the target of £35.0m with £0.1m to spare; "
        "after risk they fall £2.1m short of it."
    )


def test_a_target_that_is_covered_after_risk_too_is_said():
    low = with_cells(shown("qipp-gateway"), 9, target=Decimal(30_000_000), gap_including_pipeline=Decimal(-5_091_000))
    assert qipp.answer(shown("qipp-rag"), low, QIPP).endswith(
        "Pipeline included, schemes cover the target of £30.0m with £5.1m to spare; after risk too."
    )


def test_without_a_matrix_only_the_risk_adjusted_gap_is_told():
    assert qipp.answer(shown("qipp-rag"), None, QIPP) == (
        "QIPP schemes of £35.1m are worth £32.9m after risk: a risk-adjusted gap of £2.2m."
    )


def test_a_shortfall_against_target_is_said():
    short = with_cells(shown("qipp-gateway"), 9, gap_including_pipeline=Decimal(2_400_000))
    assert qipp.answer(shown("qipp-rag"), short, QIPP).endswith(
        "Against the target of £35.0m, £2.4m is still to be found, pipeline included."
    )


def test_the_key_figures_say_which_gap_is_covered():
    assert qipp.key_figures(shown("qipp-rag"), shown("qipp-gateway"), QIPP) == [
        KeyFigure("Net value of schemes", "£35.1m"),
        KeyFigure("Risk-adjusted", "£32.9m", "93.9% of net value"),
        KeyFigure("Risk-adjusted gap", "(£2.2m)", "Value at risk", "bad"),
        KeyFigure("Gap excluding pipeline", "(£0.5m)", "Short of target", "bad"),
        KeyFigure("Gap including pipeline", "£0.1m", "Target covered", "good"),
    ]


def test_the_charts_are_told():
    assert qipp.rag_alt(shown("qipp-rag"), QIPP).endswith("Pipeline red £0.6m, £0.3m after risk.")
    assert "Community / CSI 6 schemes, £1.3m; Mental Health 1 scheme, £0.2m" in qipp.matrix_alt(shown("qipp-gateway"))


def test_a_cell_is_told_by_its_schemes_and_value():
    assert qipp.cell_words(2, Decimal(600_000), "Community", "stage 0 Pipeline") == (
        "2 schemes in Community at stage 0 Pipeline, net value £0.6m."
    )
    assert qipp.cell_words(55, Decimal(35_091_000), "", "") == "55 schemes in all, net value £35.1m."


def test_areas_short_of_target_are_named_largest_first():
    assert qipp.short_areas(shown("qipp-gateway")) == "Prescribing £0.8m and Mental Health £0.1m"


def test_the_gap_is_told_in_the_organisation_s_words():
    assert qipp.answer(shown("qipp-rag"), shown("qipp-gateway"), EFFICIENCY).startswith(
        "Efficiency schemes of £35.1m are worth £32.9m after risk: a risk-adjusted gap of £2.2m. "
        "Opportunity included, schemes cover the target of £35.0m"
    )
    labels = [one.label for one in qipp.key_figures(shown("qipp-rag"), shown("qipp-gateway"), EFFICIENCY)]
    assert labels[3:] == ["Gap excluding opportunity", "Gap including opportunity"]
    assert qipp.rag_alt(shown("qipp-rag"), EFFICIENCY).startswith(
        "Bar chart of net and risk-adjusted value by risk rating."
    )


def test_how_the_register_kept_here_stands_to_the_published_figure_is_said():
    published = Decimal(35_091_000)
    assert qipp.kept_apart(Decimal(35_191_000), published) == (
        "The register kept here now holds £35.2m, £0.1m more than the published £35.1m."
    )
    assert qipp.kept_apart(Decimal(35_083_000), published) == (
        "The register kept here now holds £35.1m, £8k less than the published £35.1m."
    )
    assert qipp.kept_apart(published + 400, published) == "The register kept here holds the published £35.1m."
