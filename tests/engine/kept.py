"""A small savings programme kept in the app: its schemes, decisions and ratings, worked through by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from recovery.programme.scheme import Assessment, Kpi, Milestone, SchemeRisk
from tests.engine.filled import FilledEngine
from tests.engine.happening import Happening, profile, scheme
from tests.engine.published import actuals, duties, last_year, may, prices, published_tables, returns

OF_KEPT_SCHEMES: Final = {
    "board", "waiting", "approvals", "conditions", "ratings", "delivery", "delivery-by-area", "delivery-by-stage",
    "delivery-by-lead", "delivery-by-workstream", "delivery-by-month", "savings-rate", "benefits", "history",
    "withdrawn",
}  # fmt: skip
"""The figures that only schemes kept in the app can give."""

DELIVERING = scheme(
    "Q1",
    area="Prescribing",
    workstream="Medicines",
    lead="Ann",
    sro="Bob",
    profile=profile(10_000, [10_000, 9_000, 8_000]),
    milestones=(Milestone("Agreed", dt.date(2018, 6, 15)), Milestone("Begun", dt.date(2018, 8, 1))),
    kpis=(Kpi("Items", "a month", Decimal(100), Decimal(40), "down", ((3, Decimal(85)),)),),
    risks=(SchemeRisk("Shortage", 4, 4),),
    assessments=(Assessment("quality", 4, outcome="proceed"),),
)
PLANNED = scheme(
    "Q2", area="CHC", lead="Cid", net_value=Decimal(60_000), reported_rag="g", full_year_effect=Decimal(90_000)
)
MONITORED = scheme(
    "Q3", area="CHC", net_value=Decimal(30_000), profile=profile(2_500, [2_500] * 3, [3_000] * 9, recurrent=False)
)
CLOSING = scheme("Q8", area="Beds", net_value=Decimal(500))
LEFT = [scheme(f"Q{number}", net_value=Decimal(1_000)) for number in range(4, 8)]


def programme() -> Happening:
    """Four schemes, of which one passes a gateway under conditions and one is closed, and four that are withdrawn."""
    happening = Happening()
    happening.begin(DELIVERING, 3, illustrative=True)
    happening.begin(PLANNED)
    condition = {"text": "Find a clinical lead", "owner": "Cid"}
    made = [{**condition, "number": number, "due": f"2018-0{4 + number}-30"} for number in range(1, 5)]
    happening.approve("Q2", "finance-review", dt.date(2018, 5, 1), conditions=made)
    happening.approve("Q2", "management-executive-review", dt.date(2018, 5, 2))
    happening.move("Q2", 1, dt.date(2018, 5, 2))
    happening.happens("Q2", "condition met", dt.date(2018, 5, 20), number=1, evidence="Dr Day")
    happening.begin(MONITORED, 2)
    happening.approve("Q3", "pmo-plan-review", dt.date(2018, 4, 10))
    happening.move("Q3", 3, dt.date(2018, 4, 10))
    happening.approve("Q3", "pmo-able-to-monitor", dt.date(2018, 4, 20))
    happening.move("Q3", 4, dt.date(2018, 4, 20))
    happening.happens("Q3", "rated", dt.date(2018, 6, 1), rating="Red", reason="Supplier may fail")
    happening.begin(CLOSING, 5)
    happening.approve("Q8", "pmo-records-closed", dt.date(2018, 6, 20))
    happening.happens("Q8", "closed", dt.date(2018, 6, 20))
    for case in LEFT:
        happening.begin(case, 2, dt.date(2018, 6, 1))
        happening.happens(case.ref, "withdrawn", dt.date(2018, 6, 30), reason="Twice in the register")
    area = {"plan_lines": ["Acute"], "target_areas": ["Acute (GIC)"]}
    happening.happens("map/Acute", "judged", dt.date(2018, 6, 30), subject_kind="judgement", reason="As agreed", **area)
    return happening


def kept() -> FilledEngine:
    """Return an engine with the programme alone; its working day is 30 June 2018, the day of its newest event."""
    engine = FilledEngine()
    engine.happen(*programme().events)
    return engine


def everything() -> FilledEngine:
    """Return an engine with the programme beside the published tables."""
    engine = FilledEngine(*published_tables(), actuals(), *duties(), prices(), may(), returns(), *last_year())
    engine.happen(*programme().events)
    return engine
