"""A scheme's case: what it is, what it saves month by month, its milestones, measures, risks and assessments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

NOUGHT: Final = Decimal(0)
QUALITY: Final = "quality"
EQUALITY: Final = "equality"
UP: Final = "up"
DOWN: Final = "down"


@dataclass(frozen=True)
class ProfileMonth:
    """One month of a scheme's net saving in pounds; `actual` and `forecast` are None where nobody has said.

    `month` is 1 (April) to 12.  A month may have two lines, one `recurrent` and one not.
    """

    month: int
    plan: Decimal = NOUGHT
    actual: Decimal | None = None
    forecast: Decimal | None = None
    recurrent: bool = True


@dataclass(frozen=True)
class Milestone:
    """A step of the plan: when it is due, when it is now expected, when it was done."""

    name: str
    due: dt.date | None = None
    forecast: dt.date | None = None
    done: dt.date | None = None


@dataclass(frozen=True)
class Kpi:
    """A measure that tells whether the scheme works; `direction` up means that more is better.

    `actuals` are (month, value) in month order.
    """

    name: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    direction: str = UP
    actuals: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True)
class SchemeRisk:
    """What could go wrong: likelihood and consequence from 1 to 5, what is done about it, who owns it."""

    title: str
    likelihood: int = 1
    consequence: int = 1
    mitigation: str = ""
    owner: str = ""
    is_open: bool = True


@dataclass(frozen=True)
class Assessment:
    """A quality or equality impact assessment: stage 1 score, stage 2 where it is needed, outcome, by whom, when."""

    kind: str
    stage_1_score: int | None = None
    stage_2_needed: bool = False
    stage_2_score: int | None = None
    outcome: str = ""
    assessor: str = ""
    on: dt.date | None = None


@dataclass(frozen=True)
class ActivityChange:
    """The activity that a scheme means to take away (negative) or add in a month, by measure and point of delivery."""

    code: str
    point_of_delivery: str
    month: int
    change: Decimal


@dataclass(frozen=True)
class Scheme:
    """A scheme's whole case as one version holds it; money in pounds to the penny, a saving is positive.

    `net_value` is gross saving less investment; `recurrent_value` and `non_recurrent_value` are its parts.  None is
    'not said'.  `reported_rag` is the rating that came with an imported register (the programme's own word).
    """

    ref: str
    title: str
    area: str
    workstream: str = ""
    description: str = ""
    lead: str = ""
    sro: str = ""
    clinical_lead: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    gross_saving: Decimal | None = None
    investment: Decimal | None = None
    net_value: Decimal = NOUGHT
    recurrent_value: Decimal | None = None
    non_recurrent_value: Decimal | None = None
    full_year_effect: Decimal | None = None
    dependencies: str = ""
    slippage_reason: str = ""
    reported_rag: str = ""
    comment: str = ""
    profile: tuple[ProfileMonth, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    risks: tuple[SchemeRisk, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    activity: tuple[ActivityChange, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        """Return those who are named as lead, SRO or clinical lead, in lower case."""
        return frozenset(name.strip().casefold() for name in (self.lead, self.sro, self.clinical_lead) if name.strip())
