"""Month 3's duties that no other table gives, the allocation's movements, and what of the outturn does not recur.

The movements lead from the published plan's allocation to the published position's; everything between is invented.
"""

from __future__ import annotations

from typing import Any

from making import tables

MONTH = 3
DUTIES = (
    ("Cash at month end", 1230, 842, None, "Green"),
    ("Better Payment Practice Code, by value", "95%", "98.7%", None, "Green"),
    ("Better Payment Practice Code, by number", "95%", "93.4%", None, "Amber"),
    ("Mental health investment", 117350, 29410, 117520, "Green"),
)
MOVEMENTS = (
    ("Extended access to general practice", "May", 2258, 0),
    ("Diabetes transformation", "May", 0, 644),
    ("Cancer pathway support", "June", 0, 385),
    ("Care closer to home for people with a learning disability", "June", 0, 517),
    ("Rents at market price", "June", 156, 0),
    ("One specialised service back to national commissioning", "June", -212, 0),
)
ITEMS: tuple[tuple[str, str, int | None, int | None, str], ...] = (
    ("Last year's accruals not needed", "Primary Care", 1120, None, "Prescribing of February and March was less"),
    ("Settlement of last year's acute activity", "Acute Services", -640, None, "Paid once, for March"),
    ("Retrospective continuing care claims", "Continuing Care", -850, None, "The last old claims close in December"),
    ("Vacancies in the management team", "Running Costs", 260, None, "Posts are filled from September"),
    ("Ward beds for delayed discharges", "Community Services", None, -480, "Open for five months of twelve"),
)


def duties() -> list[dict[str, Any]]:
    """Return the duties that have to be loaded, money in £'000."""
    names = ("indicator", "target", "actual", "forecast", "reported_rag")
    return [dict(zip(names, row, strict=True)) for row in DUTIES]


def allocations() -> list[dict[str, Any]]:
    """Return the movements in £'000 with the limit they come to."""
    plan, position = (_income(path) for path in ("year/financial-plan.csv", "month-03/position.csv"))
    opening, limit = int(plan["plan_2018_19"]), int(position["annual_budget"])
    rows = [_movement("Opening allocation", "April", opening, 0)]
    rows += [_movement(*movement) for movement in MOVEMENTS]
    recurrent, non_recurrent = (sum(row[name] for row in rows) for name in ("recurrent", "non_recurrent"))
    return [*rows, _movement("Current limit", "", recurrent, non_recurrent) | {"amount": limit}]


def underlying() -> list[dict[str, Any]]:
    """Return the items in £'000, a benefit positive."""
    names = ("item", "line", "non_recurrent", "full_year_effect", "reason")
    return [dict(zip(names, row, strict=True)) for row in ITEMS]


def _income(path: str) -> dict[str, str]:
    return next(row for row in tables.read(tables.DEMO / path) if row["line"] == "Allocation")


def _movement(label: str, when: str, recurrent: int, non_recurrent: int) -> dict[str, Any]:
    return {
        "movement": label,
        "when": when,
        "recurrent": recurrent,
        "non_recurrent": non_recurrent,
        "amount": recurrent + non_recurrent,
    }
