"""Risks and mitigations as they are counted, from the risk register or, where there is none, from the summary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.measures.request import nothing
from recovery.measures.simulation.assumptions import assumptions
from recovery.sources.definitions import dataset_named
from recovery.sources.words import holds, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.request import Request, Source

REGISTER, SUMMARY = "risk-register", "risks"
RISK, MITIGATION, CONTINGENCY = "Risk", "Mitigation", "Contingency"
OPEN, IN_POSITION, MITIGATED, CLOSED = "Open", "In the position", "Mitigated", "Closed"
HUNDRED: Final = Decimal(100)
NOUGHT: Final = Decimal(0)
PENNY: Final = Decimal("0.01")


@dataclass(frozen=True)
class RiskItem:
    """One risk or mitigation: amounts in pounds (a risk negative, a mitigation positive), probability in points.

    `span` are low, likely and high where a range is given.  `in_forecast` is what the source says that the forecast
    holds, None where it does not say.  `savings` says that a row of the summary speaks of the savings schemes as a
    whole.
    """

    ref: str
    title: str
    type: str
    state: str = OPEN
    group: str = ""
    gross: Decimal = NOUGHT
    probability: Decimal = HUNDRED
    span: tuple[Decimal, Decimal, Decimal] | None = None
    potential: Decimal | None = None
    in_forecast: Decimal | None = None
    first_month: int | None = None
    last_month: int | None = None
    recurrent: str = ""
    owner: str = ""
    line: str = ""
    scheme_ref: str = ""
    linked_risk: str = ""
    mitigation_kind: str = ""
    start_by: str = ""
    savings: bool = False

    @property
    def is_mitigation(self) -> bool:
        """Return whether it is a mitigation."""
        return self.type == MITIGATION

    @property
    def expected(self) -> Decimal:
        """Return value × probability, to the penny; of a range its mean, (low + likely + high) / 3."""
        value = sum(self.span, NOUGHT) / 3 if self.span else self.gross
        return (value * self.probability / HUNDRED).quantize(PENNY, ROUND_HALF_UP) + NOUGHT


def items_of(request: Request) -> tuple[list[RiskItem], Source]:
    """Return the risks and mitigations behind a view and the submission that they come from, or raise NothingLoaded."""
    if REGISTER in request.sources:
        source = request.sources[REGISTER]
        rows = queries.risk_register(request.engine, source.id)
        return [_of_register(row) for row in rows], source
    if SUMMARY in request.sources:
        return summary_items(request), request.sources[SUMMARY]
    raise NothingLoaded(nothing(request.title, (REGISTER, SUMMARY), request.view))


def summary_items(request: Request) -> list[RiskItem]:
    """Return the risks of the summary behind a view, whether there is a register beside it or not."""
    source = request.need(SUMMARY)
    return of_summary(queries.reported(request.engine, dataset_named(SUMMARY), source.id))


def _of_register(row: queries.Row) -> RiskItem:
    cells = dict(zip([field.name for field in dataset_named(REGISTER).fields], row, strict=True))
    low, likely, high = (cells.pop(f"{name}_value") for name in ("low", "likely", "high"))
    gross, probability = cells.pop("gross_value"), cells.pop("probability")
    span = (low, likely, high) if None not in {low, likely, high} else None
    return RiskItem(
        gross=_in_full(gross, (low, likely, high)),
        probability=HUNDRED if probability is None else min(max(probability, NOUGHT), HUNDRED),
        span=span,
        potential=cells.pop("potential_value"),
        state=cells.pop("state") or OPEN,
        **cells,
    )


def _in_full(gross: Decimal | None, given: Sequence[Decimal | None]) -> Decimal:
    """Return a value in full: gross, else the furthest of low, likely and high, likely, the mean of what there is."""
    parts = [value for value in given if value is not None]
    if gross is not None or not parts:
        return gross or NOUGHT
    _, likely, _ = given
    if len(parts) == len(given):
        return max(parts, key=abs)
    return likely if likely is not None else (sum(parts, NOUGHT) / len(parts)).quantize(PENNY, ROUND_HALF_UP)


def of_summary(rows: Sequence[queries.Row]) -> list[RiskItem]:
    """Return the summary's risks: of each the mitigated share of the total is taken as its probability.

    Where mitigated over total is no share (no total, or the mitigated amount is larger or of the other sign) the
    mitigated amount is certain, so that in every case the mean is the residual.
    """
    found = []
    for number, (_, kind, flow, _, group, title, total, mitigated, held, _) in enumerate(rows, start=1):
        if kind in {"line", "contingency"} and flow != "memorandum" and any((total, mitigated, held)):
            item = _of_row(f"S{number:02d}", title or "", group or "", total or NOUGHT, mitigated or NOUGHT)
            item = replace(item, in_forecast=held)
            found.append(replace(item, mitigation_kind=CONTINGENCY) if kind == "contingency" else item)
    return found


def _of_row(ref: str, title: str, group: str, total: Decimal, mitigated: Decimal) -> RiskItem:
    share = mitigated / total if total else None
    gross, probability = (total, HUNDRED * share) if share is not None and 0 <= share <= 1 else (mitigated, HUNDRED)
    savings = holds(plain(group), assumptions().savings_words)
    return RiskItem(
        ref,
        title,
        MITIGATION if gross > 0 else RISK,
        group=group,
        gross=gross,
        probability=probability,
        savings=savings and gross < 0,
    )
