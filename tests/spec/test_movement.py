"""Worked by hand: what moved between May and June, with risk that has come into the position counted once.

The forecast went from a surplus of £200k to £110k.  Acute went up by £70k and Care by £20k.  In May a risk of £80k in
Acute stood outside the forecast; by June £50k of it has come in.  £10k of contingency was taken in to cover it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.engine import queries
from recovery.errors import NothingLoaded, UsageError
from recovery.measures.figures import figure
from recovery.measures.moves.bridging import NOUGHT
from recovery.sources.definitions import dataset_named
from recovery.view import Since
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.spec.moving import JUNE, MAY, NOW, moved, position, register, risks


@pytest.fixture(scope="module")
def june():
    return figure("movement", FilledEngine(*MAY, *NOW), JUNE)


def test_risk_that_came_in_moves_the_forecast_once(june):
    assert moved(june, "Forecast") == [
        ("Opening", "Opening: month 2 (May)", 200),
        ("Risk that has come into the position", "Acute growth", -50),
        ("Contingency taken into the position", "Contingency", 10),
        ("Line", "Acute", -70),
        ("Line", "Care", -20),
        # the £50k of risk and the £10k of contingency are within the lines' £90k already
        ("In the lines above: risk and contingency not linked with a line",) * 2 + (40,),
        ("Closing", "Closing: month 3 (June)", 110),
    ]


def test_risk_that_is_linked_with_a_line_is_taken_off_that_line():
    may = register(2, ("R1", "Acute growth", "Open", -80, 0))
    june = register(3, ("R1", "Acute growth", "Open", -40, 0), ("R1p", "Acute growth", "In the position", -50, -50))
    found = figure("movement", FilledEngine(*MAY, *NOW, may, june), JUNE)
    assert moved(found, "Forecast")[1:-1] == [
        ("Risk that has come into the position", "Acute growth", -50),
        ("Line", "Acute", -20),  # of its £70k, £50k is the risk
        ("Line", "Care", -20),
    ]
    assert moved(found, "Risk outside the forecast") == [
        ("Opening", "Opening: month 2 (May)", -80),
        ("Risk that has come into the position", "Acute growth", 50),
        ("Risk assessed anew", "Acute growth", -10),  # £80k then; £50k in the position and £40k outside now
        ("Closing", "Closing: month 3 (June)", -40),
    ]


def test_a_contingency_among_the_lines_is_released_by_a_step_of_its_own_and_once():
    """The line's spend fell from £60k to £0; where £10k of it is the risk table's, £50k is left to the line."""
    may, june = (position(month, ("Acute", 0, 600), ("0.5% contingency", 0, left)) for month, left in ((2, 60), (3, 0)))
    held = [risks(month, held=(30, within)) for month, within in ((2, 0), (3, 10))]
    taken = "Contingency taken into the position"
    alone = figure("movement", FilledEngine(may, june), JUNE)
    assert moved(alone, "Forecast")[1:-1] == [(taken, "0.5% contingency", 60)]
    both = figure("movement", FilledEngine(may, june, *held), JUNE)
    assert moved(both, "Forecast")[1:-1] == [(taken, "Contingency", 10), (taken, "0.5% contingency", 50)]


def test_what_came_in_no_longer_stands_outside(june):
    assert moved(june, "Risk outside the forecast") == [
        ("Opening", "Opening: month 2 (May)", -80),
        ("Risk that has come into the position", "Acute growth", 50),
        ("Closing", "Closing: month 3 (June)", -30),
    ]
    assert moved(june, "Contingency outside the forecast") == [
        ("Opening", "Opening: month 2 (May)", 30),
        ("Contingency taken into the position", "Contingency", -10),
        ("Closing", "Closing: month 3 (June)", 20),
    ]


def test_forecast_and_risk_together_are_worse_only_by_what_was_not_known(june):
    assert moved(june, "Forecast plus risk") == [
        ("Opening", "Opening: month 2 (May)", 150),
        ("Line", "Acute", -70),
        ("Line", "Care", -20),
        ("In the lines above: risk and contingency not linked with a line",) * 2 + (40,),
        ("Closing", "Closing: month 3 (June)", 100),
    ]


def test_schemes_that_may_deliver_less_stand_outside_a_summary_of_risks_too():
    # The weights of Q1 take 40 % off 20 in May and 30 % in June; the summary's risk stays as above.
    beds = {"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2, "net_value": 20}
    schemes = [Loaded(table("schemes", [beds | {"rag": rag}]), month) for month, rag in ((2, "Red"), (3, "Amber"))]
    found = figure("movement", FilledEngine(*MAY, *NOW, *schemes), JUNE)
    outside = moved(found, "Risk outside the forecast")
    assert ("Risk assessed anew", "Delivery of savings schemes", 2) in outside
    assert [amount for _, _, amount in (outside[0], outside[-1])] == [-88, -36]
    forecast = figure("forecast", FilledEngine(*MAY, *NOW, *schemes), JUNE)
    plus_risk = moved(found, "Forecast plus risk")[-1][2]
    assert plus_risk == forecast.records()[-1]["reported_plus_risk"] // 1000


def test_a_risk_of_the_summary_to_the_schemes_and_their_own_weights_are_about_the_same_money_here_too():
    # The summary expects 5 less of all schemes; their weights take 8 off in May, but 3 in June: the larger counts.
    beds = {"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2}
    schemes = [
        Loaded(table("schemes", [beds | {"rag": rag, "net_value": value}]), month)
        for month, rag, value in ((2, "Red", 20), (3, "Amber", 10))
    ]
    slips = {"group": "QIPP", "risk": "Schemes slip", "total_risk": -10, "mitigated_risk": -5}
    engine = FilledEngine(MAY[0], NOW[0], *schemes)
    for month in (2, 3):
        engine.load(Loaded(table("risks", [slips]), month))
    found = figure("movement", engine, JUNE)
    assert moved(found, "Risk outside the forecast") == [
        ("Opening", "Opening: month 2 (May)", -8),
        ("Risk assessed anew", "Schemes slip", -5),
        ("Risk assessed anew", "Delivery of savings schemes (no longer shown)", 8),
        ("Closing", "Closing: month 3 (June)", -5),
    ]
    plus_risk = figure("forecast", engine, JUNE).records()[-1]["reported_plus_risk"]
    assert moved(found, "Forecast plus risk")[-1][2] == plus_risk // 1000


def test_the_year_to_date_moves_line_by_line(june):
    assert moved(june, "Year to date variance") == [
        ("Opening", "Opening: month 2 (May)", 5),
        ("Line", "Acute", -25),
        ("Line", "Care", 10),
        ("Closing", "Closing: month 3 (June)", -10),
    ]


def test_a_risk_that_is_no_longer_listed_takes_with_it_only_what_stood_outside():
    engine = FilledEngine(MAY[0], risks(2, ("Strike", -60, -20)), NOW[0], risks(3, ("Flu", -5, 0)))
    found = figure("movement", engine, JUNE)
    assert [step for _, step, _ in moved(found, "Forecast")][1:-1] == ["Acute", "Care"]
    assert moved(found, "Risk outside the forecast")[1:-1] == [
        ("Risk assessed anew", "Flu (new)", -5),
        ("Risk assessed anew", "Strike (no longer shown)", 40),
    ]


def test_lines_that_come_and_go_are_told_so_and_the_rest_is_left_unexplained():
    net = {"line": "Net", "kind": "net", "forecast_outturn": 111}
    lines = [{"line": "Acute", "flow": "expenditure", "forecast_outturn": 670}, net]
    engine = FilledEngine(position(2, ("Care", 190, 400)), Loaded(table("position", lines), 3))
    found = figure("movement", engine, JUNE)
    assert moved(found, "Forecast")[1:-1] == [
        ("Line", "Acute (new)", -670),
        ("Line", "Allocation (no longer shown)", -1200),
        ("Line", "Care (no longer shown)", 400),
        ("Not explained by the lines", "Not explained by the lines", 781),
    ]


def test_a_net_position_printed_without_a_forecast_is_added_up_from_its_lines_as_for_the_cases():
    flows = (("Acute", "expenditure", 670), ("Allocation", "income", 500), ("Grant", "income", 40))
    lines = [{"line": line, "flow": flow, "forecast_outturn": amount} for line, flow, amount in flows]
    june = Loaded(table("position", [*lines, {"line": "Net", "kind": "net"}]), 3)
    engine = FilledEngine(*MAY, june, NOW[1])
    assert moved(figure("movement", engine, JUNE), "Forecast")[-1][-1] == 500 + 40 - 670
    assert figure("risk-cases", engine, JUNE).records()[0]["outturn"] == (500 + 40 - 670) * 1000


def test_of_a_table_without_income_the_spend_is_the_end():
    def spend(month: int, outturn: int) -> Loaded:
        row = {"line": "Acute", "flow": "expenditure", "forecast_outturn": outturn}
        return Loaded(table("position", [row]), month)

    engine = FilledEngine(spend(2, 600), spend(3, 670))
    assert moved(figure("movement", engine, JUNE), "Forecast") == [
        ("Opening", "Opening: month 2 (May)", -600),
        ("Line", "Acute", -70),
        ("Closing", "Closing: month 3 (June)", -670),
    ]


def test_any_two_months_and_any_two_submissions_can_be_compared():
    first, again = position(2, ("Acute", 205, 600)), position(2, ("Acute", 205, 640))
    engine = FilledEngine(position(1, ("Acute", 100, 590)), first, again, position(3, ("Acute", 330, 670)))
    april = figure("movement", engine, JUNE, since=Since(replace(JUNE, month=1)))
    assert moved(april, "Forecast")[0] == ("Opening", "Opening: month 1 (April)", 610)
    may = replace(JUNE, month=2)
    resubmitted = figure("movement", engine, may, submission=3, since=Since(may, 2))
    assert moved(resubmitted, "Forecast") == [
        ("Opening", "Opening: month 2 (May), submission 2", 600),
        ("Line", "Acute", -40),
        ("Closing", "Closing: month 2 (May), submission 3", 560),
    ]


def test_without_an_earlier_month_there_is_nothing_to_compare_with():
    with pytest.raises(NothingLoaded, match="say since which month"):
        figure("movement", FilledEngine(NOW[0]), JUNE)
    with pytest.raises(UsageError, match="only movement can be asked since when"):
        figure("forecast", FilledEngine(NOW[0]), JUNE, since=Since(JUNE))


AMOUNTS = st.integers(min_value=-900, max_value=900)
NAMES = st.lists(st.sampled_from(["Acute", "Care", "acute", "Other", "Drugs"]), min_size=1, max_size=4)
ENGINE = FilledEngine()
"""One for all examples, each an organisation of its own."""


@st.composite
def months(draw, month: int):
    lines = [(name, draw(AMOUNTS), draw(AMOUNTS)) for name in draw(NAMES)]
    held = [(name, draw(AMOUNTS), draw(AMOUNTS)) for name in draw(NAMES)]
    return position(month, *lines, income=draw(AMOUNTS)), risks(month, *held, held=(draw(AMOUNTS), draw(AMOUNTS)))


@settings(max_examples=20)
@given(months(2), months(3))
def test_every_bridge_comes_to_its_closing_exactly_by_another_route(may, june):
    engine, first = ENGINE, len(ENGINE.loads) + 1
    organisation = f"X{first}"
    for load in (*may, *june):
        engine.load(replace(load, organisation=organisation))
    found = figure("movement", engine, replace(JUNE, organisation=organisation))
    sums: dict[str, list] = {}
    for row in found.records():
        sums.setdefault(str(row["measure"]), []).append((row["cause"], row["amount"]))
    for rows in sums.values():
        assert sum((amount for cause, amount in rows[:-1]), NOUGHT) == rows[-1][1]
    nets = [_net(engine, number) for number in (first, first + 2)]
    residuals = [_residual(engine, number) for number in (first + 1, first + 3)]
    assert _ends(sums["Forecast"]) == [net[1] for net in nets]
    assert _ends(sums["Year to date variance"]) == [net[0] for net in nets]
    assert _ends(sums["Forecast plus risk"]) == [net[1] + risk for net, risk in zip(nets, residuals, strict=True)]
    came_in = {cause for cause, _ in sums["Forecast"] if "position" in str(cause)}
    assert not came_in & {cause for cause, _ in sums["Forecast plus risk"]}


def _net(engine, submission: int):
    """Return the year-to-date variance and the forecast of the net position as the engine adds them up."""
    net = next(row for row in queries.readded(engine, dataset_named("position"), submission) if row[1] == "net")
    return net[7], net[9]


def _residual(engine, submission: int):
    """Return what the risks and the contingency leave outside the forecast as the engine adds them up."""
    rows = queries.readded(engine, dataset_named("risks"), submission)
    return sum((row[9] or NOUGHT for row in rows if row[1] in {"line", "contingency"}), NOUGHT)


def _ends(rows) -> list:
    return [rows[0][1], rows[-1][1]]
