"""The published month as an engine, with a small register and actuals beside it."""

from __future__ import annotations

from recovery.checks import reconcile
from tests.checks.building import table
from tests.engine.filled import FilledEngine, Loaded
from tests.spec import published_tables as published

MONTHLY = ("position", "risks", "qipp_rag", "qipp_gateway")
YEARLY = ("financial_plan", "qipp_targets", "activity_plan")
SCHEMES = (
    {"ref": "Q1", "scheme": "Repeat prescribing", "area": "Prescribing", "stage": 3, "rag": "Green", "net_value": 1000},
    {"ref": "Q2", "scheme": "Drug switches", "area": "prescribing ", "stage": 1, "rag": "Amber", "net_value": "500.5"},
    {"ref": "Q3", "scheme": "Care packages", "area": "CHC", "stage": 2, "rag": "Red", "net_value": 300},
    {"ref": "Q4", "scheme": "Beds", "area": "Beds", "stage": 0, "rag": "Green", "net_value": 200},
)


def published_tables() -> list[Loaded]:
    """Return the published tables with what reconciliation finds in each."""
    named = [(name, 3) for name in MONTHLY] + [(name, None) for name in YEARLY]
    tables = [(getattr(published, name)(), month) for name, month in named]
    return [Loaded(made, month, findings=reconcile(made)) for made, month in tables]


def register(month: int = 3) -> Loaded:
    """Return four invented schemes; one area is written two ways and one has no target."""
    return Loaded(table("schemes", SCHEMES), month, illustrative=True)


def risk_register(month: int = 3) -> Loaded:
    """Return four invented risks and mitigations that come to what the published summary of risks does."""
    rows = [
        {"ref": "R1", "title": "Beds", "type": "Risk", "state": "In the position", "in_forecast": -3300},
        {"ref": "M1", "title": "Contingency", "type": "Mitigation", "state": "In the position", "in_forecast": 3300},
        {"ref": "R2", "title": "Contracts", "type": "Risk", "state": "Open", "gross_value": -24850, "probability": 50},
        {
            "ref": "M2",
            "title": "Reserve",
            "type": "Mitigation",
            "state": "Open",
            "gross_value": 24850,
            "probability": 50,
        },
    ]
    made = [{"gross_value": row.get("in_forecast"), **row} for row in rows]
    return Loaded(table("risk-register", made), month, illustrative=True)


def actuals(months: int = 3) -> Loaded:
    """Return invented actuals of two measures for the first months of the year."""
    rows = [
        {"code": code, "financial_year": 2018, "month": month, "actual": first + month}
        for code, first in (("E.M.8", 27000), ("e.m.12", 26000))
        for month in range(1, months + 1)
    ]
    return Loaded(table("activity-actuals", rows), months, illustrative=True)


def duties(month: int = 3) -> list[Loaded]:
    """Return two duties that no other table gives, two movements of the allocation and one item that does not recur."""
    made = {
        "duties": (
            {"indicator": "Cash at month end", "target": 1000, "actual": 1500},
            {"indicator": "BPPC by value", "target_percent": 95, "actual_percent": "98.7", "reported_rag": "Green"},
        ),
        "allocations": (
            {"movement": "Opening allocation", "amount": 1181022},
            {"movement": "Growth", "when": "M2", "recurrence": "R", "amount": 2000},
        ),
        "underlying": ({"item": "Rebate", "line": "Running Costs", "non_recurrent": 300, "full_year_effect": -50},),
    }
    return [Loaded(table(name, rows), month, illustrative=True) for name, rows in made.items()]


def prices() -> Loaded:
    """Return an invented price of three measures, and what one of them has cost by June, in £'000."""
    rows = [
        {"code": "e.m.8", "title": "Firsts", "unit_price": "0.165", "actual_cost": 13_500},
        {"code": "E.M.9", "title": "Follow-ups", "unit_price": "0.078"},
        {"code": "E.M.12", "title": "A&E", "unit_price": "0.142"},
    ]
    return Loaded(table("activity-prices", rows), 3, illustrative=True)


def may() -> Loaded:
    """Return an invented position of the month before."""
    lines = [("Allocation", "income", 197083, 1184770), ("Acute Services", "expenditure", 101425, 603035)]
    rows = [dict(zip(("line", "flow", "ytd_actual", "forecast_outturn"), line, strict=True)) for line in lines]
    return Loaded(table("position", rows), 2, illustrative=True)


def returns() -> Loaded:
    """Return the national return of two commissioners, neither of them the organisation, for two Junes."""
    counted = ("non_elective", "gp_referrals_made", "other_referrals_made", "first_attendances")
    rows = [
        {
            "code": code,
            "name": f"Commissioner {code}",
            "financial_year": year,
            "month": 3,
            **dict.fromkeys(counted, count),
        }
        for code, counts in {"Y1": (1000, 1100), "Y2": (500, 525)}.items()
        for year, count in zip((2017, 2018), counts, strict=True)
    ]
    return Loaded(table("activity-return", rows), 3, illustrative=True)


def last_year() -> list[Loaded]:
    """Return invented positions of June and March of the year before."""
    made = []
    for month, actual, outturn in ((3, 144_000, 571_000), (12, 584_000, 584_000)):
        lines = [("Allocation", "income", actual, 1_149_000), ("Acute Services", "expenditure", actual, outturn)]
        rows = [dict(zip(("line", "flow", "ytd_actual", "forecast_outturn"), line, strict=True)) for line in lines]
        made.append(Loaded(table("position", rows), month, year=2017, illustrative=True))
    return made


def everything_published() -> FilledEngine:
    """Return an engine with the published tables, registers, actuals, duties, prices, earlier months, returns."""
    loads = (*duties(), risk_register(), prices(), may(), returns(), *last_year())
    return FilledEngine(*published_tables(), register(), actuals(), *loads)
