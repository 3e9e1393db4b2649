"""Risks, mitigations and schemes for tests, in pounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from recovery.measures.risk.items import RiskItem
from recovery.measures.risk.schemes_to_come import SchemeToCome


def risk(ref: str, gross: int, probability: int = 100, **more: Any) -> RiskItem:
    return RiskItem(ref, f"Risk {ref}", "Risk", gross=Decimal(gross), probability=Decimal(probability), **more)


def mitigation(ref: str, gross: int, probability: int = 100, **more: Any) -> RiskItem:
    return RiskItem(ref, f"Answer {ref}", "Mitigation", gross=Decimal(gross), probability=Decimal(probability), **more)


def scheme(ref: str, to_come: int, weight: str | None = "0.6", tone: str = "red") -> SchemeToCome:
    return SchemeToCome(ref, f"Scheme {ref}", Decimal(weight) if weight else None, tone, {12: Decimal(to_come)})
