"""What schemes have still to deliver: as they are kept with monthly profiles, and of a register that was loaded."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.measures.request import request_of
from recovery.measures.risk.known import known_of
from recovery.measures.risk.schemes_to_come import schemes_to_come
from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening, profile, scheme


def to_come(engine, month=3):
    request = request_of("simulation", "Simulation", engine, View("X01", FinancialYear(2018), month))
    return {one.ref: one for one in schemes_to_come(request)}


def kept(*cases, withdrawn=()):
    happening, engine = Happening(), FilledEngine()
    for case in cases:
        happening.begin(case, 2)
    for ref in withdrawn:
        happening.happens(ref, "withdrawn", dt.date(2018, 5, 1), reason="Twice in the register")
    engine.happen(*happening.events)
    return engine


def test_of_a_kept_scheme_the_months_to_come_are_forecast_and_where_nobody_says_so_planned():
    actuals = [900, 900, 900]
    engine = kept(
        scheme("Q1", profile=profile(1_000, actuals, [1_200] * 9)),
        scheme("Q2", profile=profile(1_000, actuals, [1_300] * 2)),
    )
    found = to_come(engine)
    assert dict(found["Q1"].months) == dict.fromkeys(range(4, 13), 1_200)
    assert dict(found["Q2"].months) == {**dict.fromkeys(range(4, 11), 1_000), 11: 1_300, 12: 1_300}
    assert found["Q2"].to_come == 9_600


def test_a_kept_scheme_without_a_profile_has_its_net_value_to_come_evenly():
    (found,) = to_come(kept(scheme("Q1", net_value=Decimal(100)))).values()
    assert [found.months[month] for month in (4, 11, 12)] == [Decimal("11.11"), Decimal("11.11"), Decimal("11.12")]
    assert found.to_come == 100


def test_a_profile_whose_months_are_over_leaves_nothing_to_come_whatever_the_net_value():
    engine = kept(scheme("Q1", profile=profile(1_000, [900] * 12)))
    assert to_come(engine, 12)["Q1"].months == {}
    assert to_come(engine, 11)["Q1"].to_come == 1_000


def test_a_scheme_that_was_withdrawn_has_nothing_to_come():
    engine = kept(scheme("Q1"), scheme("Q2", profile=profile(1_000)), withdrawn=["Q2"])
    assert list(to_come(engine)) == ["Q1"]


def test_of_a_loaded_register_the_whole_net_value_is_to_come_from_its_first_month_on():
    rows = [
        {"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2, "rag": "Red", "net_value": 9},
        {"ref": "Q2", "scheme": "Drugs", "area": "Drugs", "stage": 2, "rag": "Red", "net_value": 9, "start_month": 10},
        {"ref": "Q3", "scheme": "Care", "area": "Care", "stage": 2, "net_value": 9},
    ]
    found = to_come(FilledEngine(Loaded(table("schemes", rows), 3)))
    assert dict(found["Q1"].months) == dict.fromkeys(range(4, 13), 1_000)
    assert dict(found["Q2"].months) == dict.fromkeys(range(10, 13), 3_000)
    assert [(one.tone, one.weight) for one in found.values()] == [
        ("red", Decimal("0.6")), ("red", Decimal("0.6")), ("", None),
    ]  # fmt: skip


def test_where_no_register_is_there_nothing_is_to_come():
    assert to_come(FilledEngine()) == {}


def test_before_any_risk_weight_is_in_force_schemes_are_not_known_rather_than_lost():
    rows = [{"ref": "Q1", "scheme": "Beds", "area": "Acute", "stage": 2, "rag": "Green", "net_value": 20}]
    for year, known in ((2016, None), (2018, ["Q1"])):
        engine = FilledEngine(Loaded(table("schemes", rows), 3, year))
        request = request_of("simulation", "Simulation", engine, View("X01", FinancialYear(year), 3))
        schemes = known_of(request).schemes
        assert (schemes if schemes is None else [one.ref for one in schemes]) == known
