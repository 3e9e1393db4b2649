"""What is wrong with a case as it is written, field by field in words; and what does not add up but is no bar."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.sentences.programme.money import exact

if TYPE_CHECKING:
    from recovery.programme.scheme import Scheme

HIGHEST: Final = 5
NEEDED: Final = {"ref": "Give the scheme a reference.", "title": "Give the scheme a title.", "area": "Name the area."}


def faults(scheme: Scheme, taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return what stands in the way of saving, by field; `taken` are the references of other schemes."""
    found = {name: words for name, words in NEEDED.items() if not getattr(scheme, name)}
    if scheme.ref.casefold() in {ref.casefold() for ref in taken}:
        found["ref"] = f"{scheme.ref} is taken by another scheme of this year."
    if scheme.start and scheme.end and scheme.end < scheme.start:
        found["end"] = "The end is before the start."
    for risk in scheme.risks:
        if not (1 <= risk.likelihood <= HIGHEST and 1 <= risk.consequence <= HIGHEST):
            found["risks"] = f"'{risk.title}': likelihood and consequence go from 1 to 5."
    for name, what in (("milestones", "milestone"), ("kpis", "KPI")):
        names = [one.name.casefold() for one in getattr(scheme, name)]
        if len(names) != len(set(names)):
            found[name] = f"Two rows have the same {what}: give each a name of its own."
    kinds = [one.kind for one in scheme.assessments]
    if len(kinds) != len(set(kinds)):
        found["assessments"] = "There can be one quality and one equality assessment: put them in one row each."
    return found


def doubts(scheme: Scheme) -> dict[str, str]:
    """Return what does not add up, by field: it can be saved, but a gateway's checklist may ask for it."""
    found: dict[str, str] = {}
    if scheme.gross_saving is not None and scheme.investment is not None:
        net = scheme.gross_saving - scheme.investment
        if net != scheme.net_value:
            found["net_value"] = f"Gross saving less investment is {exact(net)}."
    parts = (scheme.recurrent_value, scheme.non_recurrent_value)
    if any(part is not None for part in parts):
        together = sum((part for part in parts if part is not None), Decimal(0))
        if together != scheme.net_value:
            found["recurrent_value"] = (
                f"The two parts add up to {exact(together)}, the net value is {exact(scheme.net_value)}."
            )
    return found


def plan_against_value(scheme: Scheme) -> str:
    """Return whether the monthly plan adds up to the net value, in a sentence."""
    planned = sum((one.plan for one in scheme.profile), Decimal(0))
    apart = planned - scheme.net_value
    if not apart:
        return f"The monthly plan adds up to the net value of {exact(scheme.net_value)}."
    size = exact(abs(apart))
    side = "more" if apart > 0 else "less"
    return (
        f"The monthly plan adds up to {exact(planned)}: {size} {side} than the net value of {exact(scheme.net_value)}."
    )
