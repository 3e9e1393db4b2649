"""May and June of the examples of what moved: positions, risk tables and risk registers in £'000."""

from __future__ import annotations

from recovery.period import FinancialYear
from recovery.view import View
from tests.checks.building import table
from tests.engine.filled import Loaded

JUNE = View("X01", FinancialYear(2018), 3)
FIELDS = ("line", "flow", "ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")


def position(month: int, *lines: tuple[str, int, int], income: int = 1200) -> Loaded:
    """Lines are spend: name, actual to date, forecast; each has a budget of 100 a month."""
    rows = [("Allocation", "income", 100 * month, 100 * month, 1200, income)]
    rows += [(name, "expenditure", 100 * month, actual, 1200, outturn) for name, actual, outturn in lines]
    return Loaded(table("position", [dict(zip(FIELDS, row, strict=True)) for row in rows]), month)


def risks(month: int, *rows: tuple[str, int, int], held: tuple[int, int] = (0, 0)) -> Loaded:
    lines = [{"risk": name, "mitigated_risk": left, "in_forecast": within} for name, left, within in rows]
    contingency = {"risk": "Contingency", "kind": "contingency", "mitigated_risk": held[0], "in_forecast": held[1]}
    return Loaded(table("risks", [*lines, contingency]), month)


MAY = (position(2, ("Acute", 205, 600), ("Care", 190, 400)), risks(2, ("Acute growth", -80, 0), held=(30, 0)))
NOW = (position(3, ("Acute", 330, 670), ("Care", 280, 420)), risks(3, ("Acute growth", -80, -50), held=(30, 10)))


def moved(found, measure: str) -> list[tuple[str, str, int]]:
    """Return one measure's bridge: cause, step and £'000."""
    return [
        (str(row["cause"]), str(row["step"]), int(row["amount"]) // 1000)
        for row in found.records()
        if row["measure"] == measure
    ]


def register(month: int, *rows: tuple) -> Loaded:
    """A risk register: reference, title, state, gross value (certain), what the forecast holds; a line, else Acute."""
    names = ("ref", "title", "state", "gross_value", "in_forecast", "line")
    made = [dict(zip(names, (*row, "ACUTE"), strict=False)) | {"type": "Risk", "probability": 100} for row in rows]
    return Loaded(table("risk-register", made), month)
