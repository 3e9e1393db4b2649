"""Activity against plan: month by month, as far as the month that is looked at."""

from __future__ import annotations

from decimal import Decimal

from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.published import actuals, published_tables
from tests.measures.looking import VIEW, at_month_3


def of_code(found, code):
    return [record for record in found.records() if record["code"] == code]


def test_every_measure_of_the_plan_shows_all_twelve_months():
    found = at_month_3(FilledEngine(*published_tables(), actuals()), "activity")
    assert len(found.rows) == 12 * 12
    assert [record["month"] for record in of_code(found, "E.M.8")] == list(range(1, 13))
    assert set(found.kinds) == {"line", "part"}
    assert found.illustrative


def test_the_variance_is_plan_less_actual_in_the_month_and_to_date():
    june = of_code(at_month_3(FilledEngine(*published_tables(), actuals()), "activity"), "E.M.8")[2]
    assert (june["plan"], june["actual"], june["variance"]) == (28350, 27003, 1347)
    assert june["variance_percent"] == Decimal("4.751323")
    assert (june["ytd_plan"], june["ytd_actual"], june["ytd_variance"]) == (84302, 81006, 3296)


def test_nothing_after_the_month_that_is_looked_at_is_shown_as_done():
    july = of_code(at_month_3(FilledEngine(*published_tables(), actuals(months=5)), "activity"), "E.M.8")[3]
    assert july["plan"] == 28015
    assert {july[name] for name in ("actual", "variance", "ytd_plan", "ytd_actual", "ytd_variance")} == {None}


def test_a_month_without_an_actual_leaves_the_year_to_date_open():
    rows = [{"code": "E.M.8", "financial_year": 2018, "month": month, "actual": 100} for month in (1, 3)]
    found = at_month_3(FilledEngine(*published_tables(), Loaded(table("activity-actuals", rows), 3)), "activity")
    assert [record["ytd_actual"] for record in of_code(found, "E.M.8")[:3]] == [100, None, None]
    assert [record["actual"] for record in of_code(found, "E.M.8")[:3]] == [100, None, 100]


def test_the_newest_submission_that_gives_a_figure_holds():
    rows = [{"code": "E.M.8", "financial_year": 2018, "month": 1, "actual": 100}]
    later = [{**rows[0], "actual": 90}, {**rows[0], "month": 2, "actual": 80}]
    engine = FilledEngine(*published_tables(), *(Loaded(table("activity-actuals", some), 3) for some in (rows, later)))
    assert [record["actual"] for record in of_code(at_month_3(engine, "activity"), "E.M.8")[:2]] == [90, 80]
    assert VIEW.month == 3


def test_actuals_whose_codes_are_written_without_points_meet_their_plan():
    rows = [{"code": "em8", "financial_year": 2018, "month": month, "actual": 100} for month in (1, 2, 3)]
    engine = FilledEngine(*published_tables(), Loaded(table("activity-actuals", rows), 3))
    assert [record["actual"] for record in of_code(at_month_3(engine, "activity"), "E.M.8")[:3]] == [100, 100, 100]
    assert [row["activity"] for row in of_code(at_month_3(engine, "spc"), "E.M.8")] == [100, 100, 100]
