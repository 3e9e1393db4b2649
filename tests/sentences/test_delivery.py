from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.figure import Figure
from recovery.measures.delivered import Recurrence, recurrence
from recovery.period import FinancialYear
from recovery.sentences import delivery
from recovery.sentences.key_figure import KeyFigure
from tests import savings_figures as worked
from tests.showing import with_cells

YEAR = FinancialYear(2018)


def without(figure: Figure, *kinds: str) -> Figure:
    keep = [place for place, kind in enumerate(figure.kinds) if kind not in kinds]
    return replace(figure, rows=tuple(figure.rows[place] for place in keep), kinds=tuple(figure.kinds[p] for p in keep))


def test_delivery_opens_with_what_is_delivered_of_plan_and_where_the_year_is_forecast():
    assert delivery.answer(worked.delivery(), 4, YEAR) == (
        "At month 4 savings of £1.0m are delivered, 98% of the £1.0m planned; "
        "the year is forecast at £3.6m, £20k short of plan."
    )


def test_a_forecast_above_plan_or_on_it_is_said():
    more = with_cells(worked.delivery(), 3, forecast_year=Decimal(4_000_000))
    assert delivery.answer(more, 4, YEAR).endswith("the year is forecast at £4.0m, £0.4m above plan.")
    level = with_cells(worked.delivery(), 3, forecast_year=Decimal(3_600_200))
    assert delivery.answer(level, 4, YEAR).endswith("the year is forecast at £3.6m, on plan.")


def test_nothing_planned_to_date_has_no_percentage():
    none = with_cells(worked.delivery(), 3, plan_ytd=Decimal(0), actual_ytd=Decimal(0))
    assert delivery.answer(none, 4, YEAR).startswith(
        "At month 4 savings of £0.0m are delivered, of which none was planned yet;"
    )


def test_before_any_month_only_the_plan_is_told():
    assert delivery.answer(worked.delivery(), 0, YEAR) == (
        "Savings of £3.6m are planned for 2018/19; no month has been reported yet."
    )


def test_the_key_figures_have_unidentified_as_one_of_their_own():
    assert delivery.key_figures(worked.delivery(), 4) == [
        KeyFigure("Delivered to month 4", "98%", "£20k short of plan", "bad"),
        KeyFigure("Forecast for the year", "£3.6m", "Plan £3.6m"),
        KeyFigure("Forecast variance", "(£20k)", "Short of plan", "bad"),
        KeyFigure("Full-year effect next year", "£2.3m"),
        KeyFigure("Unidentified", "(£0.4m)", "Still to be found; in no total", "bad"),
    ]


def test_without_targets_nothing_is_said_to_be_unidentified():
    for none in (without(worked.delivery(), "memo"), with_cells(worked.delivery(), 4, plan_year=None)):
        assert len(delivery.key_figures(none, 4)) == 4
        assert delivery.unidentified_said(none) == ""
    assert delivery.unidentified_said(worked.delivery()) == (
        "Unidentified savings of £0.4m are no scheme's: they stand in no total on this page."
    )
    covered = with_cells(worked.delivery(), 4, plan_year=Decimal(0))
    assert delivery.key_figures(covered, 4)[4] == KeyFigure("Unidentified", "£0.0m", "Targets are covered", "good")


def test_schemes_that_forecast_the_plan_although_their_actuals_do_not_are_named():
    assert delivery.unmoved_said(worked.delivery()) == (
        "2 schemes are off plan to date but still forecast the plan for the months left: "
        "Estates (£0.1m above) and Home first (£0.1m short)."
    )
    one = with_cells(worked.delivery(), 2, forecast_is_plan="no")
    assert delivery.unmoved_said(one).startswith("1 scheme is off plan to date but still forecasts the plan")
    none = with_cells(one, 1, forecast_is_plan="no")
    assert delivery.unmoved_said(none) == "Every scheme that is off plan to date has a forecast of its own."


def test_slipping_schemes_are_counted_with_those_that_give_no_reason():
    assert [row["ref"] for row in delivery.slipping(worked.delivery())] == ["S1", "S2"]
    assert delivery.slipping_said(worked.delivery()) == (
        "2 schemes are behind plan to date or for the year; together they take £0.1m off the year's plan. "
        "1 of them gives no reason."
    )


def test_schemes_that_all_slip_without_a_reason_are_said_to():
    none = with_cells(worked.delivery(), 0, slippage_reason="")
    assert delivery.slipping_said(none).endswith("off the year's plan. None of them gives a reason.")
    one = with_cells(none, 0, variance_ytd=Decimal(0), variance_year=Decimal(0))
    assert delivery.slipping_said(one) == (
        "1 scheme is behind plan to date or for the year; it takes £0.1m off the year's plan. No reason is given."
    )


def test_non_recurrent_delivery_that_stands_in_for_recurrent_is_told():
    assert delivery.recurrence_said(recurrence(worked.by_month())) == (
        "Of the £1.0m delivered to date, £0.5m recurs and £0.5m does not. Recurrent savings are £0.1m behind their "
        "plan: £0.1m of non-recurrent delivery stands in for them this year."
    )
    level = Recurrence(Decimal(100_000), Decimal(100_000), Decimal(0), Decimal(50_000))
    assert delivery.recurrence_said(level) == (
        "Of the £0.2m delivered to date, £0.1m recurs and £0.1m does not. Recurrent savings are not behind their plan."
    )
    alone = Recurrence(Decimal(100_000), Decimal(50_000), Decimal(0), Decimal(0))
    assert delivery.recurrence_said(alone).endswith(
        "Recurrent savings are £0.1m behind their plan, and no non-recurrent delivery stands in for them."
    )
