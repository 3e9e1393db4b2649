"""Months 1 and 2 of the risk table: rough inputs by line; totals, contingency and net position follow from them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from making import tables

COLUMNS = ("total_risk", "mitigated_risk", "in_forecast")
Amounts = dict[str, Decimal | None]


def risks(month: int) -> list[dict[str, Any]]:
    """Return one earlier month's risks in £m."""
    published = tables.read(tables.DEMO / "month-03" / "risks.csv")
    rough = tables.read(tables.HERE / "risks.csv", titled=False)
    amounts: list[Amounts] = [{name: _number(row[f"{name}_{month}"]) for name in COLUMNS} for row in rough]
    *lines, contingency = amounts
    total = {name: sum((line[name] or Decimal(0) for line in lines), Decimal(0)) for name in COLUMNS}
    net: Amounts = {name: total[name] + (contingency[name] or 0) - (lines[0][name] or 0) for name in COLUMNS}
    everything: list[Amounts] = [*lines, {**total}, contingency, net | {"total_risk": None}]
    return [
        {"group": row["group"], "risk": row["risk"], **values, "residual_risk": _residual(row, values)}
        for row, values in zip(published, everything, strict=True)
    ]


def _residual(row: dict[str, str], values: Amounts) -> Decimal | None:
    mitigated, in_forecast = values["mitigated_risk"], values["in_forecast"]
    if not row["residual_risk"] or mitigated is None or in_forecast is None:
        return None
    return mitigated - in_forecast


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
