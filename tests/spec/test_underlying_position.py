"""Worked by hand: from a reported deficit of £900k to an underlying one of £1,215k.

A small commissioner with an allocation of £100m (recurrent £99m) forecasts a deficit of £900k.  In that outturn stand:

- a rebate of £300k in estates that comes once (loaded);
- £200k paid for old claims in care, once: loaded, and marked as one-off as well, so it counts once;
- £50k that was marked as one-off spend in acute;
- £150k that the plan spends on prescribing for this year only;
- two schemes: one saves £500k this year, £400k of it recurrent, and £700k in a full year; the other saves £90k once.

  reported                     (900)
  less the rebate              (300)
  less the old claims            200
  less one-off acute spend        50
  less the plan's one-off        150
  less one-off savings         (190)     500 - 400 + 90
  without what does not recur  (990)     1.0 % of £99m
  full year of a ward          (525)     loaded
  full year of the savings       300     700 - 400
  underlying                 (1,215)     1.2 % of £99m
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.happening import Happening
from tests.measures.looking import at_month_3, row

if TYPE_CHECKING:
    from recovery.record import EventEntry

POSITION = (
    {"line": "Allocation", "flow": "income", "annual_budget": 100_000, "forecast_outturn": 100_000},
    {"line": "Acute", "flow": "expenditure", "annual_budget": 60_000, "forecast_outturn": 60_900},
    {"line": "Care", "flow": "expenditure", "annual_budget": 40_000, "forecast_outturn": 40_000},
)
PLAN = (
    {
        "line": "Allocation",
        "flow": "income",
        "recurrent_exit_prior": 97_000,
        "increase_in_allocation": 2_000,
        "plan": 100_000,
    },
    {"line": "Prescribing", "flow": "expenditure", "non_recurrent_investment": 150, "plan": 100_000},
)
ITEMS = (
    {"item": "Rebate", "line": "Estates", "non_recurrent": 300, "reason": "Ends in March"},
    {"item": "Old claims", "line": "Care", "non_recurrent": -200},
    {"item": "Ward open half the year", "line": "Community", "full_year_effect": -525},
)
SCHEMES = (
    {"ref": "Q1", "scheme": "Tariffs", "net_value": 500, "recurrent_value": 400, "full_year_effect": 700},
    {"ref": "Q2", "scheme": "Sale", "net_value": 90, "recurrent_value": 0},
)


@pytest.fixture(scope="module")
def engine() -> FilledEngine:
    tables = {"position": POSITION, "underlying": ITEMS, "schemes": SCHEMES}
    made = FilledEngine(*(Loaded(table(name, rows), 3) for name, rows in tables.items()))
    made.load(Loaded(table("financial-plan", PLAN)))
    made.happen(*marked(("Claims of 2012", "Care", 200_000), ("Late invoice", "Acute", 50_000)))
    return made


def marked(*items: tuple[str, str, int]) -> list[EventEntry]:
    """Return the events that mark one-off items: name, line, what of the line's actual it is."""
    happening = Happening()
    for key, line, amount in items:
        body = {"line": line, "amount": str(amount), "month": 2}
        happening.happens(
            f"one-off/{key}", "judged", dt.date(2018, 7, 10), subject_kind="judgement", reason="Once", **body
        )
    return [replace(entry, subject=replace(entry.subject, year=2018)) for entry in happening.events]


def test_the_bridge_is_the_one_worked_by_hand(engine):
    found = at_month_3(engine, "underlying")
    assert [(step, amount if amount is None else int(amount) // 1000) for step, _, amount, *_ in found.rows] == [
        ("Reported outturn", -900),
        ("Rebate", -300),
        ("Old claims", 200),
        ("Claims of 2012", None),
        ("Late invoice", 50),
        ("Non-recurrent investment", 150),
        ("Savings that do not recur", -190),
        ("Outturn without what does not recur", -990),
        ("Ward open half the year", -525),
        ("Full-year effect of the savings", 300),
        ("Underlying position", -1215),
    ]


def test_an_item_that_is_loaded_and_marked_counts_once_and_says_so(engine):
    again = row(at_month_3(engine, "underlying"), "Claims of 2012")
    assert (again["amount"], again["source"], again["reason"]) == (None, "marked as one-off", "Counted once, as loaded")


def test_the_levels_are_in_per_cent_of_the_recurrent_allocation(engine):
    found = at_month_3(engine, "underlying")
    assert row(found, "Outturn without what does not recur")["percent"] == Decimal(-1)
    assert round(row(found, "Underlying position")["percent"], 4) == Decimal("-1.2273")
    assert row(found, "Underlying position")["reason"] == (
        "Recurrent allocation: the plan's recurrent exit and growth of the allocation"
    )
