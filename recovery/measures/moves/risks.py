"""How risk moved, and what of it has come into the position: counted there once, never beside it.

Of a risk, mitigation or contingency the part that the forecast holds may have grown.  That part is what moved the
forecast, so that it is taken off the lines' movement, and it no longer stands outside the forecast.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.moves.bridging import NOUGHT, Key, Step, changes

if TYPE_CHECKING:
    from collections.abc import Mapping


COME_IN: Final = "Risk that has come into the position"
GONE_OUT: Final = "Risk no longer held in the position"
MITIGATED: Final = "Mitigation that has come into the position"
UNMITIGATED: Final = "Mitigation no longer held in the position"
TAKEN: Final = "Contingency taken into the position"
GIVEN_BACK: Final = "Contingency no longer held in the position"
ASSESSED: Final = "Risk assessed anew"
HELD: Final = "Contingency held"
CONTINGENCY: Final = "contingency"


@dataclass(frozen=True)
class Risk:
    """One risk: its name, what is left after mitigation, and what of that the forecast holds.

    `lines` are what the forecast holds by the names of the lines that it is linked with, none where none are known.
    """

    name: str
    mitigated: Decimal
    in_forecast: Decimal
    is_contingency: bool = False
    lines: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def outside(self) -> Decimal:
        """Return what of it no forecast holds yet."""
        return self.mitigated - self.in_forecast


Risks = dict[Key, Risk]


def crossed(before: Risks, now: Risks) -> dict[Key, Step]:
    """Return what has come into the position, or gone out of it, as it moved the forecast; by risk.

    A risk that is no longer listed has not gone out of the position: the forecast holds what it held.
    """
    moved = {
        key: (risk, risk.in_forecast - (before[key].in_forecast if key in before else NOUGHT))
        for key, risk in now.items()
    }
    return {key: Step(_cause(risk, amount), risk.name, amount) for key, (risk, amount) in moved.items() if amount}


def _cause(risk: Risk, amount: Decimal) -> str:
    if risk.is_contingency:
        return TAKEN if amount > 0 else GIVEN_BACK
    if risk.mitigated > 0 or (not risk.mitigated and risk.in_forecast > 0):
        return MITIGATED if amount > 0 else UNMITIGATED
    return COME_IN if amount < 0 else GONE_OUT


def outside_steps(before: Risks, now: Risks, *, contingency: bool) -> list[Step]:
    """Return how what stands outside the forecast moved: what came into the position, then what was assessed anew."""
    then, since = _only(before, contingency=contingency), _only(now, contingency=contingency)
    left = [Step(step.cause, step.name, -step.amount) for step in crossed(then, since).values()]
    return [*left, *assessed(then, since, contingency=contingency)]


def assessed(before: Risks, now: Risks, *, contingency: bool) -> list[Step]:
    """Return how each risk after mitigation was assessed anew; one that is gone takes what was outside with it."""
    then = {key: (risk.name, risk.mitigated if key in now else risk.outside) for key, risk in before.items()}
    since = {key: (risk.name, risk.mitigated) for key, risk in now.items()}
    return list(changes(HELD if contingency else ASSESSED, then, since).values())


def outside(risks: Risks, *, contingency: bool | None = None) -> Decimal:
    """Return what no forecast holds: of the risks, of the contingency, or of both."""
    held = risks.values() if contingency is None else _only(risks, contingency=contingency).values()
    return sum((risk.outside for risk in held), NOUGHT)


def by_line(crossings: Mapping[Key, Step], before: Risks, now: Risks) -> dict[str, Decimal]:
    """Return what came into the position by the name of the line that the newer month links it with.

    Of a risk that is linked with several lines, what the forecast holds more of in each.
    """
    found: dict[str, Decimal] = defaultdict(Decimal)
    for key, step in crossings.items():
        held, then = now[key].lines, before[key].lines if key in before else {}
        for line, amount in held.items():
            found[line] += step.amount if len(held) == 1 else amount - then.get(line, NOUGHT)
    return found


def _only(risks: Risks, *, contingency: bool) -> Risks:
    return {key: risk for key, risk in risks.items() if risk.is_contingency == contingency}
