"""The national return as activity actuals of the organisation whose row it is."""

from __future__ import annotations

from decimal import Decimal

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.spec import published_tables as published

VIEW = View("X01", FinancialYear(2018), 3)
COUNTS = {
    "elective_ordinary": 100, "elective_day_case": 300, "elective_total": 400, "non_elective": 250,
    "gp_referrals_made": 1500, "other_referrals_made": 1200, "first_attendances": 2100,
}  # fmt: skip


def returned(code="x01", year=2018, month=3, **counts):
    row = {"code": code, "name": "A", "financial_year": year, "month": month, **COUNTS, **counts}
    return Loaded(table("activity-return", [row]))


def actuals(engine):
    rows = engine.connection.execute(
        "SELECT code, financial_year, month, actual, submission FROM activity_actuals_current "
        "WHERE organisation = 'X01' ORDER BY financial_year, month, code"
    ).fetchall()
    return {(code, year, month): (int(actual), submission) for code, year, month, actual, submission in rows}


def test_each_measure_is_added_from_the_columns_that_the_reference_data_names():
    assert actuals(FilledEngine(returned())) == {
        ("E.M.7", 2018, 3): (2700, 1),
        ("E.M.7a", 2018, 3): (1500, 1),
        ("E.M.7b", 2018, 3): (1200, 1),
        ("E.M.8", 2018, 3): (2100, 1),
        ("E.M.10", 2018, 3): (400, 1),
        ("E.M.10a", 2018, 3): (300, 1),
        ("E.M.10b", 2018, 3): (100, 1),
        ("E.M.11", 2018, 3): (250, 1),
    }


def test_a_measure_of_which_a_column_is_nil_is_not_counted():
    found = actuals(FilledEngine(returned(other_referrals_made=None)))
    assert ("E.M.7", 2018, 3) not in found
    assert ("E.M.7a", 2018, 3) in found


def test_the_elective_total_is_ordinary_and_day_case_where_it_is_not_given():
    assert actuals(FilledEngine(returned(elective_total=None)))["E.M.10", 2018, 3] == (400, 1)
    assert ("E.M.10", 2018, 3) not in actuals(FilledEngine(returned(elective_total=None, elective_day_case=None)))


def test_the_newest_row_holds_with_all_its_cells():
    found = actuals(FilledEngine(returned(), returned("X01", first_attendances=None)))
    assert ("E.M.8", 2018, 3) not in found
    assert found["E.M.11", 2018, 3] == (250, 2)


def test_the_rows_of_other_commissioners_are_nobodys_actuals():
    assert actuals(FilledEngine(returned("X02"))) == {}


def test_an_organisations_own_actuals_go_before_the_return_measure_by_measure_and_month_by_month():
    rows = [{"code": "e.m.8", "title": "First", "financial_year": 2018, "month": 3, "actual": 2999}]
    found = actuals(FilledEngine(returned(), returned(month=2), Loaded(table("activity-actuals", rows))))
    assert ("E.M.8", 2018, 3) not in found
    assert found["e.m.8", 2018, 3] == (2999, 3)
    assert found["E.M.8", 2018, 2] == (2100, 2)
    assert found["E.M.11", 2018, 3] == (250, 1)


def test_prior_years_of_the_return_are_there_beside_this_one():
    found = actuals(FilledEngine(returned(), returned(year=2016, non_elective=200)))
    assert found["E.M.11", 2016, 3] == (200, 2)


def test_the_activity_table_shows_the_return_and_the_trail_leads_to_its_cells():
    engine = FilledEngine(Loaded(published.activity_plan()), returned())
    row = next(row for row in figure("activity", engine, VIEW).records() if (row["code"], row["month"]) == ("E.M.8", 3))
    assert row["actual"] == 2100
    trail = [row for row in figure("trail", engine, VIEW).records() if row["dataset"] == "activity-return"]
    assert {row["column"]: row["value"] for row in trail} == {name: Decimal(count) for name, count in COUNTS.items()}


def test_a_return_alone_is_charted_without_a_plan_or_actuals():
    engine = FilledEngine(*(returned(year=2017, month=month) for month in range(1, 13)), returned(month=1))
    shown = [row for row in figure("spc", engine, VIEW).records() if row["code"] == "E.M.8"]
    assert len(shown) == 13
    assert {row["activity"] for row in shown} == {2100}


def test_the_months_of_a_return_are_periods_of_the_year_it_was_loaded_for_and_no_other():
    engine = FilledEngine(returned(month=2), returned(), returned(year=2017))
    assert [row for row in engine.ask("periods", organisation="X01") if row[1]] == [
        (2018, 2, "activity-return"),
        (2018, 3, "activity-return"),
    ]
    assert [(row[2], row[3]) for row in engine.ask("periods_loaded")] == [(2018, 2), (2018, 3)]


def test_a_measure_or_commissioner_in_other_letters_is_the_same_and_the_newest_word_on_it_holds():
    def own(code, actual):
        rows = [{"code": code, "title": "First", "financial_year": 2018, "month": 3, "actual": actual}]
        return Loaded(table("activity-actuals", rows))

    assert actuals(FilledEngine(own("E.M.8", 2999), own("EM8", 3001))) == {("EM8", 2018, 3): (3001, 2)}
    assert actuals(FilledEngine(own("E.M.8", 2999), own("e.m.8", 3001))) == {("e.m.8", 2018, 3): (3001, 2)}
    found = actuals(FilledEngine(returned("X01"), returned("x01", first_attendances=2222)))
    assert found["E.M.8", 2018, 3] == (2222, 2)
