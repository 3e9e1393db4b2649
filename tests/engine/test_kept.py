"""Which register holds for a view, as at which day, and by which day ageing is reckoned."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recovery.engine import queries
from recovery.engine.kept import KEPT, kept_register, loaded_register, months_ended
from recovery.engine.kept_table import kept_table, weights_of
from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.measures.request import sources_of
from recovery.period import FinancialYear
from recovery.view import View
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, profile, scheme
from tests.engine.kept import everything, kept
from tests.engine.published import published_tables, register

YEAR = FinancialYear(2018)
VIEW = View("X01", YEAR, 3)
TODAY = dt.date(2026, 11, 24)


def begun_in_july() -> FilledEngine:
    """An engine with months 1 to 3 published, a register loaded for month 3 and one kept since 2 July."""
    engine = FilledEngine(*published_tables(), register())
    happening = Happening()
    happening.begin(scheme(), on=dt.date(2018, 7, 2))
    engine.happen(*happening.events)
    return engine


def test_the_newest_month_has_the_register_as_it_stands_now():
    found = kept_register(everything(), VIEW, TODAY)
    assert (found.as_at, found.month, found.day) == (None, 3, dt.date(2018, 6, 30))
    assert found.illustrative


def test_an_earlier_month_has_it_as_it_stood_at_its_end():
    found = kept_register(everything(), replace(VIEW, month=2), TODAY)
    assert (found.as_at, found.month, found.day) == (dt.date(2018, 5, 31), 2, dt.date(2018, 5, 31))


def test_a_day_that_is_asked_for_goes_before_the_month_and_delivery_goes_to_the_last_month_that_was_over():
    found = kept_register(everything(), replace(VIEW, as_at=dt.date(2018, 6, 29)), TODAY)
    assert (found.as_at, found.month, found.day) == (dt.date(2018, 6, 29), 2, dt.date(2018, 6, 29))
    found = kept_register(everything(), replace(VIEW, as_at=dt.date(2018, 6, 30)), TODAY)
    assert (found.as_at, found.month) == (dt.date(2018, 6, 30), 3)


def test_without_a_month_delivery_goes_as_far_as_actuals_are_given():
    found = kept_register(kept(), replace(VIEW, month=0), TODAY)
    assert (found.as_at, found.month) == (None, 3)


def test_while_the_year_runs_the_day_is_today():
    assert kept_register(everything(), VIEW, dt.date(2018, 7, 9)).day == dt.date(2018, 7, 9)


def test_a_register_that_was_begun_later_leaves_the_loaded_one_in_place():
    engine = begun_in_july()
    assert sources_of(engine, VIEW)["schemes"].id == KEPT
    earlier = replace(VIEW, as_at=dt.date(2018, 7, 1))
    assert sources_of(engine, earlier)["schemes"].id == 8
    assert [row["ref"] for row in figure("schemes", engine, earlier).records()] == ["Q1", "Q2", "Q3", "Q4"]
    assert [row["ref"] for row in figure("schemes", engine, VIEW).records()] == ["Q1"]


def test_a_year_without_schemes_has_no_kept_register():
    assert kept_register(kept(), View("X01", FinancialYear(2019), 1)) is None
    assert kept_register(kept(), View("X02", YEAR, 1)) is None


def test_an_asked_for_submission_is_shown_even_where_a_register_is_kept():
    found = figure("schemes", begun_in_july(), VIEW, submission=8)
    assert (len(found.rows), found.submissions) == (4, (8,))


def test_a_kept_register_is_no_submission():
    found = figure("schemes", begun_in_july(), VIEW)
    assert found.submissions == ()
    shown = {row["id"]: row["current"] for row in figure("submissions", begun_in_july(), VIEW).records()}
    assert (shown[8], shown[1]) == ("no", "yes")


def test_what_is_reconciled_with_the_published_tables_is_the_kept_register():
    engine = everything()
    table = engine.tables(VIEW)["schemes"]
    rows = table.rows.to_pylist()
    assert [(row["ref"], row["stage"], row["rag"], row["net_value"]) for row in rows] == [
        ("Q1", 3, "Red", 120_000_00), ("Q2", 1, "Green", 60_000_00), ("Q3", 4, "Red", 30_000_00), ("Q8", 5, "", 500_00),
    ]  # fmt: skip
    assert table.rows.equals(kept_table(engine, kept_register(engine, VIEW)).rows)
    found = [
        row for row in figure("findings", engine, VIEW).records() if row["check"] == "register against control table"
    ]
    totals = {row["column"]: row["computed"] for row in found if row["row"] == "Total"}
    assert totals["net_value"] == 210_500


def test_organisations_and_years_that_only_keep_schemes_are_known():
    engine = kept()
    assert queries.organisations(engine) == [("X01", "X01")]
    assert queries.periods(engine, "X01") == [(2018, None, "schemes")]
    assert engine.ask("periods_loaded") == [("X01", "X01", 2018, None)]
    assert (
        engine.ask("periods_loaded")
        != everything().ask("periods_loaded")
        == [("X01", "Organisation X01", year, month) for year, month in ((2017, 3), (2017, 12), (2018, 2), (2018, 3))]
    )


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ((2018, 3, 31), 0),
        ((2018, 4, 29), 0),
        ((2018, 4, 30), 1),
        ((2019, 2, 28), 11),
        ((2019, 3, 31), 12),
        ((2020, 1, 1), 12),
    ],
)
def test_a_month_is_over_at_the_end_of_its_last_day(day, months):
    assert months_ended(YEAR, dt.date(*day)) == months


def test_the_weights_of_a_register_are_those_of_its_day():
    engine = everything()
    engine.happen(
        Happening().happens(
            "", "weights changed", dt.date(2018, 6, 1), subject_kind="weights", effective_from="2018-06-01",
            weights=[{"basis": "rag", "key": "Red", "weight": "0.1"}],
        )
    )  # fmt: skip
    red = [weights_of(engine, loaded_register(replace(VIEW, month=month), None)).of(None, "Red") for month in (2, 3)]
    assert [str(weight) for weight in red] == ["0.600000", "0.100000"]


def test_actuals_of_months_to_come_count_when_their_month_is_looked_at():
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(profile=profile(100, [90] * 5)))
    engine.happen(*happening.events)
    assert [figure("delivery", engine, replace(VIEW, month=month)).rows[0][4] for month in (1, 3, 5)] == [90, 270, 450]


def test_a_moment_shows_what_the_record_had_by_then_whatever_day_it_holds_from():
    happening = Happening()
    first = happening.begin(scheme(), on=dt.date(2018, 4, 2))
    happening.edit(scheme(title="Renamed"), on=dt.date(2018, 4, 2))
    engine = FilledEngine(*published_tables())
    engine.happen(*happening.events)
    moment = replace(VIEW, as_at=first.at + dt.timedelta(seconds=30))
    assert figure("schemes", engine, moment).values("scheme") == ["Scheme Q1"]
    assert figure("schemes", engine, replace(VIEW, as_at=dt.date(2018, 4, 2))).values("scheme") == ["Renamed"]
    assert len(figure("history", engine, moment).rows) == 2
    with pytest.raises(NothingLoaded, match=r"there is nothing of X01 as at 02/04/2018 08:00 UTC"):
        figure("schemes", engine, replace(VIEW, as_at=first.at.replace(hour=8, minute=0)))


def test_a_register_loaded_for_a_later_month_does_not_stand_in_for_an_earlier_day():
    engine = begun_in_july()
    assert len(figure("schemes", engine, replace(VIEW, as_at=dt.date(2018, 6, 30))).rows) == 4
    with pytest.raises(NothingLoaded, match=r"there is nothing of X01 as at 29/06/2018"):
        figure("schemes", engine, replace(VIEW, as_at=dt.date(2018, 6, 29)))
