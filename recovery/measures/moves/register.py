"""The risks of two months compared: of registers, each found again however it is written, or of summary tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.measures.moves.bridging import NOUGHT, Key, keyed
from recovery.measures.moves.risks import CONTINGENCY, Risk, Risks
from recovery.measures.risk.counting import DELIVERY, counted, held
from recovery.measures.risk.items import CLOSED, SUMMARY, summary_items
from recovery.measures.risk.items import CONTINGENCY as CONTINGENCY_KIND
from recovery.measures.risk.known import known_of
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.measures.request import Request
    from recovery.measures.risk.counting import Exposure
    from recovery.measures.risk.items import RiskItem


def register_risks(request: Request) -> Risks:
    """Return the risks of a register by type and name; the delivery of savings schemes is one more.

    Rows of one type and name are one risk, so that its part in the position, on a row of its own, is its part in the
    forecast.
    """
    return _risks(known_of(request).exposure(), {})


def registers_compared(before: Request, now: Request) -> tuple[Risks, Risks]:
    """Return the risks of two registers, each under what the newer calls it.

    A risk is the one that the newer register has under its name; where that name has gone, the one under its reference
    whose name is new.  One of which a row is closed without a word on the forecast has not left it: it holds what it
    held.
    """
    earlier, newer = (known_of(request).exposure() for request in (before, now))
    items = [one.item for one in newer.items]
    then, since = _risks(earlier, _renamed([one.item for one in earlier.items], items)), _risks(newer, {})
    for key in {_named(item) for item in items if item.state == CLOSED and item.in_forecast is None} & then.keys():
        since[key] = _holding(since[key], then[key])
    return then, since


def _renamed(earlier: Sequence[RiskItem], newer: Sequence[RiskItem]) -> dict[Key, Key]:
    """Return what the newer register calls the risks whose names it no longer has.

    A reference alone does not tell: rows without one are numbered in their order, which another row changes.
    """
    before, now = ({_named(item) for item in items} for items in (earlier, newer))
    by_ref = {_referred(item): _named(item) for item in newer if item.ref and _named(item) not in before}
    gone = [item for item in earlier if _named(item) not in now]
    return {_named(item): by_ref[_referred(item)] for item in gone if _referred(item) in by_ref}


def _named(item: RiskItem) -> Key:
    return item.type, CONTINGENCY if _is_contingency(item) else "", name_key(item.title)


def _referred(item: RiskItem) -> Key:
    return item.type, CONTINGENCY if _is_contingency(item) else "", name_key(item.ref)


def _risks(exposure: Exposure, renamed: Mapping[Key, Key]) -> Risks:
    found: Risks = {}
    for one in exposure.items:
        item, in_forecast = one.item, held(one.item)
        key = renamed.get(_named(item), _named(item))
        before = found.get(key, Risk(item.title, NOUGHT, NOUGHT, _is_contingency(item)))
        line = {item.line: before.lines.get(item.line, NOUGHT) + in_forecast} if item.line else {}
        found[key] = replace(
            before,
            mitigated=before.mitigated + one.counted + in_forecast,
            in_forecast=before.in_forecast + in_forecast,
            lines={**before.lines, **line},
        )
    return with_delivery(found, exposure)


def with_delivery(risks: Risks, exposure: Exposure) -> Risks:
    """Return risks with one more, where savings schemes may deliver otherwise than the forecast counts on."""
    key: Key = (name_key(DELIVERY),)
    return risks | {key: Risk(DELIVERY, exposure.delivery, NOUGHT)} if exposure.delivery else risks


def summaries_compared(before: Request, now: Request) -> tuple[Risks, Risks] | tuple[None, None]:
    """Return the risks of two summary tables with the delivery of savings schemes; None where one has no table."""
    then, since = _of_summary(before), _of_summary(now)
    return (then, since) if then is not None and since is not None else (None, None)


def _of_summary(request: Request) -> Risks | None:
    return summary_risks(request) if SUMMARY in request.sources else None


def summary_risks(request: Request) -> Risks:
    """Return the risks of a summary table by group and name; the delivery of savings schemes is one more."""
    items = summary_items(request)
    exposure = counted(items, known_of(request).schemes or ())
    keys, alike = keyed((item.group, item.title) for item in items), Counter(item.title for item in items)
    found = {}
    for key, one in zip(keys, exposure.items, strict=True):
        item, in_forecast = one.item, held(one.item)
        name = f"{item.title} ({item.group})" if item.group and alike[item.title] > 1 else item.title or item.group
        found[key] = Risk(name, one.counted + in_forecast, in_forecast, _is_contingency(item))
    return with_delivery(found, exposure)


def _is_contingency(item: RiskItem) -> bool:
    return item.mitigation_kind == CONTINGENCY_KIND


def _holding(risk: Risk, before: Risk) -> Risk:
    """Return a risk with what the forecast held of it before, where that is more than the rows left say."""
    more = before.in_forecast - risk.in_forecast
    if abs(before.in_forecast) <= abs(risk.in_forecast):
        return risk
    return replace(risk, mitigated=risk.mitigated + more, in_forecast=before.in_forecast)
