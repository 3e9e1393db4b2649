"""Benefits realised against the case approved at each gateway."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.programme.configuration import programmes
from recovery.savings.benefits import monitored_from
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, profile, scheme
from tests.engine.kept import kept
from tests.measures.looking import at_month_3


def test_each_gateway_passed_has_the_case_of_its_day():
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(profile=profile(10_000, [10_000] * 3)), 2)
    happening.move("Q1", 3, dt.date(2018, 4, 10))
    happening.edit(
        scheme(net_value=Decimal(60_000), full_year_effect=Decimal(70_000), profile=profile(5_000, [10_000] * 3)),
        dt.date(2018, 5, 1),
    )
    happening.move("Q1", 4, dt.date(2018, 5, 2))
    engine.happen(*happening.events)
    found = at_month_3(engine, "benefits")
    assert [row[4:] for row in found.rows] == [
        ("2018-04-02", "Brought in at Planning", 1, 120_000, None, 30_000, 75_000, 25),
        ("2018-04-10", "Planning", 1, 120_000, None, 30_000, 75_000, 25),
        ("2018-05-02", "Delivery", 3, 60_000, 70_000, 30_000, 75_000, 50),
    ]


def test_a_gateway_that_was_passed_twice_shows_the_second_time():
    engine, happening = FilledEngine(), Happening()
    happening.begin(scheme(), 3)
    happening.move("Q1", 4, dt.date(2018, 4, 10))
    happening.happens("Q1", "sent back", dt.date(2018, 5, 1), reason="Not yet", **{"from": 4, "to": 3})
    happening.edit(scheme(net_value=Decimal(90_000)), dt.date(2018, 5, 2))
    happening.move("Q1", 4, dt.date(2018, 5, 3))
    engine.happen(*happening.events)
    found = at_month_3(engine, "benefits")
    assert [row[4:8] for row in found.rows][1:] == [("2018-05-03", "Delivery", 4, 90_000)]


def test_schemes_that_still_deliver_are_left_out_and_closed_ones_are_in():
    found = at_month_3(kept(), "benefits")
    assert [(row[0], row[3], row[5]) for row in found.rows] == [
        ("Q3", "live", "Brought in at Planning"),
        ("Q3", "live", "Planning"),
        ("Q3", "live", "Delivery"),
        ("Q8", "closed", "Brought in at Closure"),
        ("Q8", "closed", "Closure"),
    ]


def test_benefits_are_watched_from_the_stage_whose_gateway_asks_for_all_actuals():
    assert {key: one.stages[monitored_from(one)].name for key, one in programmes().items()} == {
        "qipp": "Monitoring",
        "efficiency": "Fully developed",
    }
