"""Risk worked through by hand: one month with a position, a risk register and two savings schemes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.sentences import simulation as words
from recovery.sentences.risk_register import months_said
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening

VIEW = View("X01", FinancialYear(2018), 3)
POSITION = [
    {"line": "Allocation", "flow": "income", "annual_budget": 1000, "forecast_outturn": 1000},
    {"line": "Acute", "flow": "expenditure", "annual_budget": 1010, "forecast_outturn": 1012},
    {"line": "Deficit", "kind": "net", "annual_budget": -10, "forecast_outturn": -12},
]
REGISTER = [
    {"ref": "R1", "title": "Contracts", "type": "Risk", "gross_value": -40, "probability": 50, "in_forecast": -5},
    {"ref": "R2", "title": "Beds", "type": "Risk", "state": "In the position", "gross_value": -8, "probability": 100,
     "in_forecast": -8},
    {"ref": "R3", "title": "Slippage", "type": "Risk", "gross_value": -30, "probability": 20, "scheme_ref": "Q1"},
    {"ref": "R4", "title": "Prices", "type": "Risk", "low_value": -2, "likely_value": -4, "high_value": -9,
     "gross_value": -4, "probability": 60},
    {"ref": "M1", "title": "Reserve", "type": "Mitigation", "gross_value": 10, "probability": 80, "linked_risk": "R1",
     "start_by": "2018-05-31"},
]  # fmt: skip
SCHEMES = [
    {"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2, "rag": "Red", "net_value": 20},
    {"ref": "Q2", "scheme": "Drugs", "area": "Drugs", "stage": 3, "rag": "Amber", "net_value": 10},
]


@pytest.fixture(scope="module")
def engine():
    tables = {"position": POSITION, "risk-register": REGISTER, "schemes": SCHEMES}
    return FilledEngine(*(Loaded(table(name, rows), 3) for name, rows in tables.items()))


def by_name(engine, name, key):
    return {row[key]: row for row in figure(name, engine, VIEW).records()}


def test_each_risk_counts_what_neither_the_forecast_nor_a_scheme_holds(engine):
    rows = by_name(engine, "risk-register", "ref")
    # R1: 50 % of 40 less the 5 that the forecast holds.  R2 is in the position.  R3: 20 % of 30 is 6, less than the
    # 40 % that the weight of red takes off the scheme's 20.  R4: the mean of 2, 4 and 9, at 60 %.  M1: 80 % of 10.
    counted = {ref: row["counted"] / 1000 for ref, row in rows.items() if ref}
    assert counted == {"R1": -15, "R2": 0, "R3": 0, "R4": -3, "M1": 8}
    assert rows["R3"]["why"] == "Counted by the risk weight of scheme Q1"
    assert rows["M1"]["attention"] == "Had to begin by 31/05/2018"


def test_the_likely_case_is_the_forecast_with_everything_at_its_mean(engine):
    # -15 - 3 + 8 of risks and mitigations; schemes: 40 % of 20 and 30 % of 10 are not counted on.
    likely = by_name(engine, "risk-cases", "case")["Likely"]
    assert likely["schemes"] == -11_000
    assert likely["net"] == -21_000
    assert likely["outturn"] == -33_000
    assert likely["against_control_total"] == -23_000


def test_the_register_the_months_and_the_forecast_come_to_the_likely_case(engine):
    register = figure("risk-register", engine, VIEW).records()
    # The weights of the schemes take 8 and 3 off; with -15 - 3 + 8 of risks and mitigations 21 count in all.
    assert [(row["title"], row["counted"]) for row in register[-2:]] == [
        ("Delivery of savings schemes", -11_000),
        ("Total", -21_000),
    ]
    assert figure("risks-by-month", engine, VIEW).values("net_risk") == [-21_000]
    assert figure("risk-phasing", engine, VIEW).values("cumulative")[-1] == -21_000
    assert by_name(engine, "forecast", "line")["Deficit"]["reported_plus_risk"] == -33_000


def test_a_mitigation_that_is_a_scheme_counts_once_wherever_it_is_shown():
    rows = [
        {"ref": "R1", "title": "Beds", "type": "Risk", "gross_value": -50, "probability": 33.33, "line": "Acute"},
        {"ref": "M1", "title": "Ward", "type": "Mitigation", "gross_value": 9, "probability": 100, "scheme_ref": "Q1",
         "line": "Acute"},
    ]  # fmt: skip
    tables = {"position": POSITION, "risk-register": rows, "schemes": SCHEMES}
    engine = FilledEngine(*(Loaded(table(name, rows), 3) for name, rows in tables.items()))
    # 33.33 % of 50 is 16.665; M1 is what Q1 delivers, of which its weight takes 8 off, and Q2's takes 3.
    likely = by_name(engine, "risk-cases", "case")["Likely"]["outturn"]
    assert likely == Decimal("-39665.00")
    lines = by_name(engine, "forecast", "line")
    assert (lines["Deficit"]["reported_plus_risk"], lines["Acute"]["reported_plus_risk"]) == (likely, 1_028_665)
    assert by_name(engine, "risk-register", "title")["Total"]["counted"] == likely + 12_000
    assert by_name(engine, "simulation", "measure")["closed_form_mean"]["value"] == likely


def test_a_row_without_a_gross_value_is_worth_what_there_is_of_its_range():
    values = {"R1": {"likely_value": -4}, "R2": {"likely_value": -4, "high_value": -9}, "R3": {"low_value": -2,
              "high_value": -9}, "R4": {"low_value": -2, "likely_value": -4, "high_value": -9}, "R5": {}}  # fmt: skip
    rows = [{"ref": ref, "title": ref, "type": "Risk", "probability": 50, **own} for ref, own in values.items()]
    found = by_name(FilledEngine(Loaded(table("risk-register", rows), 3)), "risk-register", "ref")
    # Half of the likely 4, twice; of the mean of 2 and 9; of the mean of 2, 4 and 9; of nothing.
    assert [row["expected_value"] for ref, row in found.items() if ref] == [-2_000, -2_000, -2_750, -2_500, 0]
    assert [row["gross_value"] for ref, row in found.items() if ref] == [-4_000, -4_000, -5_500, -9_000, 0]


def test_the_best_and_worst_case_are_the_ends_of_every_range(engine):
    cases = by_name(engine, "risk-cases", "case")
    # Best: no risk comes (the forecast's 5 for R1 are not needed), the reserve does.
    assert (cases["Best"]["risks"], cases["Best"]["mitigations"]) == (5_000, 10_000)
    # Worst: 40 - 5 for R1 and 9 for R4; nothing more of either scheme.
    assert (cases["Worst"]["risks"], cases["Worst"]["mitigations"], cases["Worst"]["schemes"]) == (-44_000, 0, -30_000)


def test_the_simulation_agrees_with_it(engine):
    found = {row["measure"]: row["value"] for row in figure("simulation", engine, VIEW).records()}
    assert found["closed_form_mean"] == -33_000
    assert abs(found["mean"] - found["closed_form_mean"]) < 4 * found["standard_error"]
    assert (found["control_total"], found["reported_forecast"]) == (-10_000, -12_000)
    assert found["not_counted_twice"] == 6_000
    assert found["p10"] < found["p50"] < found["p90"]


def test_the_largest_driver_is_the_one_with_the_largest_variance(engine):
    rows = figure("simulation-drivers", engine, VIEW).records()
    assert [row["ref"] for row in rows][:2] == ["R1", "Q1"]
    # p (1 - p) × 40² is the variance of R1.
    assert rows[0]["standard_deviation"] == 20_000
    assert abs(sum(row["share_of_variance"] for row in rows) - 100) <= Decimal("0.05")


def test_a_summary_alone_gives_a_mean_that_is_its_residual():
    rows = [
        {"risk": "Beds", "total_risk": -40, "mitigated_risk": -10, "in_forecast": -4},
        {"risk": "Reserve", "mitigated_risk": 3, "in_forecast": 1},
    ]
    engine = FilledEngine(Loaded(table("position", POSITION), 3), Loaded(table("risks", rows), 3))
    found = {row["measure"]: row["value"] for row in figure("simulation", engine, VIEW).records()}
    # -10 + 4 of the beds, which come with a probability of 10 / 40, and 3 - 1 of the reserve, which is certain.
    assert found["closed_form_mean"] == -12_000 - 6_000 + 2_000
    # They come or not: one run in four is at the worst, -12 - 40 + 4 + 2.
    assert (found["p10"], found["p50"]) == (-46_000, -6_000)


def test_the_control_total_is_the_one_that_the_key_financial_duties_name():
    duty = table("duties", [{"indicator": "Control total", "target": -11}])
    loads = [Loaded(table("position", POSITION), 3), Loaded(table("risk-register", REGISTER), 3), Loaded(duty, 3)]
    found = {row["measure"]: row["value"] for row in figure("simulation", FilledEngine(*loads), VIEW).records()}
    assert found["control_total"] == -11_000


def simulation_of(position, *more):
    engine = FilledEngine(Loaded(table("position", position), 3), Loaded(table("risk-register", REGISTER), 3), *more)
    found = {row["measure"]: row["value"] for row in figure("simulation", engine, VIEW).records()}
    return engine, found


def test_spend_alone_is_held_against_its_own_budget_and_never_against_a_net_position():
    spend = {"annual_budget": 1010, "forecast_outturn": 1012}
    duty = Loaded(table("duties", [{"indicator": "Control total", "target": -11}]), 3)
    _, found = simulation_of([{"line": "Acute", **spend}, {"line": "Total", "kind": "total", **spend}], duty)
    assert (found["reported_forecast"], found["control_total"]) == (-1_012_000, -1_010_000)


def test_without_a_control_total_and_a_budget_of_the_net_position_there_is_no_chance():
    position = [{**row, "annual_budget": None} if row.get("kind") == "net" else row for row in POSITION]
    engine, found = simulation_of(position)
    assert (found["control_total"], found["chance_of_control_total"]) == (None, None)
    assert by_name(engine, "risk-cases", "case")["Worst"]["against_control_total"] is None
    assert by_name(engine, "scenarios", "scenario")["Base: nothing changed"]["chance_of_control_total"] is None
    shown, drivers = (figure(name, engine, VIEW) for name in ("simulation", "simulation-drivers"))
    measures = words.measures_of(shown)
    assert "eight of ten; no control total is known to hold it against; the largest" in words.answer(measures, drivers)
    assert words.key_figures(measures)[0].value == "n/a"


def test_a_scenario_of_which_the_content_makes_no_sense_is_told_so_and_breaks_nothing():
    engine, _ = simulation_of(POSITION)
    happening = Happening()
    for name, change in (("Odd", {"change": "foo"}), ("Over", {"change": "drop"})):
        changes = [{"what": "R2", **change}]
        happening.happens(
            f"scenario/{name}", "judged", dt.date(2018, 6, 30), subject_kind="judgement", reason="?", changes=changes
        )
    engine.happen(*happening.events)
    rows = by_name(engine, "scenarios", "scenario")
    assert rows["Odd"]["does_nothing"].startswith("R2: 'foo' is not a change")
    # What does not come of a risk that is in the position the forecast holds for nothing.
    assert (rows["Over"]["does_nothing"], rows["Over"]["mean_moves"]) == (None, 8_000)
    assert rows["Odd"]["mean_moves"] == 0


def test_net_risk_moves_from_month_to_month():
    later = [{**row, "probability": 10} if row["ref"] == "R1" else row for row in REGISTER]
    engine = FilledEngine(Loaded(table("risk-register", REGISTER), 2), Loaded(table("risk-register", later), 3))
    rows = figure("risks-by-month", engine, VIEW).records()
    assert [row["month"] for row in rows] == [2, 3]
    assert [row["movement"] for row in rows] == [None, 16_000]


def test_what_the_forecast_holds_of_a_closed_risk_is_in_the_register_and_in_its_month():
    closed = {"ref": "R9", "title": "Strike", "type": "Risk", "state": "Closed", "gross_value": -6, "in_forecast": -6}
    engine = FilledEngine(Loaded(table("risk-register", [*REGISTER, closed]), 3))
    # -5 and -8 of the two above, and the 6 that the strike has cost
    assert figure("risk-register", engine, VIEW).records()[-1]["in_forecast"] == -19_000
    assert figure("risks-by-month", engine, VIEW).values("in_forecast") == [-19_000]


def test_of_a_month_without_schemes_their_delivery_is_not_told_and_no_movement_is_made_of_it():
    engine = FilledEngine(*(Loaded(table("risk-register", REGISTER), month) for month in (1, 2, 3)))
    later = FilledEngine(*engine.loads, Loaded(table("schemes", SCHEMES), 3))
    without, known = (figure("risks-by-month", one, VIEW) for one in (engine, later))
    # R3 is linked to a scheme that nobody knows of, so that it counts with its own 6.
    assert without.values("delivery") == [None] * 3
    assert without.values("net_risk") == [-16_000] * 3
    assert months_said(without) == (
        "Net risk outside the forecast stands at (£16k) without the delivery of savings schemes, of which none are "
        "known, as in May."
    )
    assert (known.values("delivery"), known.values("net_risk")) == ([None, None, -11_000], [-16_000, -16_000, -21_000])
    assert known.values("movement") == [None, 0, None]
    assert months_said(known) == (
        "Net risk outside the forecast stands at (£21k); in May it was reckoned without the delivery of savings "
        "schemes, so that no movement is told."
    )


def test_what_counts_is_spread_over_the_months_in_which_it_would_fall():
    rows = [{"ref": "R1", "title": "Beds", "type": "Risk", "gross_value": -9, "probability": 100, "first_month": 4,
             "last_month": 6}]  # fmt: skip
    phased = figure("risk-phasing", FilledEngine(Loaded(table("risk-register", rows), 3)), VIEW).records()
    assert [row["net_risk"] for row in phased][:4] == [-3_000, -3_000, -3_000, 0]
    assert phased[-1]["cumulative"] == -9_000
