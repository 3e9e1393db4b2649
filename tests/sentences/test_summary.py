from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.measures.movement import Movement
from recovery.sentences import summary
from recovery.sentences.key_figure import KeyFigure
from tests.showing import EFFICIENCY, QIPP, VIEW, shown

MONTH = summary.Month(
    shown("position"),
    QIPP,
    shown("qipp-rag"),
    shown("qipp-gateway"),
    shown("risks"),
    shown("forecast"),
    shown("findings"),
)
MOVES = [
    Movement("Acute", Decimal(-879_000), Decimal(-1_758_000)),
    Movement("Other", Decimal(1_493_000), Decimal(2_986_000)),
    Movement("Running Costs", Decimal(0), Decimal(0)),
]


def test_the_summary_says_first_whether_we_are_on_plan():
    assert summary.answer(MONTH, VIEW) == (
        "Not on plan: at month 3 (June), 2018/19, the position is £0.8m adverse for the year to date, while the "
        "forecast for the year is on budget, a deficit of £35.1m."
    )


def test_the_summary_has_the_five_numbers_asked_for_first():
    assert summary.key_figures(MONTH) == [
        KeyFigure("Year to date variance", "(£0.8m)", "Adverse", "bad"),
        KeyFigure("Forecast variance", "£0.0m", "On budget"),
        KeyFigure("Forecast for the year", "(£35.1m)", "Deficit"),
        KeyFigure("Risk-adjusted gap", "(£2.2m)", "Value at risk", "bad"),
        KeyFigure("Net after contingency", "£0.0m", "Covered"),
    ]


def test_what_moved_is_told_by_the_largest_movers():
    assert summary.moved(MOVES, "month 2 (May)") == (
        "In all £0.6m better than at month 2 (May): Other £1.5m better and Acute £0.9m worse."
    )
    assert summary.moved(MOVES[2:], "month 2 (May)") == "No line's variance has moved since month 2 (May)."
    assert summary.moved([], "month 2 (May)") == (
        "No position is loaded for month 2 (May), so there is no movement to show."
    )
    assert summary.moved_alt(MOVES[:1], "May", "June") == (
        "Each line's variance at May and at June. Acute from £0.9m adverse to £1.8m adverse."
    )


def test_what_needs_a_decision_is_told_with_the_page_that_shows_it():
    assert summary.decisions(MONTH)[:5] == [
        summary.Decision(
            "Forecast overspends to recover or to cover: Mental Health Services £2.4m, Acute Services £1.8m and "
            "Community Services £0.2m.",
            "month-end-variance",
        ),
        summary.Decision(
            "The forecast counts on £3.3m that the run rate does not show: agree what brings it.", "forecast-outturn"
        ),
        summary.Decision("QIPP of £2.2m is not counted on after risk: agree how to close it.", "qipp-gap"),
        summary.Decision(
            "QIPP still to be found against target: Prescribing £0.8m and Mental Health £0.1m.", "qipp-gap"
        ),
        summary.Decision("Risks of £0.7m stand outside the forecast: accept or mitigate.", "risks-and-mitigations"),
    ]


def test_a_month_with_only_a_position_asks_only_what_it_can():
    alone = summary.Month(shown("position"), QIPP)
    assert [decision.address for decision in summary.decisions(alone)] == ["month-end-variance"]
    assert len(summary.key_figures(alone)) == 3


def test_what_needs_a_decision_is_told_in_the_organisation_s_words():
    texts = [decision.text for decision in summary.decisions(replace(MONTH, programme=EFFICIENCY))]
    assert texts[2:4] == [
        "Efficiency saving of £2.2m is not counted on after risk: agree how to close it.",
        "Efficiency saving still to be found against target: Prescribing £0.8m and Mental Health £0.1m.",
    ]
